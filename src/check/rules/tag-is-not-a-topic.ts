import type { TalkRule } from './types.ts';

export const tagIsNotATopic: TalkRule = {
  id: 'tag-is-not-a-topic',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  summary: "a speaker's name, an event or a format among the tags",
  help: 'Tags say what a talk treats; names, events and formats have fields of their own.',
  check: () => [],
};
