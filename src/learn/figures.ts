/** The figures that a model is quoted by, as it writes them. */
import { binned, byConfidence, type Claim, eceOf } from '../evaluate/calibration.ts';
import type { Counts } from '../evaluate/counts.ts';
import { FIGURES, figuresOf, scoresOf, supportOf } from '../evaluate/scores.ts';
import { rounded } from './rounded.ts';

/** By name, rounded; null where nothing supports it: a share of no talk is none, and not 0. */
export type ModelFigures = Readonly<Record<string, number | null>>;

export function modelFigures(counts: Counts, claims: readonly Claim[]): ModelFigures {
  const figures = figuresOf(scoresOf(counts, eceOf(binned(byConfidence(claims)))));
  const support = supportOf(counts, claims.length);
  return Object.fromEntries(
    FIGURES.map((name) => {
      const value = figures[name];
      return [name, value === null || support[name] === 0 ? null : rounded(value)];
    }),
  );
}
