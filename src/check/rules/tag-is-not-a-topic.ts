/** Tags and keywords that name who, where or how instead of what. */
import { type NotATopic, notATopic } from '../not-topics.ts';
import type { Span } from '../types.ts';
import { quoted } from '../wording.ts';
import type { Said, TalkRule } from './types.ts';

const REASONS: Readonly<Record<NotATopic, string>> = {
  speaker: 'is a speaker of the talk, no topic; `speakers` says who speaks',
  event: 'is the event of the talk, no topic; `event` says where it was given',
  format: 'is a format, no topic; a key of its own can say it',
};

export const tagIsNotATopic: TalkRule = {
  id: 'tag-is-not-a-topic',
  scope: 'talk',
  aboutTags: true,
  severity: 'warning',
  summary: "a speaker's name, an event or a format among the tags",
  help: 'Tags say what a talk treats; names, events and formats have fields of their own.',
  *check(view, context) {
    const say = function* (text: string, span: Span, place: string): Iterable<Said> {
      const kind = notATopic(text, view, context);
      if (kind === undefined) return;
      const identity = `${view.talk.title}\n${place}`;
      yield { span, tag: text, identity, message: `${quoted(text)} ${REASONS[kind]}, so take it out of the ${place}` };
    };
    for (const value of view.declared) yield* say(value.text, value, 'declared tags');
    for (const { text, span } of view.keywords) yield* say(text, span, 'keywords');
  },
};
