/** Declared tags that another declared tag says already. */
import { type Verdict, verdictsBy } from '../verdicts.ts';
import { quoted } from '../wording.ts';
import type { TalkRule } from './types.ts';

export const redundantTag: TalkRule = {
  id: 'redundant-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  fixable: 'taken out',
  summary: 'a part beside one of its elements, or the same tag twice',
  help: 'The element says its part already.',
  *check(view, context) {
    for (const verdict of verdictsBy('redundant-tag', view, context)) {
      const { value, fix } = verdict;
      yield {
        span: value,
        tag: value.concept ?? value.text,
        identity: `${view.talk.title}\n${value.text}`,
        message: reason(verdict),
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};

function reason({ value, saidBy }: Verdict): string {
  const text = quoted(value.text);
  const other = quoted(saidBy?.text ?? '');
  if (value.concept !== saidBy?.concept)
    return `${text} is said by ${other} already, which is more exact; take ${text} out`;
  return value.text === saidBy?.text
    ? `${text} is declared twice; once is enough`
    : `${text} is the same tag as ${other}, which is declared too; take ${text} out`;
}
