/** The lines of a markdown body and what each of them is. */

/** What a line is. Headings of level 1 to 6 are `HEADING + level`. */
export const BLANK = 0;
export const TEXT = 1;
/** Fenced or indented code, and all that was found to be no description. */
export const GONE = 2;
/** A line of dashes, asterisks, underscores or equals signs. */
export const RULE = 3;
/** The dashes below a setext heading. */
export const UNDERLINE = 4;
export const HEADING = 10;

/** Typed arrays for long texts, so that ten million lines stay affordable; plain ones are cheaper to make for short texts. */
export type Numbers = Int32Array | Uint8Array | number[];

export interface Outline {
  readonly text: string;
  /** 1-based line of the file that the text begins on. */
  readonly firstLine: number;
  readonly count: number;
  /** Offset of each line's first character; one more than `count`, the last being the end of the text. */
  readonly starts: Numbers;
  readonly kinds: Numbers;
  /** Indices of the heading lines, ascending. */
  readonly headings: readonly number[];
}

/** The text of a line without its line break. */
export function lineText(outline: Outline, line: number): string {
  const start = outline.starts[line] ?? outline.text.length;
  return outline.text.slice(start, contentEnd(outline.text, start, outline.starts[line + 1] ?? outline.text.length));
}

/** The level of a heading line; 0 for any other line. */
export function levelOf(outline: Outline, line: number): number {
  const kind = outline.kinds[line] ?? BLANK;
  return kind > HEADING ? kind - HEADING : 0;
}

/** The offsets of a heading's wording within the text, without its marks. */
export function headingRange(outline: Outline, line: number): { readonly from: number; readonly to: number } {
  const { text } = outline;
  const start = outline.starts[line] ?? 0;
  let to = contentEnd(text, start, outline.starts[line + 1] ?? text.length);
  let from = firstInk(text, start, to);
  if (text[from] === '#') {
    while (from < to && text[from] === '#') from++;
    from = firstInk(text, from, to);
    let closing = to;
    while (closing > from && text[closing - 1] === '#') closing--;
    if (closing < to && (closing === from || text[closing - 1] === ' ')) to = closing;
  }
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { from, to };
}

/** The wording of a heading, marks of emphasis and links still in it. */
export function headingText(outline: Outline, line: number): string {
  const { from, to } = headingRange(outline, line);
  return outline.text.slice(from, to);
}

/** The offset of a line's end without its line break. */
export function contentEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === 0x0a) end--;
  if (end > start && text.charCodeAt(end - 1) === 0x0d) end--;
  return end;
}

/** Whether a code unit is a space, of whatever width, or a tab. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0;
}

/** The offset of the first character that is no space; `end` where there is none. */
export function firstInk(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}
