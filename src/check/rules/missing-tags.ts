import type { TalkRule } from './types.ts';

export const missingTags: TalkRule = {
  id: 'missing-tags',
  scope: 'talk',
  aboutTags: true,
  severity: 'error',
  fixable: 'the found tags are put in',
  summary: 'a talk that declares no tags although its text has some',
  help: 'Declare what the talk treats, or lock it (`mlops-locked: true`) when it is right to have none.',
  check: () => [],
};
