/** How many columns text takes in a terminal, and cutting it to some. */
import stringWidth from 'string-width';

let graphemes: Intl.Segmenter | undefined;

/** UTF-16 code units a column may take before the rest is not even looked at: segmenting long text takes seconds. */
const LONGEST_PER_COLUMN = 16;

const PRINTABLE_ASCII = /^[ -~]*$/;

/** Signs of our own that are narrow wherever `string-width` says so. */
const NARROW = new Set('·…–—“”▇░★─×→⁺⁰¹²³⁴⁵⁶⁷⁸⁹');

/** Columns of one line, as `string-width` counts them. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const columns = plainColumns(text, index);
    if (columns === 0) return stringWidth(text);
    width += columns;
  }
  return width;
}

/** Columns of a character that never joins its neighbours, the short way past segmenting; 0 for any other. */
function plainColumns(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0x20 && code < 0x7f) return 1;
  if (isPlainWide(code)) return 2;
  return NARROW.has(text.charAt(index)) ? 1 : 0;
}

/** Kana, kanji, CJK punctuation and full-width ASCII, less the voicing and tone marks that join what stands before. */
function isPlainWide(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a0 && code <= 0x30ff) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff5e)
  );
}

/** What is cut as a whole: characters where all are plain, else graphemes. */
function unitsOf(text: string): readonly string[] {
  const plain = [...text];
  if (plain.every((character) => plainColumns(character, 0) > 0)) return plain;
  // Made when first needed: it loads tables that take longer than the rest of a start.
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The text, or as much of it as fits with an ellipsis into `width` columns; never half a character. */
export function clip(text: string, width: number, ellipsis: string): string {
  const bounded = text.slice(0, Math.max(0, width) * LONGEST_PER_COLUMN);
  if (bounded.length === text.length && displayWidth(text) <= width) return text;
  return cut(bounded, width - displayWidth(ellipsis)).trimEnd() + clipTiny(ellipsis, width);
}

/** As `clip`, keeping the end: for paths, whose end says most. */
export function clipStart(text: string, width: number, ellipsis: string): string {
  const bounded = text.slice(-Math.max(1, width) * LONGEST_PER_COLUMN);
  if (bounded.length === text.length && displayWidth(text) <= width) return text;
  let kept = '';
  let room = width - displayWidth(ellipsis);
  for (const unit of unitsOf(bounded).toReversed()) {
    room -= displayWidth(unit);
    if (room < 0) break;
    kept = unit + kept;
  }
  return clipTiny(ellipsis, width) + kept;
}

/** As many whole characters as fit, without a sign that something is gone. */
export function cut(text: string, width: number): string {
  let kept = '';
  let room = width;
  for (const unit of unitsOf(text.slice(0, Math.max(0, width) * LONGEST_PER_COLUMN))) {
    room -= displayWidth(unit);
    if (room < 0) break;
    kept += unit;
  }
  return kept;
}

/** Blanks after the text up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function clipTiny(ellipsis: string, width: number): string {
  return displayWidth(ellipsis) <= width ? ellipsis : '';
}
