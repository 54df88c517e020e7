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
  /** The lexicon's id of a word's stem or of a CJK character; 0: no label has it. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the token may continue a phrase that the token before it is part of. */
  readonly joined: Uint8Array;
}

const UNSEEN = -1;

/** Slots of the table of words seen, a power of two; it is emptied when half full, so that memory does not grow with the text. */
const WORD_SLOTS = 1 << 17;

/** Ids of the tokens of labels; remembers the words seen by two hashes, so that a word is cut out and stemmed once. */
export class Lexicon {
  private readonly stems = new Map<string, number>();
  private readonly characters = new Int32Array(0x10000);
  private readonly seenFirst = new Int32Array(WORD_SLOTS);
  private readonly seenSecond = new Int32Array(WORD_SLOTS);
  private readonly seenId = new Int32Array(WORD_SLOTS).fill(UNSEEN);
  private seen = 0;

  /** The id of a token is its position plus 1. */
  constructor(tokens: readonly string[]) {
    tokens.forEach((token, position) => {
      if (isCharacter(token)) this.characters[token.charCodeAt(0)] = position + 1;
      else this.stems.set(token, position + 1);
    });
  }

  idOfCharacter(code: number): number {
    return this.characters[code] ?? 0;
  }

  idOfWord(text: string, start: number, end: number): number {
    let first = 0x811c9dc5;
    let second = end - start;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second + code, 0x5bd1e995) ^ (second >>> 13);
    }
    let slot = (first ^ (first >>> 15)) & (WORD_SLOTS - 1);
    for (; this.seenId[slot] !== UNSEEN; slot = (slot + 1) & (WORD_SLOTS - 1)) {
      if (this.seenFirst[slot] === first && this.seenSecond[slot] === second) return this.seenId[slot] ?? 0;
    }
    const id = this.stems.get(stem(text.slice(start, end))) ?? 0;
    this.seenFirst[slot] = first;
    this.seenSecond[slot] = second;
    this.seenId[slot] = id;
    if (++this.seen > WORD_SLOTS / 2) this.forget();
    return id;
  }

  private forget(): void {
    this.seenId.fill(UNSEEN);
    this.seen = 0;
  }
}

/** Where tokens begin and end; the buffers are used again by the next scan. */
class TokenBuffer {
  length = 0;
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  joined = new Uint8Array(1024);

  scan(text: string): void {
    if (text.length > this.starts.length) this.grow(text.length * 2);
    this.length = 0;
    let joined = 0;
    let feeds = 0;
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      const kind = classOf(code);
      if (kind === CHAR.cjk || kind === CHAR.word) {
        const end = kind === CHAR.cjk ? at + 1 : wordEnd(text, at);
        if (code !== 0x73 || !isPossessive(text, at, end)) this.push(at, end, joined);
        joined = 1;
        feeds = 0;
        at = end;
      } else {
        if (kind === CHAR.feed) feeds++;
        if (kind === CHAR.break ? !isInnerDot(text, at) : feeds > 1) joined = 0;
        at++;
      }
    }
  }

  private push(start: number, end: number, joined: number): void {
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.joined[this.length++] = joined;
  }

  private grow(size: number): void {
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.joined = new Uint8Array(size);
  }
}

function wordEnd(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && classOf(text.charCodeAt(end)) === CHAR.word) end++;
  return end;
}

/** The `s` of `model's` is no word of its own. */
function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start !== 1 || start < 2) return false;
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

/** Makes tokens; what one call returns holds until the next call. */
export class Tokenizer {
  private readonly lexicon: Lexicon;
  private readonly buffer = new TokenBuffer();
  private ids = new Int32Array(1024);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  tokenize(text: string): Tokens {
    const { buffer, lexicon } = this;
    buffer.scan(text);
    const { length, starts, ends, joined } = buffer;
    if (length > this.ids.length) this.ids = new Int32Array(starts.length);
    for (let i = 0; i < length; i++) {
      const start = starts[i] ?? 0;
      const code = text.charCodeAt(start);
      this.ids[i] = isCjk(code) ? lexicon.idOfCharacter(code) : lexicon.idOfWord(text, start, ends[i] ?? start);
    }
    return { length, ids: this.ids, starts, ends, joined };
  }
}

const labelBuffer = new TokenBuffer();

/** The tokens of a label's normal form or key, as they stand. */
export function labelTokens(text: string): readonly string[] {
  labelBuffer.scan(text);
  return Array.from({ length: labelBuffer.length }, (_, i) => text.slice(labelBuffer.starts[i], labelBuffer.ends[i]));
}

/** A token with its place in the normal text, UTF-16 code units. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it may continue a phrase that the token before it is part of. */
  readonly joined: boolean;
}

/** The tokens of a normal text, as they stand. */
export function tokensOf(text: string): readonly Token[] {
  labelBuffer.scan(text);
  const { length, starts, ends, joined } = labelBuffer;
  return Array.from({ length }, (_, i) => {
    const start = starts[i] ?? 0;
    const end = ends[i] ?? start;
    return { text: text.slice(start, end), start, end, joined: joined[i] === 1 };
  });
}

function isCharacter(token: string): boolean {
  return isCjk(token.charCodeAt(0));
}

/** The form in which labels are compared: stems with blanks between them, CJK characters side by side. */
export function labelKey(normalText: string): string {
  return keyOfTokens(labelTokens(normalText).map((token) => (isCharacter(token) ? token : stem(token))));
}

/** The form in which labels are compared, of the tokens in it. */
export function keyOfTokens(tokens: readonly string[]): string {
  let key = '';
  let afterWord = false;
  for (const token of tokens) {
    const word = !isCharacter(token);
    key += word && afterWord ? ` ${token}` : token;
    afterWord = word;
  }
  return key;
}
