import type { TalkRule } from './types.ts';

export const missingDescription: TalkRule = {
  id: 'missing-description',
  scope: 'talk',
  aboutTags: false,
  severity: 'warning',
  summary: 'a talk with a title alone',
  help: 'Tags rest on words: without a description there is little to find any in. Write a few sentences on what the talk treats.',
  check: () => [],
};
