/** Tags that the text speaks for strongly beside those declared. */
import { above, isExcluded } from '../concepts.ts';
import { kept } from '../verdicts.ts';
import { canonical, named, shownConfidence } from '../wording.ts';
import type { TalkRule } from './types.ts';

export const suggestedTag: TalkRule = {
  id: 'suggested-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  fixable: 'put in by `--write=all` alone',
  summary: 'a tag found with high confidence that the talk does not declare',
  help: 'Declare it, or exclude it (`mlops-not`) where the words mislead.',
  *check(view, context) {
    if (view.declared.length === 0) return;
    const staying = kept(view, context);
    const declared = new Set(staying.flatMap(({ meant }) => meant ?? []));
    let room = context.maxTags - staying.length;
    for (const { id, confidence, evidence } of view.talk.tags) {
      const isSaid = declared.has(id) || above(id, context).some((up) => declared.has(up));
      if (confidence < context.suggest || isSaid || isExcluded(id, view, context)) continue;
      yield {
        span: view.declaredSpan,
        tag: id,
        message: `the text speaks for ${named(id, view, context)} too (${shownConfidence(confidence)}); ${advice(room > 0)}`,
        related: view.related(evidence),
        ...(room > 0 ? { fix: { kind: 'add', tags: [canonical(id, context)], asked: true } } : {}),
      };
      room--;
    }
  },
};

function advice(hasRoom: boolean): string {
  return hasRoom
    ? 'declare it (`--write=all` does), or exclude it under `mlops-not`'
    : 'the talk has as many tags as it may have, so declare it in the place of another, or exclude it under `mlops-not`';
}
