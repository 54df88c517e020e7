/** Where the scales of charts end. */

/** The smallest of 1 %, 2 %, 5 %, 10 %, 20 %, … 100 % that holds all of the shares. */
export function fineShare(shares: readonly number[]): number {
  return [0.01, 0.02, 0.05].find((end) => shares.every((share) => share <= end)) ?? niceShare(shares);
}

/** The smallest of 10 %, 20 %, … 100 % that holds all of the shares. */
export function niceShare(shares: readonly number[]): number {
  const most = shares.reduce((sofar, share) => Math.max(sofar, share), 0);
  return Math.min(1, Math.max(1, Math.ceil(most * 10 - 1e-9)) / 10);
}
