import type { TalkRule } from './types.ts';

export const unknownTag: TalkRule = {
  id: 'unknown-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'error',
  fixable: 'replaced where one known tag is near beyond doubt',
  summary: 'a declared tag that the taxonomy does not know',
  help: 'Write a tag of the taxonomy (`mlops-tag taxonomy list`), or add the concept to yours.',
  check: () => [],
};
