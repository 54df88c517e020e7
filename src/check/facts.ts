/** What rules that look across files need to know of a talk. */
import { createHash } from 'node:crypto';
import type { TalkView } from './rules/types.ts';
import type { TalkFacts } from './types.ts';

export function factsOf({ talk, span, declared, keywords }: TalkView, locked: boolean): TalkFacts {
  const { id, title, event, year, lang, speakers, source, origin } = talk;
  const description = descriptionHash(`${talk.abstract ?? ''} ${talk.body ?? ''}`);
  return {
    id,
    identified: origin?.identified ?? false,
    path: source.path,
    title,
    span,
    ...(event === undefined ? {} : { event }),
    ...(year === undefined ? {} : { year }),
    ...(lang === undefined ? {} : { lang }),
    ...(speakers === undefined ? {} : { speakers }),
    ...(description === undefined ? {} : { description }),
    words: [
      ...declared
        .filter(({ concept }) => concept === undefined)
        .map(({ text, line, column, endLine, endColumn }) => ({ text, line, column, endLine, endColumn })),
      ...keywords.map(({ text, span: place }) => ({ text, ...place })),
    ],
    locked,
  };
}

/** Letters and digits from which two descriptions that agree are one. */
const LONG = 200;

function descriptionHash(text: string): string | undefined {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters.length < LONG ? undefined : createHash('sha256').update(letters).digest('hex').slice(0, 16);
}
