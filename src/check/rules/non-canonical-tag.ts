import type { TalkRule } from './types.ts';

export const nonCanonicalTag: TalkRule = {
  id: 'non-canonical-tag',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  fixable: 'replaced by the form that the config asks for',
  summary: 'a declared tag written as a label, a synonym or in another case',
  help: 'One form for one tag, so that lists and searches find all of its talks.',
  check: () => [],
};
