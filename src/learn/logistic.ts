/**
 * Logistic regression of many labels at once, in two blocks: weights of signals that all labels share, and weights of sparse features
 * that each label has for itself. Both are drawn towards a prior (zero, or another model's: C. Chelba and A. Acero 2004), the sparse ones
 * also onto it (L1), so that a weight which the talks do not ask for is none. Solved by accelerated proximal gradient steps over all talks
 * (FISTA: A. Beck and M. Teboulle 2009): no random order, the same bytes every time.
 */

/** What is learned from: `talks × labels` rows of shared signals, a row of sparse features a talk. */
export interface Samples {
  readonly talks: number;
  readonly labels: number;
  /** Shared signals a row. */
  readonly width: number;
  /** `[(talk * labels + label) * width + signal]` */
  readonly shared: Float64Array;
  /** Sparse features there are. */
  readonly features: number;
  /** Row `talk` is `[starts[talk], starts[talk + 1])` of the two behind it. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** 1 where the label is right: `[talk * labels + label]` */
  readonly gold: Uint8Array;
  /** How much a talk counts. */
  readonly weights: Float64Array;
}

export interface Penalties {
  /** L2, on the weights of the shared signals; the bias is free. */
  readonly shared: number;
  /** L2, on those of the sparse features. */
  readonly sparse: number;
  /** L1, on the features below `l1Features` alone. */
  readonly l1: number;
  readonly l1Features: number;
}

export interface Weights {
  readonly bias: number;
  readonly shared: Float64Array;
  /** `[feature * labels + label]` */
  readonly sparse: Float64Array;
}

export interface Fit {
  readonly iterations: number;
  readonly penalties: Penalties;
  readonly prior?: Weights;
  /** Talks to learn from; all when absent. */
  readonly talks?: readonly number[];
  /** Called after every step, and waited for. */
  readonly onStep?: () => Promise<void>;
}

/** Two blocks that move at once may each take a step half as long as either could alone. */
const SAFETY = 2;
const POWER_STEPS = 12;

export async function fitLogistic(
  samples: Samples,
  { iterations, penalties, prior, talks, onStep }: Fit,
): Promise<Weights> {
  const { labels, width, features } = samples;
  const chosen = talks ?? Array.from({ length: samples.talks }, (_, talk) => talk);
  const zero = prior ?? {
    bias: 0,
    shared: new Float64Array(width),
    sparse: new Float64Array(features * labels),
  };
  const sharedStep = 1 / (0.25 * sharedCurvature(samples, chosen) * SAFETY + penalties.shared);
  const sparseStep = 1 / (0.25 * sparseCurvature(samples, chosen) * SAFETY + penalties.sparse);
  const threshold = penalties.l1 * sparseStep;
  let weights: Weights = { bias: zero.bias, shared: zero.shared.slice(), sparse: zero.sparse.slice() };
  const ahead = { bias: weights.bias, shared: weights.shared.slice(), sparse: weights.sparse.slice() };
  const gradient = { bias: 0, shared: new Float64Array(width), sparse: new Float64Array(features * labels) };
  const next = { bias: 0, shared: weights.shared.slice(), sparse: weights.sparse.slice() };
  let pace = 1;
  for (let step = 0; step < iterations; step++) {
    gradientAt(samples, chosen, ahead, gradient);
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const momentum = (pace - 1) / nextPace;
    pace = nextPace;
    next.bias = ahead.bias - sharedStep * gradient.bias;
    for (let i = 0; i < width; i++) {
      const at = ahead.shared[i] ?? 0;
      next.shared[i] = at - sharedStep * ((gradient.shared[i] ?? 0) + penalties.shared * (at - (zero.shared[i] ?? 0)));
    }
    for (let i = 0; i < next.sparse.length; i++) {
      const at = ahead.sparse[i] ?? 0;
      const home = zero.sparse[i] ?? 0;
      const moved = at - sparseStep * ((gradient.sparse[i] ?? 0) + penalties.sparse * (at - home));
      next.sparse[i] = i < penalties.l1Features * labels ? home + shrunk(moved - home, threshold) : moved;
    }
    ahead.bias = next.bias + momentum * (next.bias - weights.bias);
    accelerate(ahead.shared, next.shared, weights.shared, momentum);
    accelerate(ahead.sparse, next.sparse, weights.sparse, momentum);
    weights = { bias: next.bias, shared: next.shared.slice(), sparse: next.sparse.slice() };
    await onStep?.();
  }
  return weights;
}

function shrunk(value: number, by: number): number {
  return value > by ? value - by : value < -by ? value + by : 0;
}

function accelerate(ahead: Float64Array, next: Float64Array, last: Float64Array, momentum: number): void {
  for (let i = 0; i < ahead.length; i++) {
    const value = next[i] ?? 0;
    ahead[i] = value + momentum * (value - (last[i] ?? 0));
  }
}

/** Log-odds of every label of a talk. */
export function logOddsOf(samples: Samples, talk: number, weights: Weights): Float64Array {
  const { labels, width, shared, starts, indices, values } = samples;
  const odds = new Float64Array(labels);
  for (let label = 0; label < labels; label++) {
    let sum = weights.bias;
    const row = (talk * labels + label) * width;
    for (let i = 0; i < width; i++) sum += (shared[row + i] ?? 0) * (weights.shared[i] ?? 0);
    odds[label] = sum;
  }
  for (let at = starts[talk] ?? 0; at < (starts[talk + 1] ?? 0); at++) {
    const column = (indices[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let label = 0; label < labels; label++)
      odds[label] = (odds[label] ?? 0) + value * (weights.sparse[column + label] ?? 0);
  }
  return odds;
}

/** Puts into `gradient` that of the loss, without the penalties. */
export function gradientAt(
  samples: Samples,
  talks: readonly number[],
  weights: Weights,
  gradient: { bias: number; readonly shared: Float64Array; readonly sparse: Float64Array },
): void {
  const { labels, width, shared, starts, indices, values, gold } = samples;
  gradient.bias = 0;
  gradient.shared.fill(0);
  gradient.sparse.fill(0);
  for (const talk of talks) {
    const residual = logOddsOf(samples, talk, weights);
    const counts = samples.weights[talk] ?? 1;
    for (let label = 0; label < labels; label++) {
      const off = counts * (1 / (1 + Math.exp(-(residual[label] ?? 0))) - (gold[talk * labels + label] ?? 0));
      residual[label] = off;
      gradient.bias += off;
      const row = (talk * labels + label) * width;
      for (let i = 0; i < width; i++) gradient.shared[i] = (gradient.shared[i] ?? 0) + off * (shared[row + i] ?? 0);
    }
    for (let at = starts[talk] ?? 0; at < (starts[talk + 1] ?? 0); at++) {
      const column = (indices[at] ?? 0) * labels;
      const value = values[at] ?? 0;
      for (let label = 0; label < labels; label++)
        gradient.sparse[column + label] = (gradient.sparse[column + label] ?? 0) + value * (residual[label] ?? 0);
    }
  }
}

/** The largest eigenvalue of the sparse features' Gram matrix, by power iteration. */
function sparseCurvature({ features, starts, indices, values, weights }: Samples, talks: readonly number[]): number {
  let vector = new Float64Array(features).fill(1);
  let largest = 1;
  for (let step = 0; step < POWER_STEPS; step++) {
    const image = new Float64Array(features);
    for (const talk of talks) {
      let sum = 0;
      for (let at = starts[talk] ?? 0; at < (starts[talk + 1] ?? 0); at++)
        sum += (values[at] ?? 0) * (vector[indices[at] ?? 0] ?? 0);
      sum *= weights[talk] ?? 1;
      for (let at = starts[talk] ?? 0; at < (starts[talk + 1] ?? 0); at++) {
        const feature = indices[at] ?? 0;
        image[feature] = (image[feature] ?? 0) + sum * (values[at] ?? 0);
      }
    }
    largest = lengthOf(image);
    vector = image.map((value) => value / (largest || 1));
  }
  return largest;
}

/** The same for the shared signals and the bias. */
function sharedCurvature({ labels, width, shared, weights }: Samples, talks: readonly number[]): number {
  let vector = new Float64Array(width + 1).fill(1);
  let largest = 1;
  for (let step = 0; step < POWER_STEPS; step++) {
    const image = new Float64Array(width + 1);
    for (const talk of talks) {
      for (let label = 0; label < labels; label++) {
        const row = (talk * labels + label) * width;
        let sum = vector[width] ?? 0;
        for (let i = 0; i < width; i++) sum += (shared[row + i] ?? 0) * (vector[i] ?? 0);
        sum *= weights[talk] ?? 1;
        for (let i = 0; i < width; i++) image[i] = (image[i] ?? 0) + sum * (shared[row + i] ?? 0);
        image[width] = (image[width] ?? 0) + sum;
      }
    }
    largest = lengthOf(image);
    vector = image.map((value) => value / (largest || 1));
  }
  return largest;
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}
