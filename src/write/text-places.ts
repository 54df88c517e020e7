/** Lines around an offset of a text, and edits cut down to what they change. */
import type { TextEdit } from './types.ts';

/** The offset at which the line of `at` begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset at which the line of `at` ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed < 0) return text.length;
  return feed > at && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** The offset behind the line break that ends the line of `at`. */
export function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

/** The line break in use around `at`: that of the line before, or the next one. */
export function eolAt(text: string, at: number): string {
  const before = text.lastIndexOf('\n', at - 1);
  const feed = before < 0 ? text.indexOf('\n', at) : before;
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

/** The blanks that the line of `at` begins with. */
export function lineIndent(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';
}

/** The offset behind spaces, line breaks and (where the format has them) comments. */
export function skipBlank(text: string, from: number, comments: boolean): number {
  let at = from;
  while (at < text.length) {
    if (text.charCodeAt(at) <= 0x20) at++;
    else if (comments && text[at] === '#') at = lineEnd(text, at);
    else break;
  }
  return at;
}

/** The edit that makes `after` of what stands between two offsets, without what is the same at both ends. */
export function editBetween(text: string, start: number, end: number, after: string): TextEdit {
  let from = 0;
  const shorter = Math.min(end - start, after.length);
  while (from < shorter && text[start + from] === after[from]) from++;
  let back = 0;
  while (back < shorter - from && text[end - 1 - back] === after[after.length - 1 - back]) back++;
  return { start: start + from, end: end - back, text: after.slice(from, after.length - back) };
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let after = '';
  let at = 0;
  for (const { start, end, text: put } of edits) {
    after += text.slice(at, start) + put;
    at = end;
  }
  return after + text.slice(at);
}
