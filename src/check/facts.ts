/** What rules that look across files need to know of a talk. */
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

/**
 * A hash of a description's letters and digits, whatever stands between them and in whatever case; none for a short one.
 * Two FNV-like hashes side by side, as the letters pass: no text is made of them.
 */
function descriptionHash(text: string): string | undefined {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  let letters = 0;
  for (let at = 0; at < text.length && letters < COMPARED; at++) {
    const code = text.charCodeAt(at);
    const letter = code < 0x80 ? asciiLetter(code) : isMark(code) ? 0 : code;
    if (letter === 0) continue;
    letters++;
    high = Math.imul(high ^ letter, 0x01000193);
    low = Math.imul(low ^ letter, 0x85ebca6b) + letters;
  }
  return letters < LONG ? undefined : `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}`;
}

/** Punctuation and spaces that texts beyond ASCII are full of. */
function isMark(code: number): boolean {
  return code <= 0xbf || (code >= 0x2000 && code <= 0x303f);
}

/** Small letters and digits; 0 for anything else. */
function asciiLetter(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) ? code : 0;
}
