/** Places of pieces of a body in their file. */
import type { Position } from '../../talk.ts';
import type { PlacedText } from '../entry.ts';
import { blank } from '../markup-eraser.ts';
import { type Anchor, anchored } from '../placement.ts';
import type { Label } from './labels.ts';
import type { Outline } from './lines.ts';

/** A body with its structure and its wording: `masked` has the length of the text, all that is no wording blank. */
export interface Body {
  readonly outline: Outline;
  readonly masked: string;
  /** Whether the file's front matter gives it a title of its own. */
  readonly titled: () => boolean;
  /** The lines that say `Title: …`. */
  readonly titleLabels: readonly Label[];
}

/** Where the character at `offset` of the body stands in the file. */
export function positionOf(outline: Outline, offset: number): Position {
  let low = 0;
  let high = outline.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((outline.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: outline.firstLine + low, column: offset - (outline.starts[low] ?? 0) + 1 };
}

/** The wording between two offsets, trimmed; undefined where it is blank. */
export function placedText(
  { outline, masked }: Pick<Body, 'outline' | 'masked'>,
  from: number,
  to: number,
): PlacedText | undefined {
  return placedPiece(outline, masked.slice(from, to), from);
}

/** As `placedText`, with the lines of `cut` (ascending ranges of lines) left blank. */
export function placedWithout(
  body: Body,
  fromLine: number,
  toLine: number,
  cut: readonly LineRange[],
): PlacedText | undefined {
  const { starts, text } = body.outline;
  const at = (line: number): number => starts[line] ?? text.length;
  let from = fromLine;
  let to = toLine;
  const inner: LineRange[] = [];
  for (const range of cut) {
    if (range.from <= from) from = Math.max(from, range.to);
    else inner.push(range);
  }
  for (let last = inner.at(-1); last !== undefined && last.to >= to; last = inner.at(-1)) {
    to = Math.min(to, last.from);
    inner.pop();
  }
  if (inner.length === 0) return placedText(body, at(from), at(to));
  const pieces: string[] = [];
  let done = at(from);
  for (const range of inner) {
    if (at(range.from) < done) continue;
    pieces.push(body.masked.slice(done, at(range.from)), blank(body.masked.slice(at(range.from), at(range.to))));
    done = at(range.to);
  }
  pieces.push(body.masked.slice(done, at(to)));
  return placedPiece(body.outline, pieces.join(''), at(from));
}

/** Lines `from` up to, not including, `to`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

function placedPiece(outline: Outline, piece: string, from: number): PlacedText | undefined {
  const text = piece.trim();
  if (text === '') return undefined;
  const start = from + (piece.length - piece.trimStart().length);
  return { text, placement: anchored(text, () => [{ at: 0, position: positionOf(outline, start) }]) };
}

/** The wording between two offsets as one line: runs of white space become one space. */
export function placedLine({ outline, masked }: Body, from: number, to: number): PlacedText | undefined {
  const piece = masked.slice(from, to);
  let text = '';
  const runs: { at: number; offset: number }[] = [];
  for (const found of piece.matchAll(/\S+/g)) {
    if (text !== '') text += ' ';
    runs.push({ at: text.length, offset: from + found.index });
    text += found[0];
  }
  if (text === '') return undefined;
  const anchors = (): readonly Anchor[] =>
    runs.map(({ at, offset }) => ({ at, position: positionOf(outline, offset) }));
  return { text, placement: anchored(text, anchors) };
}
