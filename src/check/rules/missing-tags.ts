/** A talk that declares nothing although its text speaks for something. */
import { isExcluded } from '../concepts.ts';
import { canonical, quoted, shownConfidence } from '../wording.ts';
import type { TalkRule } from './types.ts';

export const missingTags: TalkRule = {
  id: 'missing-tags',
  scope: 'talk',
  aboutTags: true,
  severity: 'error',
  fixable: 'the found tags are put in',
  summary: 'a talk that declares no tags although its text has some',
  help: 'Declare what the talk treats, or lock it (`mlops-locked: true`) when it is right to have none.',
  *check(view, context) {
    if (view.declared.length > 0 || view.declaredOdd.length > 0) return;
    const found = view.talk.tags.filter(({ id }) => !isExcluded(id, view, context));
    if (found.length === 0) return;
    const listed = found.map(
      ({ id, confidence }) => `${quoted(canonical(id, context))} (${shownConfidence(confidence)})`,
    );
    yield {
      span: view.declaredSpan,
      message: `the talk declares no tags, but its text speaks for ${listed.join(', ')}; declare those that are right`,
      related: found.flatMap(({ evidence }) => view.related(evidence.slice(0, 1))),
      fix: { kind: 'add', tags: found.slice(0, context.maxTags).map(({ id }) => canonical(id, context)) },
    };
  },
};
