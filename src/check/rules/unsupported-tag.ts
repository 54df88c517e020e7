/** Declared tags for which the text has no word. */
import { kept } from '../verdicts.ts';
import { named } from '../wording.ts';
import { isDescribed } from './missing-description.ts';
import type { TalkRule } from './types.ts';

export const unsupportedTag: TalkRule = {
  id: 'unsupported-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  summary: 'a declared tag that nothing in the text speaks for',
  help: 'Take the tag out, or say in the description what the talk has to do with it. A disable with a reason keeps it.',
  *check(view, context) {
    if (!isDescribed(view.talk)) return;
    for (const { value, meant } of kept(view, context)) {
      if (meant === undefined || meant !== value.concept || view.evidenceFor(meant).length > 0) continue;
      yield {
        span: value,
        tag: meant,
        message: `nothing in the text speaks for ${named(meant, view, context)}; take it out, or say in the description what the talk has to do with it`,
      };
    }
  },
};
