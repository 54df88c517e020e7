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
/** Halvings of a step at most: a shorter one would change nothing that is written. */
const HALVINGS = 30;
/** How strongly the line is drawn to the one before, in claims. */
const PRIOR = 10;

export const AS_IT_IS: Calibration = { slope: 1, offset: 0 };

/**
 * The line through the log-odds under which the claims are likeliest (J. Platt 1999), drawn a little to the one before; by Newton's
 * method, with shorter steps where a whole one would lead away.
 */
export function calibrated(claims: readonly Claim[], before: Calibration = AS_IT_IS): Calibration {
  const candidates = claims.filter(({ logOdds }) => logOdds > CANDIDATE);
  let line = before;
  let loss = lossOf(candidates, line, before);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const whole = newtonStep(candidates, line, before);
    let share = 1;
    let next = moved(line, whole, share);
    let nextLoss = lossOf(candidates, next, before);
    for (let half = 0; half < HALVINGS && !(nextLoss <= loss); half++) {
      share /= 2;
      next = moved(line, whole, share);
      nextLoss = lossOf(candidates, next, before);
    }
    if (!(nextLoss < loss)) break;
    line = next;
    loss = nextLoss;
  }
  return line;
}

function moved({ slope, offset }: Calibration, by: Calibration, share: number): Calibration {
  return { slope: slope - share * by.slope, offset: offset - share * by.offset };
}

/** How unlikely the claims are under a line, and how far it is from the one before. */
function lossOf(claims: readonly Claim[], { slope, offset }: Calibration, before: Calibration): number {
  let loss = (PRIOR / 2) * ((slope - before.slope) ** 2 + (offset - before.offset) ** 2);
  for (const { logOdds, right } of claims) {
    const odds = (slope * logOdds + offset) * (right ? -1 : 1);
    loss += Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));
  }
  return loss;
}

/** The gradient of the loss through its curvature: what to take off the line. */
function newtonStep(claims: readonly Claim[], line: Calibration, before: Calibration): Calibration {
  let [gs, go] = [PRIOR * (line.slope - before.slope), PRIOR * (line.offset - before.offset)];
  let [ss, so, oo] = [PRIOR, 0, PRIOR];
  for (const { logOdds, right } of claims) {
    const share = confidenceOf(logOdds, line);
    const off = share - (right ? 1 : 0);
    const curve = share * (1 - share);
    gs += off * logOdds;
    go += off;
    ss += curve * logOdds * logOdds;
    so += curve * logOdds;
    oo += curve;
  }
  const determinant = ss * oo - so * so;
  return { slope: (oo * gs - so * go) / determinant, offset: (ss * go - so * gs) / determinant };
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
