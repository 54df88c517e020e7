/** Declared tags for which the text has no word. */
import { isExcluded } from '../concepts.ts';
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
    for (const { value, meant } of kept(view, context)) {
      if (meant !== undefined && isExcluded(meant, view, context))
        yield {
          span: value,
          tag: meant,
          identity: `${view.talk.title}\nexcluded`,
          message: `${named(meant, view, context)} is declared and excluded by \`mlops-not\` at once; take one of the two out`,
        };
    }
    if (!isDescribed(view.talk)) return;
    for (const { value, meant } of kept(view, context)) {
      if (meant === undefined || meant !== value.concept || isExcluded(meant, view, context)) continue;
      if (view.evidenceFor(meant).length > 0) continue;
      yield {
        span: value,
        tag: meant,
        message: `no wording of the text was found to speak for ${named(meant, view, context)}; say in the description what the talk has to do with it, keep it by a disable with a reason, or take it out`,
      };
    }
  },
};
