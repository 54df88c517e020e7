/** A talk's texts cut at their evidence, for `explain`: what is evidence, and for which concepts. */
import type { Mark } from '../classify/index.ts';
import { FIELDS, type Field, type Talk } from '../talk.ts';

/** A run of text; evidence when `concepts` is not empty. */
export interface Piece {
  readonly text: string;
  /** Ids, in the order they were given. */
  readonly concepts: readonly string[];
}

export interface MarkedField {
  readonly field: Field;
  readonly pieces: readonly Piece[];
}

/** The text of a field as marks count it: keywords are joined by line feeds. */
export function fieldText(talk: Talk, field: Field): string {
  return field === 'keywords' ? (talk.keywords ?? []).join('\n') : (talk[field] ?? '');
}

/** The fields that hold text, each whole, cut at its marks; marks that overlap become one. */
export function markedFields(talk: Talk, marks: readonly Mark[]): readonly MarkedField[] {
  return FIELDS.map((field) => {
    const text = fieldText(talk, field);
    return { field, pieces: piecesOf(text, mergedSpans(marks.filter((mark) => mark.field === field))) };
  }).filter(({ pieces }) => pieces.length > 0);
}

interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly string[];
}

function mergedSpans(marks: readonly Mark[]): readonly MarkedSpan[] {
  const merged: MarkedSpan[] = [];
  for (const { start, end, concept } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (end <= start) continue;
    if (last === undefined || start >= last.end) {
      merged.push({ start, end, concepts: [concept] });
      continue;
    }
    const concepts = last.concepts.includes(concept) ? last.concepts : [...last.concepts, concept];
    merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end), concepts };
  }
  return merged;
}

function piecesOf(text: string, spans: readonly MarkedSpan[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end, concepts } of spans) {
    pieces.push({ text: text.slice(from, start), concepts: [] }, { text: text.slice(start, end), concepts });
    from = end;
  }
  pieces.push({ text: text.slice(from), concepts: [] });
  return pieces.filter((piece) => piece.text !== '');
}
