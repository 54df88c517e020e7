import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fit,
  fitLogistic,
  gradientAt,
  logOddsOf,
  type Penalties,
  type Samples,
  type Weights,
} from '../../src/learn/logistic.ts';

const LABELS = 2;
const WIDTH = 2;
const FEATURES = 3;

interface Row {
  /** Of each label. */
  readonly signals: readonly (readonly number[])[];
  readonly features: readonly number[];
  readonly gold: readonly boolean[];
  readonly weight: number;
}

function samplesOf(rows: readonly Row[]): Samples {
  const sparse = rows.map(({ features }) => [...features.entries()].filter(([, value]) => value !== 0));
  const starts = new Int32Array(rows.length + 1);
  sparse.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + row.length;
  });
  return {
    talks: rows.length,
    labels: LABELS,
    width: WIDTH,
    shared: Float64Array.from(rows.flatMap(({ signals }) => signals.flat())),
    features: FEATURES,
    starts,
    indices: Int32Array.from(sparse.flat(), ([feature]) => feature),
    values: Float64Array.from(sparse.flat(), ([, value]) => value),
    gold: Uint8Array.from(rows.flatMap(({ gold }) => gold.map(Number))),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  };
}

const number = fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10);
const list = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const rows = fc.array(
  fc.record<Row>({
    signals: fc.tuple(list(WIDTH), list(WIDTH)),
    features: list(FEATURES),
    gold: fc.tuple(fc.boolean(), fc.boolean()),
    weight: fc.constantFrom(1, 0.3),
  }),
  { minLength: 1, maxLength: 12 },
);
const weightsFrom = ([bias = 0, ...rest]: readonly number[]): Weights => ({
  bias,
  shared: Float64Array.from(rest.slice(0, WIDTH)),
  sparse: Float64Array.from(rest.slice(WIDTH)),
});
const SIZE = 1 + WIDTH + FEATURES * LABELS;
const flat = ({ bias, shared, sparse }: Weights): readonly number[] => [bias, ...shared, ...sparse];

/** The loss as a book has it. */
function lossOf(samples: Samples, talks: readonly number[], weights: Weights): number {
  let loss = 0;
  for (const talk of talks) {
    logOddsOf(samples, talk, weights).forEach((odds, label) => {
      const right = samples.gold[talk * LABELS + label] === 1;
      loss += (samples.weights[talk] ?? 1) * Math.log1p(Math.exp(right ? -odds : odds));
    });
  }
  return loss;
}

/** By central differences. */
function slopes(at: readonly number[], f: (weights: Weights) => number, by = 1e-5): readonly number[] {
  const moved = (i: number, step: number) => f(weightsFrom(at.map((value, j) => (i === j ? value + step : value))));
  return at.map((_, i) => (moved(i, by) - moved(i, -by)) / (2 * by));
}

const MILD: Penalties = { shared: 0.5, sparse: 0.5, l1: 0.3, l1Features: FEATURES };
const fitted = (samples: Samples, more: Partial<Fit> = {}): Promise<Weights> =>
  fitLogistic(samples, { iterations: 400, penalties: MILD, ...more });

describe('gradient', () => {
  it('is that of the loss, by finite differences', () => {
    fc.assert(
      fc.property(rows, list(SIZE), fc.nat(), (given, at, left) => {
        const samples = samplesOf(given);
        const talks = [...given.keys()].filter((talk) => talk !== left % given.length);
        const gradient = {
          bias: 7,
          shared: new Float64Array(WIDTH).fill(7),
          sparse: new Float64Array(SIZE - 3).fill(7),
        };
        gradientAt(samples, talks, weightsFrom(at), gradient);
        const expected = slopes(at, (weights) => lossOf(samples, talks, weights));
        flat(gradient).forEach((value, i) => {
          expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 5);
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('fitLogistic', () => {
  const once = (weight: number, gold: boolean): Row => ({
    signals: [
      [0, 0],
      [0, 0],
    ],
    features: [0, 0, 0],
    gold: [gold, gold],
    weight,
  });

  it.each<[string, readonly Row[], number]>([
    ['3 of 4 are right', [once(1, true), once(1, true), once(1, true), once(1, false)], Math.log(3)],
    ['half are right', [once(1, true), once(1, false)], 0],
    ['talks by their weight', [once(1, true), once(0.25, false)], Math.log(4)],
  ])('finds the log-odds where the bias alone can say something: %s', async (_, given, expected) => {
    const { bias, shared, sparse } = await fitted(samplesOf(given));
    expect(bias).toBeCloseTo(expected, 6);
    expect([...shared, ...sparse].every((weight) => weight === 0)).toBe(true);
  });

  it('ends where no way leads down, weights of exactly 0 held there by L1', async () => {
    await fc.assert(
      fc.asyncProperty(rows, list(SIZE), async (given, home) => {
        const samples = samplesOf(given);
        const prior = weightsFrom(home);
        const talks = [...given.keys()];
        const penalties = { ...MILD, l1Features: 2 };
        const found = flat(await fitted(samples, { iterations: 3000, prior, penalties }));
        const smooth = slopes(found, (weights) => {
          const away = flat(weights).map((weight, i) => (i === 0 ? 0 : weight - (home[i] ?? 0)));
          return lossOf(samples, talks, weights) + 0.25 * away.reduce((sum, value) => sum + value * value, 0);
        });
        smooth.forEach((slope, i) => {
          const away = (found[i] ?? 0) - (home[i] ?? 0);
          const isBound = i > WIDTH && i <= WIDTH + 2 * LABELS;
          // All right or all wrong: the free bias would run for ever.
          if (i === 0 && new Set(samples.gold).size === 1) return;
          if (!isBound) expect(Math.abs(slope)).toBeLessThan(0.02);
          else if (away === 0) expect(Math.abs(slope)).toBeLessThan(0.3 + 0.02);
          else expect(Math.abs(slope + 0.3 * Math.sign(away))).toBeLessThan(0.02);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('gives exact zeros to features that say nothing, and weight to the one that does', async () => {
    const given = Array.from({ length: 20 }, (_, i): Row => {
      const right = i % 2 === 0;
      return { ...once(1, right), features: [right ? 1 : 0, i % 4 < 2 ? 1 : 0, i % 5 === 0 ? 0.1 : 0] };
    });
    const { sparse } = await fitted(samplesOf(given));
    expect(sparse[0]).toBeGreaterThan(0.5);
    expect([...sparse.slice(2)]).toEqual([0, 0, 0, 0]);
    const { sparse: loose } = await fitted(samplesOf(given), { penalties: { ...MILD, l1Features: 0 } });
    expect([...loose].filter((weight) => weight === 0)).toEqual([]);
  });

  it('keeps the prior where talks say nothing', async () => {
    const prior = weightsFrom([0.5, 0.25, -0.75, 1, 2, 3, -4, 5, 6]);
    const given = Array.from({ length: 6 }, (_, i) => ({ ...once(1, i === 0), features: [i === 0 ? 0 : 1, 0, 0] }));
    const { shared, sparse } = await fitted(samplesOf(given), { prior });
    expect([...shared]).toEqual([0.25, -0.75]);
    expect([...sparse.slice(2)]).toEqual([3, -4, 5, 6]);
    expect(sparse[0]).toBeLessThan(0.9);
    expect(await fitted(samplesOf(given), { prior, talks: [] })).toEqual(prior);
    expect(await fitted(samplesOf([]), { prior })).toEqual(prior);
  });

  it('learns from the chosen talks alone, and tells of every step', async () => {
    const given = [once(1, true), once(1, true), once(1, false)];
    let steps = 0;
    const onStep = async (): Promise<void> => void steps++;
    const { bias } = await fitted(samplesOf(given), { talks: [0, 2], onStep });
    expect(bias).toBeCloseTo(0, 6);
    expect(steps).toBe(400);
  });
});
