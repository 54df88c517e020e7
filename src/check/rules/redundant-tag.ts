import type { TalkRule } from './types.ts';

export const redundantTag: TalkRule = {
  id: 'redundant-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  fixable: 'taken out',
  summary: 'a part beside one of its elements, or the same tag twice',
  help: 'The element says its part already.',
  check: () => [],
};
