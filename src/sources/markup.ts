/** Markdown as evidence: a copy of the same length in which all that is no wording is blank, so that every offset stays true. */
import { BLANK, GONE, HEADING, type Outline, RULE, UNDERLINE } from './markdown/outline.ts';

export interface MarkupOptions {
  /** Whether imports, exports and braces are code, as in MDX. */
  readonly mdx: boolean;
}

/** Any of these in a line means a closer look; most lines have none. */
const SUSPECT = /[[\]<`*{]|:\/\/|www\.|~~|^[ \t>]*(?:[-+>•・◦‣|]|\d{1,3}[.)]\s)/;
const MARKS = /[[\]<`*{|]|:\/\/|www\.|~~/g;
const LIST_MARK = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+•・◦‣]|\d{1,3}[.)])(?:[ \t]+\[[ xX]\])?(?=[ \t]|$))?/;
const REFERENCE = /^\[[^\]\n]{1,200}\]:[ \t]*\S/;
const TABLE_RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+$/;
const MODULE =
  /^(?:import\s+(?:['"{*]|[\w$]+\s*(?:,\s*[{*][^\n]*)?\sfrom\s)|export\s+(?:const|let|var|default|async|function|class|\{|\*)(?!\w))/;
const TAG_START = /^<(?:\/?[A-Za-z][A-Za-z0-9.-]*|[a-z][a-z0-9+.-]{1,31}:\/\/|>|\/>)/;
/** Elements whose content is no wording. */
const SILENT = new Set([
  'script',
  'style',
  'iframe',
  'svg',
  'pre',
  'object',
  'template',
  'noscript',
  'textarea',
  'video',
  'audio',
]);
/** What ends a bare address: white space, brackets, quotes, kana, and kanji that does not go on a path. */
const URL_END =
  /[\s<>()[\]{}"'`|\\^\u3000-\u30a0\u30fb\uff00-\uffef]|(?<![/_=\-\u30a1-\u30fc\u3400-\u9fff])[\u30a1-\u30fc\u3400-\u9fff]/g;
/** A line that only leads to a recording or the slides says nothing of the talk. */
const PLAIN_LINK =
  /^(?:[-*+•][ \t]+)?!?\[(?:(?:watch |view |the |full )?(?:slides?|slide deck|deck|video|recording|paper|pdf|talk|abstract|youtube|link|website|demo|code|github|repo|repository|blog(?: post)?|details|more|read more)|スライド|発表資料|資料|動画|録画|論文|リンク|詳細)\]\([^()\s]*\)$/i;
/** Parentheses inside a link's target. */
const MAX_TARGET_DEPTH = 8;
const MAX_TARGET = 4000;

/** Blanks code, link and image targets, HTML, comments, addresses, table rules and the marks of headings and lists. */
export function blankMarkup(outline: Outline, options: MarkupOptions): string {
  const { text, starts, kinds, count } = outline;
  const eraser = new Eraser(text);
  const scan = new Scanner(text, eraser);
  for (let line = 0; line < count; line++) {
    const kind = kinds[line] ?? BLANK;
    if (kind === BLANK) continue;
    const start = starts[line] ?? 0;
    const end = starts[line + 1] ?? text.length;
    if (kind === GONE || kind === RULE || kind === UNDERLINE) {
      eraser.erase(start, end);
      continue;
    }
    if (scan.at >= end) continue;
    const content = text.slice(start, end);
    if (kind < HEADING && !SUSPECT.test(content)) continue;
    if (isBlankLine(content, options)) {
      eraser.erase(start, end);
      if (options.mdx && MODULE.test(content)) line = eraseModule(outline, eraser, line);
      continue;
    }
    const mark = kind > HEADING ? headingMark(content) : (LIST_MARK.exec(content)?.[0].length ?? 0);
    if (scan.at <= start) eraser.erase(start, start + mark);
    scan.line(Math.max(scan.at, start + mark), end, { pipes: content.trimStart().startsWith('|'), mdx: options.mdx });
  }
  return eraser.result();
}

function isBlankLine(content: string, { mdx }: MarkupOptions): boolean {
  if (content.length > 2000) return false;
  const trimmed = content.trim();
  return (
    REFERENCE.test(trimmed) ||
    PLAIN_LINK.test(trimmed) ||
    (trimmed.includes('|') && TABLE_RULE.test(trimmed)) ||
    (mdx && MODULE.test(content))
  );
}

/** An import or export of MDX goes on to the next blank line. */
function eraseModule(outline: Outline, eraser: Eraser, from: number): number {
  let line = from;
  while (line + 1 < outline.count && outline.kinds[line + 1] !== BLANK) {
    line++;
    eraser.erase(outline.starts[line] ?? 0, outline.starts[line + 1] ?? outline.text.length);
  }
  return line;
}

function headingMark(content: string): number {
  return /^[ \t]*#*[ \t]*/.exec(content)?.[0].length ?? 0;
}

/** Collects what to blank, in ascending order; runs that stay are copied whole. */
class Eraser {
  private readonly text: string;
  private readonly pieces: string[] = [];
  private done = 0;

  constructor(text: string) {
    this.text = text;
  }

  erase(from: number, to: number): void {
    const start = Math.max(from, this.done);
    if (to <= start) return;
    if (start > this.done) this.pieces.push(this.text.slice(this.done, start));
    this.pieces.push(blank(this.text.slice(start, to)));
    this.done = to;
  }

  result(): string {
    if (this.done === 0) return this.text;
    this.pieces.push(this.text.slice(this.done));
    return this.pieces.join('');
  }
}

/** As many spaces as there are code units; line breaks stay. */
export function blank(text: string): string {
  return text.includes('\n') || text.includes('\r')
    ? text.replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length))
    : ' '.repeat(text.length);
}

interface LineTraits {
  readonly pipes: boolean;
  readonly mdx: boolean;
}

/** Walks the inline marks of a line; `at` runs ahead of the line where an element goes on over several. */
class Scanner {
  at = 0;
  private readonly text: string;
  private readonly eraser: Eraser;
  /** Where a search found nothing any more: no second search, so that hostile input costs one pass. */
  private readonly missing = new Map<string, number>();
  private readonly nextFound = new Map<string, number>();

  constructor(text: string, eraser: Eraser) {
    this.text = text;
    this.eraser = eraser;
  }

  line(start: number, end: number, traits: LineTraits): void {
    const brackets: number[] = [];
    const erasures: [number, number][] = [];
    const { text } = this;
    const content = text.slice(start, end);
    let at = start;
    const skipTo = (to: number): void => {
      erasures.push([at, to]);
      at = to;
    };
    for (;;) {
      MARKS.lastIndex = at - start;
      const found = at < end ? MARKS.exec(content) : null;
      if (found === null) break;
      at = start + found.index;
      const mark = found[0];
      if (mark === '[') {
        brackets.push(at);
        at++;
      } else if (mark === ']') {
        const open = brackets.pop();
        const close = open === undefined ? -1 : this.targetEnd(at + 1, end);
        if (open !== undefined && close > 0) {
          erasures.push([open - (text[open - 1] === '!' && open > start ? 1 : 0), open + 1]);
          skipTo(close);
        } else at++;
      } else if (mark === '<') {
        const close = this.tagEnd(at);
        if (close > at) skipTo(close);
        else at++;
      } else if (mark === '`' || mark === '*' || (mark === '|' && traits.pipes)) {
        skipTo(at + 1);
      } else if (mark === '~~') {
        skipTo(at + 2);
      } else if (mark === '{') {
        const close = this.braceEnd(at, traits.mdx);
        if (close > at) skipTo(close);
        else at++;
      } else if (mark === '://') {
        const scheme = schemeStart(text, at, start);
        if (scheme < at) {
          erasures.push([scheme, at]);
          skipTo(urlEnd(text, at + 3, end));
        } else at++;
      } else if (mark === 'www.' && !isWord(text.charCodeAt(at - 1))) {
        skipTo(urlEnd(text, at, end));
      } else at++;
    }
    this.at = Math.max(this.at, at);
    erasures.sort((a, b) => a[0] - b[0]);
    for (const [from, to] of erasures) this.eraser.erase(from, to);
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
    if (text.startsWith('<!--', at)) return this.after('-->', at + 4);
    if (text[at + 1] === '!' || text[at + 1] === '?') return this.withinParagraph('>', at + 1);
    const name = TAG_START.exec(text.slice(at, at + 64))?.[0];
    if (name === undefined) return -1;
    const close = this.withinParagraph('>', at + 1);
    if (close < 0) return -1;
    const element = name.slice(1);
    if (!SILENT.has(element.toLowerCase()) || text[close - 2] === '/') return this.quotedEnd(at, close);
    const closing = this.after(`</${element}`, close);
    if (closing < 0) return close;
    const last = this.withinParagraph('>', closing);
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
    if (next === '%') return this.withinParagraph('%}', at + 2);
    if (next === '{') return this.withinParagraph('}}', at + 2);
    if (next === ':') return this.withinParagraph('}', at + 2);
    if (!mdx) return -1;
    return next === '/' ? this.after('*/}', at + 2) : this.withinParagraph('}', at + 1);
  }

  /** The offset after the next `needle` from `at` on, or -1; each needle is searched forward once in all. */
  private after(needle: string, at: number): number {
    if ((this.missing.get(needle) ?? Number.POSITIVE_INFINITY) <= at) return -1;
    const known = this.nextFound.get(needle) ?? -1;
    if (known >= at) return known + needle.length;
    const found = this.text.indexOf(needle, at);
    if (found < 0) {
      this.missing.set(needle, at);
      return -1;
    }
    this.nextFound.set(needle, found);
    return found + needle.length;
  }

  /** As `after`, but not beyond a blank line. */
  private withinParagraph(needle: string, at: number): number {
    const close = this.after(needle, at);
    if (close < 0) return -1;
    const gap = this.after('\n\n', at);
    if (gap >= 0 && gap < close) return -1;
    const windowsGap = this.after('\n\r\n', at);
    return windowsGap >= 0 && windowsGap < close ? -1 : close;
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
