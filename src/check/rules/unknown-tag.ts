/** Declared and excluded names that the taxonomy does not know. */
import { type Near, nearTo } from '../near.ts';
import { notATopic } from '../not-topics.ts';
import { type Verdict, verdictsBy } from '../verdicts.ts';
import { canonical, named, quoted } from '../wording.ts';
import type { RuleContext, Said, TalkRule, TalkView } from './types.ts';

export const unknownTag: TalkRule = {
  id: 'unknown-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'error',
  fixable: 'replaced where one known tag is near beyond doubt',
  summary: 'a declared tag that the taxonomy does not know',
  help: 'Write a tag of the taxonomy (`mlops-tag taxonomy list`), or add the concept to yours.',
  *check(view, context) {
    for (const verdict of verdictsBy('unknown-tag', view, context)) yield unknown(verdict, view, context);
    for (const value of view.declaredOdd) {
      yield {
        span: value,
        identity: `${view.talk.title}\n${value.text}`,
        message: `${value.text} stands where the name of a tag should; write a list of names, such as [drift, serving]`,
      };
    }
    for (const value of view.excludedUnknown) {
      yield {
        span: value,
        tag: value.text,
        identity: `${view.talk.title}\nexcluded`,
        message: `\`mlops-not\` names ${quoted(value.text)}, which is no tag of the taxonomy${meant(nearTo(value.text, context), view, context)}; nothing is excluded by it`,
      };
    }
  },
};

function unknown(verdict: Verdict, view: TalkView, context: RuleContext): Said {
  const { value, near, fix } = verdict;
  return {
    span: value,
    tag: value.text,
    message: `${quoted(value.text)} is no tag of the taxonomy${meant(near, view, context)}${advice(verdict, view, context)}`,
    ...(fix === undefined ? {} : { fix }),
  };
}

function advice({ value, near, saidBy }: Verdict, view: TalkView, context: RuleContext): string {
  if (saidBy !== undefined) return `; ${quoted(saidBy.text)} says that already, so take it out`;
  if (near !== undefined) return '';
  const hinted = context.conceptHinted(value.text);
  if (hinted !== undefined) return `: it is too general a word; write ${named(hinted, view, context)} if that is meant`;
  return notATopic(value.text, view, context) === undefined
    ? '; `mlops-tag taxonomy list` shows what it knows'
    : '; it is no topic, so take it out';
}

function meant(near: Near | undefined, view: TalkView, context: RuleContext): string {
  return near === undefined ? '' : ` (did you mean ${nameOf(near, view, context)}?)`;
}

/** The name that is near, with the tag behind it where that is called otherwise. */
function nameOf({ name, concept }: Near, view: TalkView, context: RuleContext): string {
  const written = canonical(concept, context);
  return name === written ? named(concept, view, context) : `${quoted(name)}, the tag ${quoted(written)}`;
}
