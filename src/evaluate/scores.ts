/** The figures of an evaluation, by the definitions in docs/measuring.md. */
import { type Counts, f1, type Hits } from './counts.ts';

/** An element with fewer labelled talks says nothing in the macro F1. */
export const MACRO_FROM = 3;

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Scores {
  /** Over all pairs of a talk and an element. */
  readonly micro: Rates;
  /** Mean F1 of the elements with at least `MACRO_FROM` labelled talks. */
  readonly macro: number;
  /** Over all pairs of a talk and a part. */
  readonly parts: Rates;
  /** Share of the talks with a primary element in which it was found as such. */
  readonly primary: number;
  /** Of "treats no part of it". */
  readonly untagged: Rates;
  /** Mean over the talks of each one's own F1; 1 where rightly nothing was found. */
  readonly talk: number;
  /** Expected calibration error; null where there are no confidences. */
  readonly ece: number | null;
}

/** The figures by name, each as the one number that it is quoted by. */
export const FIGURES = ['micro', 'macro', 'parts', 'primary', 'untagged', 'talk', 'ece'] as const;
export type Figure = (typeof FIGURES)[number];
export type PerFigure<Value> = Readonly<Record<Figure, Value>>;
export type Figures = PerFigure<number | null>;

/** A value for each figure. */
export function perFigure<Value>(value: (figure: Figure) => Value): PerFigure<Value> {
  return {
    micro: value('micro'),
    macro: value('macro'),
    parts: value('parts'),
    primary: value('primary'),
    untagged: value('untagged'),
    talk: value('talk'),
    ece: value('ece'),
  };
}

export function scoresOf(counts: Counts, ece: number | null): Scores {
  return {
    micro: ratesOf(counts.pairs),
    macro: macroOf(counts),
    parts: ratesOf(counts.parts),
    primary: counts.primary.right / (counts.primary.of || 1),
    untagged: ratesOf(counts.untagged),
    talk: counts.talks.sum / (counts.talks.of || 1),
    ece,
  };
}

export function figuresOf({ micro, macro, parts, primary, untagged, talk, ece }: Scores): Figures {
  return { micro: micro.f1, macro, parts: parts.f1, primary, untagged: untagged.f1, talk, ece };
}

/** How many talks, pairs or elements each figure rests on. */
export function supportOf(counts: Counts, confidences: number): PerFigure<number> {
  const { pairs, parts, primary, untagged, talks } = counts;
  return {
    micro: pairs.right + pairs.missed,
    macro: macroElements(counts).length,
    parts: parts.right + parts.missed,
    primary: primary.of,
    untagged: untagged.right + untagged.missed,
    talk: talks.of,
    ece: confidences,
  };
}

export function ratesOf(hits: Hits): Rates {
  const { right, wrong, missed } = hits;
  return { precision: right / (right + wrong || 1), recall: right / (right + missed || 1), f1: f1(hits) };
}

function macroOf(counts: Counts): number {
  const elements = macroElements(counts);
  return elements.reduce((sum, hits) => sum + f1(hits), 0) / (elements.length || 1);
}

function macroElements(counts: Counts): readonly Hits[] {
  return Array.from(counts.elements.keys(), (id) => counts.element(id)).filter(
    ({ right, missed }) => right + missed >= MACRO_FROM,
  );
}
