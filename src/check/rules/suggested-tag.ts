import type { TalkRule } from './types.ts';

export const suggestedTag: TalkRule = {
  id: 'suggested-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  fixable: 'put in by `--write=all` alone',
  summary: 'a tag found with high confidence that the talk does not declare',
  help: 'Declare it, or exclude it (`mlops-not`) where the words mislead.',
  check: () => [],
};
