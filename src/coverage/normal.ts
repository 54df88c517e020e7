/** The tails of the normal distribution, which JavaScript lacks. */

/** From here on the continued fraction settles sooner than the series does. */
const FAR = 3;
const FRACTIONS = 80;

/** How likely a value at least as far from 0 as `z` is, on either side: 1.96 → 0.05. Right to ten digits or more. */
export function normalTails(z: number): number {
  const x = Math.abs(z);
  return x < FAR ? Math.max(0, 1 - withinSeries(x)) : tailsFraction(x);
}

/** √(2/π) e^(−x²/2) (x + x³/3 + x⁵/(3·5) + …): all terms are positive, so none cancels another. */
function withinSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x ** 2 / (2 * n + 1);
    sum += term;
  }
  return 2 * density(x) * sum;
}

/** 2 φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))) (P.-S. Laplace 1805). */
function tailsFraction(x: number): number {
  let below = x;
  for (let n = FRACTIONS; n > 0; n--) below = x + n / below;
  return (2 * density(x)) / below;
}

function density(x: number): number {
  return Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
}
