/** Intervals and tests for shares; nothing but arithmetic, so that the page computes with the same. */
import { normalTails } from './normal.ts';

/** The quantile of the normal distribution that 95 % two-sided intervals stand on. */
const Z95 = 1.959964;

/** Below this expected count a table is too small for the normal distribution (W. G. Cochran 1954). */
const LEAST_EXPECTED = 5;

/** Tables whose chance differs by rounding alone are equally likely. */
const ROUNDING = 1 + 1e-7;

/** The 95 % score interval of `hits` out of `total` (E. B. Wilson 1927), 0 to 1; the whole range where there is nothing to count. */
export function wilson(hits: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = hits / total;
  const centre = share + Z95 ** 2 / (2 * total);
  const half = Z95 * Math.sqrt((share * (1 - share)) / total + Z95 ** 2 / (4 * total ** 2));
  const whole = 1 + Z95 ** 2 / total;
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - half) / whole),
    high: hits === total ? 1 : Math.min(1, (centre + half) / whole),
  };
}

/**
 * How likely `drawn` talks hold none of the `hits` among `total`, drawn without putting back: the hypergeometric
 * C(total − hits, drawn) / C(total, drawn), as a sum of logarithms, so that no number is too large.
 */
export function chanceOfNone(drawn: number, hits: number, total: number): number {
  if (drawn + hits > total) return 0;
  const fewer = Math.min(drawn, hits);
  const more = Math.max(drawn, hits);
  let log = 0;
  for (let i = 0; i < fewer; i++) log += Math.log1p(-more / (total - i));
  return Math.exp(log);
}

/** `hits` out of `total`. */
export interface Proportion {
  readonly hits: number;
  readonly total: number;
}

/** `p`: how likely so large a difference is by chance, two-sided, 0 to 1; null, by no test, where a side has nothing to count. */
export type Tested = { readonly p: number; readonly test: 'z' | 'fisher' } | { readonly p: null; readonly test: null };

/** Whether two shares differ by more than chance: the pooled z-test, or Fisher's exact test where an expected count is below 5 (W. G. Cochran 1954). */
export function twoProportions(a: Proportion, b: Proportion): Tested {
  if (a.total === 0 || b.total === 0) return { p: null, test: null };
  const hits = a.hits + b.hits;
  const total = a.total + b.total;
  const expected = (Math.min(a.total, b.total) * Math.min(hits, total - hits)) / total;
  return expected < LEAST_EXPECTED ? { p: fisher(a, b), test: 'fisher' } : { p: pooledZ(a, b), test: 'z' };
}

function pooledZ(a: Proportion, b: Proportion): number {
  const pooled = (a.hits + b.hits) / (a.total + b.total);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.total + 1 / b.total));
  return normalTails((b.hits / b.total - a.hits / a.total) / error);
}

/** R. A. Fisher's exact test (1935), two-sided. The smaller side goes first, so that both ways round are the same sum to the last digit. */
function fisher(a: Proportion, b: Proportion): number {
  const difference = a.total - b.total || a.hits - b.hits;
  return difference <= 0 ? noLikelier(a, b) : noLikelier(b, a);
}

/** Of all tables with these margins those that are no likelier than this one. */
function noLikelier(a: Proportion, b: Proportion): number {
  const hits = a.hits + b.hits;
  const least = Math.max(0, hits - b.total);
  const chances = relativeChances(a.total, hits, a.total + b.total, least);
  const limit = (chances[a.hits - least] ?? 0) * ROUNDING;
  let all = 0;
  let extreme = 0;
  for (const chance of chances) {
    all += chance;
    if (chance <= limit) extreme += chance;
  }
  return Math.min(1, extreme / all);
}

/** How likely `least`, `least` + 1 … of `hits` among `total` are when `drawn` are drawn, the likeliest as 1: from there outwards, so that nothing overflows. */
function relativeChances(drawn: number, hits: number, total: number, least: number): Float64Array {
  const most = Math.min(drawn, hits);
  const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (hits + 1)) / (total + 2))));
  const chances = new Float64Array(most - least + 1);
  const step = (k: number): number => ((hits - k) * (drawn - k)) / ((k + 1) * (total - hits - drawn + k + 1));
  let chance = 1;
  for (let k = mode; k <= most; chance *= step(k), k++) chances[k - least] = chance;
  chance = 1;
  for (let k = mode; k >= least; k--) {
    chances[k - least] = chance;
    if (k > least) chance /= step(k - 1);
  }
  return chances;
}
