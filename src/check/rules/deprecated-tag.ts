/** Declared tags that the taxonomy has given up. */
import { successorOf } from '../concepts.ts';
import { type Verdict, verdictsBy } from '../verdicts.ts';
import { named, quoted } from '../wording.ts';
import type { RuleContext, TalkRule, TalkView } from './types.ts';

export const deprecatedTag: TalkRule = {
  id: 'deprecated-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'error',
  fixable: 'replaced by its successor, where it has one',
  summary: 'a declared tag that the taxonomy has given up',
  help: 'Write the concept that took its place.',
  *check(view, context) {
    for (const verdict of verdictsBy('deprecated-tag', view, context)) {
      const { value, fix } = verdict;
      yield {
        span: value,
        tag: value.concept ?? value.text,
        message: `${quoted(value.text)} is given up${advice(verdict, view, context)}`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};

function advice({ value, meant, saidBy }: Verdict, view: TalkView, context: RuleContext): string {
  const successor = meant ?? (value.concept === undefined ? undefined : successorOf(value.concept, context));
  if (successor === undefined) return ' and nothing took its place; take it out, or write a tag that fits';
  const name = named(successor, view, context);
  if (saidBy !== undefined)
    return `; ${name} took its place, and ${quoted(saidBy.text)} says that already: take it out`;
  if (meant === undefined)
    return `; ${name} took its place, but the talk excludes that (\`mlops-not\`): take one of the two out`;
  return `; write ${name}, which took its place`;
}
