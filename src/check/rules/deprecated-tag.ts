import type { TalkRule } from './types.ts';

export const deprecatedTag: TalkRule = {
  id: 'deprecated-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'error',
  fixable: 'replaced by its successor, where it has one',
  summary: 'a declared tag that the taxonomy has given up',
  help: 'Write the concept that took its place.',
  check: () => [],
};
