/** Reads the structure of a markdown body: one pass over its lines, cheap for the many that are plain text. */
import {
  BLANK,
  contentEnd,
  firstInk,
  GONE,
  HEADING,
  isSpace,
  type Numbers,
  type Outline,
  RULE,
  TEXT,
  UNDERLINE,
} from './lines.ts';

export interface OutlineOptions {
  readonly firstLine: number;
  /** Whether text indented by four columns is code, as in markdown outside of lists. */
  readonly indentedCode: boolean;
}

/** Characters of a text whose lines are kept in plain arrays. */
const SHORT = 20_000;

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)$/;
const HASH = 0x23;
const DASH = 0x2d;
const EQUALS = 0x3d;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const BULLET = /^[ \t]*(?:[-*+•・◦‣]|\d{1,3}[.)])(?:[ \t]|$)/;
/** `Title: …` with `---` below it: the rule is a fence. */
const LABEL = /^[\p{L} ]{1,30}[:：]\s/u;
const NO_HEADING = /^(?:[-*+•・◦‣>|]|\d{1,3}[.)])\s|^[|>]/;

/** Reads the structure of `text` in one pass over its lines. */
export function outlineOf(text: string, options: OutlineOptions): Outline {
  const starts = lineStarts(text);
  const reader = new Reader(text, starts, options.indentedCode);
  const count = starts.length - 1;
  for (let line = 0; line < count; line++) reader.read(line);
  return { text, firstLine: options.firstLine, count, starts, kinds: reader.kinds, headings: reader.headings };
}

interface Fence {
  readonly mark: string;
  readonly size: number;
}

/** Tells what each line is, knowing those before it. */
class Reader {
  readonly kinds: Numbers;
  readonly headings: number[] = [];
  readonly #text: string;
  readonly #starts: Numbers;
  readonly #indentedCode: boolean;
  #fence: Fence | undefined;
  #inList = false;
  #inCode = false;

  constructor(text: string, starts: Numbers, indentedCode: boolean) {
    this.#text = text;
    this.#starts = starts;
    this.#indentedCode = indentedCode;
    this.kinds =
      text.length < SHORT ? new Array<number>(starts.length - 1).fill(BLANK) : new Uint8Array(starts.length - 1);
  }

  read(line: number): void {
    const text = this.#text;
    const start = this.#starts[line] ?? 0;
    const end = contentEnd(text, start, this.#starts[line + 1] ?? text.length);
    const first = firstInk(text, start, end);
    if (this.#fence !== undefined) {
      this.kinds[line] = GONE;
      if (closesFence(text, first, end, this.#fence)) this.#fence = undefined;
    } else if (first < end) this.#readInk(line, start, first, end);
  }

  #readInk(line: number, start: number, first: number, end: number): void {
    const text = this.#text;
    const afterBlank = line === 0 || this.kinds[line - 1] === BLANK;
    const mayBeCode = this.#indentedCode && !this.#inList && (this.#inCode || afterBlank);
    this.#inCode = mayBeCode && indentOf(text, start, first) >= 4;
    this.kinds[line] = this.#inCode ? GONE : TEXT;
    if (this.#inCode) return;
    const leavesList = first === start && afterBlank;
    const code = text.charCodeAt(first);
    if (isOrdinary(code)) {
      if (leavesList) this.#inList = false;
      return;
    }
    const content = text.slice(start, end);
    this.#fence = code === BACKTICK || code === TILDE || content.includes('```') ? openedFence(content) : undefined;
    if (this.#fence !== undefined) this.kinds[line] = GONE;
    else if (code === HASH) this.#heading(line, first, end);
    else if (isUnderline(text, first, end)) this.#underline(line, first, end);
    else if (BULLET.test(content)) this.#inList = true;
    else if (leavesList) this.#inList = false;
  }

  #heading(line: number, first: number, end: number): void {
    const text = this.#text;
    let at = first;
    while (at < end && text.charCodeAt(at) === HASH) at++;
    const level = at - first;
    if (level > 6 || at === end || !isSpace(text.charCodeAt(at)) || firstInk(text, at, end) === end) return;
    this.kinds[line] = HEADING + level;
    this.headings.push(line);
  }

  #underline(line: number, first: number, end: number): void {
    const text = this.#text;
    const mark = text.charCodeAt(first);
    const above = line - 1;
    const single = above >= 0 && this.kinds[above] === TEXT && (above === 0 || this.kinds[above - 1] !== TEXT);
    const solid = (mark === DASH || mark === EQUALS) && !text.slice(first, end).trimEnd().includes(' ');
    const content = text.slice(this.#starts[above] ?? 0, this.#starts[line] ?? 0);
    const fence = mark === DASH && end - first === 3 && LABEL.test(content);
    if (single && solid && !fence && mayBeHeading(content)) {
      this.kinds[line] = UNDERLINE;
      this.kinds[above] = HEADING + (mark === EQUALS ? 1 : 2);
      this.headings.push(above);
    } else this.kinds[line] = RULE;
  }
}

function lineStarts(text: string): Numbers {
  if (text.length < SHORT) {
    const starts = [0];
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
    starts.push(text.length);
    return starts;
  }
  let count = 1;
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) count++;
  const starts = new Int32Array(count + 1);
  let line = 1;
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts[line++] = feed + 1;
  starts[count] = text.length;
  return starts;
}

function indentOf(text: string, start: number, first: number): number {
  let columns = 0;
  for (let at = start; at < first; at++) columns += text.charCodeAt(at) === 0x09 ? 4 : 1;
  return columns;
}

/** Letters of any script open no block: the cheap way out for most lines. */
function isOrdinary(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x3041 && code !== 0x30fb);
}

function openedFence(content: string): Fence | undefined {
  const found = FENCE.exec(content);
  const run = found?.[1];
  if (run === undefined) return undefined;
  const mark = run.charAt(0);
  if (mark === '`' && found?.[2]?.includes('`')) return undefined;
  return { mark, size: run.length };
}

function closesFence(text: string, first: number, end: number, fence: Fence): boolean {
  let at = first;
  while (at < end && text[at] === fence.mark) at++;
  return at - first >= fence.size && firstInk(text, at, end) === end;
}

/** A list item, a quotation, a table row or a sentence with a rule right below it is no setext heading. */
function mayBeHeading(line: string): boolean {
  const content = line.trim();
  return content.length <= 200 && !NO_HEADING.test(content) && !/[.。．！!]$/.test(content);
}

/** Whether the line is one mark repeated at least three times, spaces between them allowed. */
function isUnderline(text: string, first: number, end: number): boolean {
  const mark = text.charCodeAt(first);
  if (mark !== DASH && mark !== EQUALS && mark !== 0x2a && mark !== 0x5f && mark !== 0x2500 && mark !== 0x2014)
    return false;
  let marks = 0;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) marks++;
    else if (!isSpace(code)) return false;
  }
  return marks >= 3;
}
