import type { TalkRule } from './types.ts';

export const tooManyTags: TalkRule = {
  id: 'too-many-tags',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  summary: 'more tags than say something',
  help: 'Keep those that the talk is about; a talk with every tag is found under none.',
  check: () => [],
};
