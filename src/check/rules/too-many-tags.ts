/** Talks that declare more than says something. */
import { verdictsOf } from '../verdicts.ts';
import type { TalkRule } from './types.ts';

export const tooManyTags: TalkRule = {
  id: 'too-many-tags',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  summary: 'more tags than say something',
  help: 'Keep those that the talk is about; a talk with every tag is found under none.',
  *check(view, context) {
    const distinct = new Set(verdictsOf(view, context).map(({ key }) => key)).size;
    if (distinct <= context.maxTags) return;
    yield {
      span: view.declaredSpan,
      message: `declares ${distinct} tags, and the config allows ${context.maxTags} (\`thresholds.tags\`); keep those that the talk is about`,
    };
  },
};
