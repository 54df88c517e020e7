/** What rules that look across files need to know of a talk. */
import { hash } from 'node:crypto';
import type { TalkView } from './rules/types.ts';
import type { TalkFacts } from './types.ts';

export function factsOf({ talk, span, declared, keywords }: TalkView, locked: boolean): TalkFacts {
  const { id, title, event, year, lang, speakers, source, origin } = talk;
  const description = descriptionHash(`${talk.abstract ?? ''} ${talk.body ?? ''}`);
  return {
    id,
    identified: origin?.identified ?? false,
    titled: origin?.titled ?? true,
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

/** Letters and digits from which two descriptions that agree are one; no more of them are compared than the last number. */
const LONG = 200;
const COMPARED = 2000;

/** A hash of a description's letters and digits, whatever stands between them and in whatever case; none for a short one. */
function descriptionHash(text: string): string | undefined {
  let letters = '';
  for (let at = 0; at < text.length && letters.length < COMPARED; at++) {
    const code = text.charCodeAt(at);
    // Of ASCII the letters and digits, of all else what is no mark of punctuation or space that texts are full of.
    if (code < 0x80 ? isLetterOrDigit(code) : code > 0xbf && !(code >= 0x2000 && code <= 0x303f)) letters += text[at];
  }
  return letters.length < LONG ? undefined : hash('sha256', letters.toLowerCase(), 'hex').slice(0, 16);
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
