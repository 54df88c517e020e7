/** Cuts normal text into tokens: a run of letters and digits is one word, a CJK character is one token by itself. */
import { stem } from './stem.ts';

/** What kind of character stands at the edge of a word. */
const CHAR = { break: 0, word: 1, cjk: 2, joiner: 3, feed: 4 } as const;
type CharClass = (typeof CHAR)[keyof typeof CHAR];

const ASCII_CLASSES: Uint8Array = asciiClasses();

function asciiClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  for (const character of ' \t\r-/&_\'*`~[]"') classes[character.charCodeAt(0)] = CHAR.joiner;
  for (const character of '0123456789abcdefghijklmnopqrstuvwxyz') classes[character.charCodeAt(0)] = CHAR.word;
  classes[0x0a] = CHAR.feed;
  return classes;
}

const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
/** Hyphens, dashes, quotes, middle dots and wide spaces that may stand inside a phrase. */
const JOINER = /^[\u2010-\u2015\u2018\u2019\u201c\u201d\u30fb\u00b7\u3000\u00a0\u200b-\u200d\u2060\ufeff]$/;

export function isCjk(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fa) ||
    (code >= 0x30fc && code <= 0x30fe) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3005
  );
}

const otherClasses = new Map<number, CharClass>();

function classOf(code: number): CharClass {
  if (code < 128) return (ASCII_CLASSES[code] ?? CHAR.break) as CharClass;
  if (isCjk(code)) return CHAR.cjk;
  let known = otherClasses.get(code);
  if (known === undefined) {
    const character = String.fromCharCode(code);
    known = JOINER.test(character) ? CHAR.joiner : LETTER.test(character) ? CHAR.word : CHAR.break;
    otherClasses.set(code, known);
  }
  return known;
}

/** Tokens as parallel arrays; only the first `length` entries count. Offsets are UTF-16 code units of the normal text. */
export interface Tokens {
  readonly length: number;
  /** A word's id by the lexicon (0: a word that no label has), a CJK character's by its code. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the token may continue a phrase that the token before it is part of. */
  readonly joined: Uint8Array;
}

/** Ids below this are words; a CJK character's id is this plus its code. */
const CJK_BASE = 1 << 20;
const WORD_CACHE_LIMIT = 200_000;

/** Gives every stem that occurs in a label an id, and remembers the words seen, so that a word is stemmed once. */
export class Lexicon {
  private readonly stems = new Map<string, number>();
  private words = new Map<string, number>();

  /** The id of a label's word (already a stem), made when new. */
  intern(stemmed: string): number {
    const known = this.stems.get(stemmed);
    if (known !== undefined) return known;
    const id = this.stems.size + 1;
    this.stems.set(stemmed, id);
    return id;
  }

  /** The id of a text's word, 0 when no label has it. */
  idOf(word: string): number {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    if (this.words.size >= WORD_CACHE_LIMIT) this.words = new Map();
    const id = this.stems.get(stem(word)) ?? 0;
    this.words.set(word, id);
    return id;
  }
}

/** Calls `visit` for each token of `text`, in order. */
function scan(text: string, visit: (start: number, end: number, cjk: boolean, joined: boolean) => void): void {
  let joined = false;
  let feeds = 0;
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === CHAR.cjk) {
      visit(at, at + 1, true, joined);
      joined = true;
      feeds = 0;
      at++;
    } else if (kind === CHAR.word) {
      const end = wordEnd(text, at);
      if (!isPossessive(text, at, end)) visit(at, end, false, joined);
      joined = true;
      feeds = 0;
      at = end;
    } else {
      if (kind === CHAR.feed) feeds++;
      if (kind === CHAR.break ? !isInnerDot(text, at) : feeds > 1) joined = false;
      at++;
    }
  }
}

function wordEnd(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && classOf(text.charCodeAt(end)) === CHAR.word) end++;
  return end;
}

/** The `s` of `model's` is no word of its own. */
function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start !== 1 || text.charCodeAt(start) !== 0x73 || start < 2) return false;
  const before = text.charCodeAt(start - 1);
  return (before === 0x27 || before === 0x2019) && classOf(text.charCodeAt(start - 2)) === CHAR.word;
}

/** The dot of `node.js` does not end a phrase, the full stop of a sentence does. */
function isInnerDot(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 0x2e &&
    at > 0 &&
    at + 1 < text.length &&
    classOf(text.charCodeAt(at - 1)) === CHAR.word &&
    classOf(text.charCodeAt(at + 1)) === CHAR.word
  );
}

/** Makes tokens; the buffers of one tokenizer are used again by its next call. */
export class Tokenizer {
  private readonly lexicon: Lexicon;
  private ids = new Int32Array(1024);
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private joined = new Uint8Array(1024);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  tokenize(text: string): Tokens {
    if (text.length > this.ids.length) this.grow(text.length);
    const { ids, starts, ends, joined, lexicon } = this;
    let length = 0;
    scan(text, (start, end, cjk, follows) => {
      ids[length] = cjk ? CJK_BASE + text.charCodeAt(start) : lexicon.idOf(text.slice(start, end));
      starts[length] = start;
      ends[length] = end;
      joined[length] = follows ? 1 : 0;
      length++;
    });
    return { length, ids, starts, ends, joined };
  }

  private grow(length: number): void {
    const size = length * 2;
    this.ids = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.joined = new Uint8Array(size);
  }
}

/** The form in which labels are compared and shipped: stems with blanks between them, CJK characters side by side. */
export function labelKey(normalText: string): string {
  let key = '';
  let lastWasWord = false;
  scan(normalText, (start, end, cjk) => {
    const token = normalText.slice(start, end);
    if (!cjk && lastWasWord) key += ' ';
    key += cjk ? token : stem(token);
    lastWasWord = !cjk;
  });
  return key;
}

/** The token ids of a label key; its words are interned. */
export function keyIds(key: string, lexicon: Lexicon): readonly number[] {
  const ids: number[] = [];
  scan(key, (start, end, cjk) => {
    ids.push(cjk ? CJK_BASE + key.charCodeAt(start) : lexicon.intern(key.slice(start, end)));
  });
  return ids;
}
