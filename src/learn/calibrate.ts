/** From log-odds to confidences that mean what they say, and the confidence from which it pays to tag. */
import type { Calibration } from '../classify/model.ts';

/** One pair of a talk and an element: what a model said that had not seen the talk, and what is right. */
export interface Claim {
  readonly logOdds: number;
  readonly right: boolean;
}

/** Log-odds below which a claim is no candidate for a tag, and would only drown the others. */
const CANDIDATE = -2.5;
const NEWTON_STEPS = 50;
/** How strongly the line is drawn to the one before, in claims. */
const PRIOR = 10;

export const AS_IT_IS: Calibration = { slope: 1, offset: 0 };

/** The line through the log-odds under which the claims are likeliest (J. Platt 1999), by Newton's method. */
export function calibrated(claims: readonly Claim[], before: Calibration = AS_IT_IS): Calibration {
  const candidates = claims.filter(({ logOdds }) => logOdds > CANDIDATE);
  let { slope, offset } = before;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    let [gs, go, ss, so, oo] = [PRIOR * (slope - before.slope), PRIOR * (offset - before.offset), PRIOR, 0, PRIOR];
    for (const { logOdds, right } of candidates) {
      const share = confidenceOf(logOdds, { slope, offset });
      const off = share - (right ? 1 : 0);
      const curve = share * (1 - share);
      gs += off * logOdds;
      go += off;
      ss += curve * logOdds * logOdds;
      so += curve * logOdds;
      oo += curve;
    }
    const determinant = ss * oo - so * so;
    slope -= (oo * gs - so * go) / determinant;
    offset -= (ss * go - so * gs) / determinant;
  }
  return { slope, offset };
}

export function confidenceOf(logOdds: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * logOdds + offset)));
}

const GRID = Array.from({ length: 41 }, (_, i) => (20 + i) / 100);
/** A threshold whose F1 is this near to the best one's is as good. */
const AS_GOOD = 0.002;

/** Among the thresholds of about the best F1, the middle one: the top of a curve is mostly chance. */
export function bestThreshold(f1At: (threshold: number) => number): number {
  const f1 = GRID.map(f1At);
  const best = Math.max(...f1);
  const good = GRID.filter((_, i) => (f1[i] ?? 0) >= best - AS_GOOD);
  return good[Math.floor(good.length / 2)] ?? 0.5;
}

/** Share of the talks that a person is asked to look at. */
const REVIEWED = 1 / 8;

/** How near to the threshold the best confidence of one talk in eight lies. */
export function reviewMarginOf(bestConfidences: readonly number[], threshold: number): number {
  const distances = bestConfidences.map((best) => Math.abs(best - threshold)).sort((a, b) => a - b);
  return distances[Math.floor(distances.length * REVIEWED)] ?? 0;
}
