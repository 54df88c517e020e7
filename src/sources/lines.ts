/** Offsets of a text to lines and columns, by one pass over the text, made when first asked. */
import type { Position } from '../talk.ts';

export class LineIndex {
  readonly #text: string;
  readonly #firstLine: number;
  #starts: readonly number[] | undefined;

  /** `firstLine` is the file's line on which `text` begins (front matter begins on the second). */
  constructor(text: string, firstLine = 1) {
    this.#text = text;
    this.#firstLine = firstLine;
  }

  /** The 1-based line and column (UTF-16 code units) of `offset`. */
  at(offset: number): Position {
    this.#starts ??= lineStarts(this.#text);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: this.#firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  }
}

/** The offsets at which lines begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  return starts;
}
