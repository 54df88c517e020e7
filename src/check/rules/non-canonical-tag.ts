/** Known tags under another of their names. */
import { verdictsBy } from '../verdicts.ts';
import { canonical, named, quoted } from '../wording.ts';
import type { TalkRule } from './types.ts';

export const nonCanonicalTag: TalkRule = {
  id: 'non-canonical-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  fixable: 'replaced by the form that the config asks for',
  summary: 'a declared tag written as a label, a synonym or in another case',
  help: 'One form for one tag, so that lists and searches find all of its talks.',
  *check(view, context) {
    for (const { value, meant, fix } of verdictsBy('non-canonical-tag', view, context)) {
      if (meant === undefined) continue;
      yield {
        span: value,
        tag: meant,
        identity: `${view.talk.title}\n${value.text}`,
        message: `${quoted(value.text)} is another name of ${named(meant, view, context)}; write ${quoted(canonical(meant, context))}`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};
