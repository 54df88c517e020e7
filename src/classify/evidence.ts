/** From a hit to what a reader sees: the wording of the source and its place in the file. */
import type { Evidence, EvidenceKind, Field, Position, Talk } from '../talk.ts';
import type { Hit } from './match.ts';
import type { WordContribution } from './model.ts';
import { type NormalText, sourceEnd, sourceStart } from './normalize.ts';
import type { Contribution, Place } from './score.ts';

/** The hit's span in the source text of its field, UTF-16 code units. */
export function wording(
  normal: NormalText,
  { start, end }: Pick<Hit, 'start' | 'end'>,
): { readonly start: number; readonly end: number } {
  return { start: sourceStart(normal, start), end: sourceEnd(normal, end) };
}

export function evidenceOf(talk: Talk, { label, found, weight }: Contribution): Evidence {
  return shown(talk, label.text, label.kind, found.place, found.hit, weight);
}

export function evidenceOfWord(talk: Talk, { word, found, weight }: WordContribution): Evidence {
  return shown(talk, word, 'word', found.place, found, weight);
}

function shown(
  talk: Talk,
  term: string,
  kind: EvidenceKind,
  { normal, base, field }: Place,
  span: Pick<Hit, 'start' | 'end'>,
  weight: number,
): Evidence {
  const { start, end } = wording(normal, span);
  const { exact, position } = placeOf(talk, field, base + start);
  return {
    term,
    kind,
    text: asRead(normal.source.slice(start, end)),
    field,
    line: position.line,
    column: position.column,
    exact,
    weight: Math.round(weight * 1000) / 1000,
  };
}

/** Markup that was made blank leaves runs of white space, which a reader sees as one. */
function asRead(text: string): string {
  return text.replace(/\s{2,}/g, ' ');
}

function placeOf(talk: Talk, field: Field, offset: number): { readonly exact: boolean; readonly position: Position } {
  const placement = talk.placements?.[field];
  if (placement === undefined) return { exact: false, position: { line: talk.source.line, column: 1 } };
  return { exact: placement.exact, position: placement.locate(offset) };
}
