import type { TalkRule } from './types.ts';

export const unsupportedTag: TalkRule = {
  id: 'unsupported-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  summary: 'a declared tag that nothing in the text speaks for',
  help: 'Take the tag out, or say in the description what the talk has to do with it. A disable with a reason keeps it.',
  check: () => [],
};
