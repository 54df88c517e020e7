/** Intervals and tests for shares. */

/** The quantile of the normal distribution that 95 % two-sided intervals stand on. */
const Z95 = 1.959964;

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
