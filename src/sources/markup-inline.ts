/** The inline marks of markdown, HTML and shortcodes on a line: what of them is no wording. */
import type { Eraser } from './markup-eraser.ts';
import { Finder } from './markup-finder.ts';
import { MAX_SITE_ELEMENT, SILENT_ELEMENTS, SITE_ELEMENTS } from './silent-elements.ts';

const MARKS = /[[\]<`*{|]|:\/\/|www\.|~~/g;
const TAG_START = /^<(?:\/?[A-Za-z][A-Za-z0-9.-]*|[a-z][a-z0-9+.-]{1,31}:\/\/|>|\/>)/;
/** What ends a bare address: white space, brackets, quotes, kana, and kanji that does not go on a path. */
const URL_END =
  /[\s<>()[\]{}"'`|\\^\u3000-\u30a0\u30fb\uff00-\uffef]|(?<![/_=\-\u30a1-\u30fc\u3400-\u9fff])[\u30a1-\u30fc\u3400-\u9fff]/g;
/** Parentheses inside a link's target. */
const MAX_TARGET_DEPTH = 8;
const MAX_TARGET = 4000;

export interface LineTraits {
  readonly end: number;
  readonly start: number;
  /** Bars are a table's. */
  readonly pipes: boolean;
  readonly mdx: boolean;
}

type Range = readonly [from: number, to: number];

/** Walks the inline marks of a line; `at` runs ahead of the line where an element goes on over several. */
export class InlineMarks {
  at = 0;
  private readonly text: string;
  private readonly eraser: Eraser;
  private readonly finder: Finder;
  /** Of the line that is being read. */
  private brackets: number[] = [];
  private erasures: Range[] = [];

  constructor(text: string, eraser: Eraser) {
    this.text = text;
    this.eraser = eraser;
    this.finder = new Finder(text);
  }

  /** Blanks the marks between two offsets of a line. */
  read(traits: LineTraits): void {
    const { start, end } = traits;
    const content = this.text.slice(start, end);
    this.brackets = [];
    this.erasures = [];
    let at = start;
    while (at < end) {
      MARKS.lastIndex = at - start;
      const found = MARKS.exec(content);
      if (found === null) break;
      at = this.mark(start + found.index, found[0], traits);
    }
    this.at = Math.max(this.at, at);
    this.erasures.sort((a, b) => a[0] - b[0]);
    for (const [from, to] of this.erasures) this.eraser.erase(from, to);
  }

  /** Handles the mark at `at`; the offset to go on from. */
  private mark(at: number, mark: string, traits: LineTraits): number {
    switch (mark) {
      case '[':
        this.brackets.push(at);
        return at + 1;
      case ']':
        return this.closingBracket(at, traits);
      case '<':
        return this.skip(at, this.tagEnd(at), 1);
      case '{':
        return this.skip(at, this.braceEnd(at, traits.mdx), 1);
      case '://':
        return this.address(at, traits);
      case 'www.':
        return this.skip(
          at,
          isWord(this.text.charCodeAt(at - 1)) ? -1 : urlEnd(this.text, at, traits.end),
          mark.length,
        );
      case '|':
        return this.skip(at, traits.pipes ? at + 1 : -1, 1);
      default:
        return this.skip(at, at + mark.length, 1);
    }
  }

  /** Blanks up to `to`, or, where that is no place, goes on behind the mark. */
  private skip(at: number, to: number, markLength: number): number {
    if (to <= at) return at + markLength;
    const last = this.erasures.at(-1);
    if (last?.[1] === at) this.erasures[this.erasures.length - 1] = [last[0], to];
    else this.erasures.push([at, to]);
    return to;
  }

  private closingBracket(at: number, { start, end }: LineTraits): number {
    const open = this.brackets.pop();
    const close = open === undefined ? -1 : this.targetEnd(at + 1, end);
    if (open === undefined || close < 0) return at + 1;
    const image = open > start && this.text[open - 1] === '!';
    this.erasures.push([image ? open - 1 : open, open + 1]);
    return this.skip(at, close, 1);
  }

  private address(at: number, { start, end }: LineTraits): number {
    const scheme = schemeStart(this.text, at, start);
    if (scheme === at) return at + 1;
    this.erasures.push([scheme, at]);
    return this.skip(at, urlEnd(this.text, at + 3, end), 1);
  }

  /** The end of `(target)`, `[reference]` or nothing (-1) right after a link's text. */
  private targetEnd(at: number, end: number): number {
    const { text } = this;
    const opener = text[at];
    if (opener === '[') {
      const close = text.indexOf(']', at);
      return close > 0 && close < end && close - at < 200 ? close + 1 : -1;
    }
    if (opener !== '(') return -1;
    let depth = 0;
    const limit = Math.min(end, at + MAX_TARGET);
    for (let i = at; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x28 && ++depth > MAX_TARGET_DEPTH) return -1;
      if (code === 0x29 && --depth === 0) return i + 1;
    }
    return -1;
  }

  /** The end of the HTML tag, comment or silent element at `at`; -1 where there is none. */
  private tagEnd(at: number): number {
    const { text } = this;
    if (text.startsWith('<!--', at)) return this.finder.after('-->', at + 4);
    if (text[at + 1] === '!' || text[at + 1] === '?') return this.finder.withinParagraph('>', at + 1);
    const name = TAG_START.exec(text.slice(at, at + 64))?.[0];
    if (name === undefined) return -1;
    const close = this.finder.withinParagraph('>', at + 1);
    if (close < 0) return -1;
    const element = name.slice(1);
    const lower = element.toLowerCase();
    if (!SILENT_ELEMENTS.has(lower) || text[close - 2] === '/') return this.quotedEnd(at, close);
    const closing = this.finder.after(`</${element}`, close);
    if (closing < 0 || (closing - at > MAX_SITE_ELEMENT && SITE_ELEMENTS.has(lower))) return close;
    const last = this.finder.withinParagraph('>', closing);
    return last < 0 ? closing : last;
  }

  /** A `>` inside quotes does not end the tag. */
  private quotedEnd(at: number, close: number): number {
    let quote = '';
    const limit = Math.min(this.text.length, at + MAX_TARGET);
    for (let i = at; i < limit; i++) {
      const character = this.text.charAt(i);
      if (quote !== '') {
        if (character === quote) quote = '';
      } else if (character === '"' || character === "'") quote = character;
      else if (character === '>') return i + 1;
      else if (character === '\n' && i > close) return close;
    }
    return close;
  }

  /** Shortcodes of Hugo and Jekyll, attribute lists, expressions of MDX. */
  private braceEnd(at: number, mdx: boolean): number {
    const { text } = this;
    const next = text[at + 1];
    if (next === '%') return this.finder.withinParagraph('%}', at + 2);
    if (next === '{') return this.finder.withinParagraph('}}', at + 2);
    if (next === ':') return this.finder.withinParagraph('}', at + 2);
    if (!mdx) return -1;
    return next === '/' ? this.finder.after('*/}', at + 2) : this.finder.withinParagraph('}', at + 1);
  }
}

function isWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function schemeStart(text: string, colon: number, start: number): number {
  let at = colon;
  while (at > start && colon - at < 16 && isWord(text.charCodeAt(at - 1))) at--;
  return at;
}

function urlEnd(text: string, from: number, end: number): number {
  URL_END.lastIndex = from;
  const found = URL_END.exec(text);
  return found === null ? end : Math.min(found.index, end);
}
