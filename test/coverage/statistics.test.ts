/** Intervals, tests and chances against values that are printed elsewhere or can be worked out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalTails } from '../../src/coverage/normal.ts';
import { chanceOfNone, twoProportions, wilson } from '../../src/coverage/statistics.ts';

describe('wilson', () => {
  it.each<[string, number, number, number, number]>([
    ['Newcombe 1998, table I (a)', 81, 263, 0.2553, 0.3662],
    ['Newcombe 1998, table I (b)', 15, 148, 0.0624, 0.1605],
    ['Newcombe 1998, table I (c)', 0, 20, 0, 0.1611],
    ['Newcombe 1998, table I (d)', 1, 29, 0.0061, 0.1718],
    ['a group of one talk that treats it', 1, 1, 0.2065, 1],
    ['1件の発表、該当なし', 0, 1, 0, 0.7935],
  ])('%s', (_, hits, total, low, high) => {
    const interval = wilson(hits, total);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('is the whole range where there is nothing to count', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('normalTails', () => {
  it.each([
    [0, 1],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.5758293035489004, 0.01],
    [2.9999999, 0.002699797],
    [3, 0.0026997960632601866],
    [-5, 5.733031437583869e-7],
    [10, 1.5239706e-23],
  ])('of %d', (z, p) => {
    expect(normalTails(z) / p).toBeCloseTo(1, 6);
  });

  it('never rises with distance, across the place where the method changes', () => {
    const tails = Array.from({ length: 400 }, (_, i) => normalTails(2.9 + i / 2000));
    expect(tails).toEqual(tails.toSorted((a, b) => b - a));
  });
});

describe('chanceOfNone', () => {
  it.each<[string, number, number, number, number]>([
    ['both of 2 drawn miss the 1 of 4: C(3,2)/C(4,2)', 2, 1, 4, 3 / 6],
    ['5枚中エースなし: C(48,5)/C(52,5)', 5, 4, 52, 1_712_304 / 2_598_960],
    ['none of 6 lottery numbers of 49: C(43,6)/C(49,6)', 6, 6, 49, 6_096_454 / 13_983_816],
    ['all others treat it', 1, 5, 6, 1 / 6],
    ['nothing to hit', 3, 0, 9, 1],
    ['nothing drawn', 0, 3, 9, 1],
    ['no room to miss', 3, 2, 4, 0],
  ])('%s', (_, drawn, hits, total, chance) => {
    expect(chanceOfNone(drawn, hits, total)).toBeCloseTo(chance, 12);
  });

  it('holds for numbers whose factorials no double holds', () => {
    // 1/2 for each of 20 drawn out of very many, less what drawing without putting back takes.
    const exact = Array.from({ length: 20 }, (_, i) => (500_000 - i) / (1_000_000 - i)).reduce((a, b) => a * b, 1);
    expect(chanceOfNone(20, 500_000, 1_000_000) / exact).toBeCloseTo(1, 12);
    expect(chanceOfNone(500_000, 20, 1_000_000)).toBe(chanceOfNone(20, 500_000, 1_000_000));
  });
});

describe('twoProportions', () => {
  it.each<[string, [number, number], [number, number], number, 'z' | 'fisher']>([
    // z = (0.30 − 0.20) / √(0.25 · 0.75 · 0.02) = 1.632993
    ['20 of 100 and 30 of 100', [20, 100], [30, 100], 0.10247, 'z'],
    // z = 0.2 / √(0.5 · 0.5 · 0.04) = 2
    ['40 % と 60 %', [20, 50], [30, 50], 0.0455, 'z'],
    ['equal shares', [10, 50], [20, 100], 1, 'z'],
    // Fisher 1935, the lady tasting tea: (1 + 16 + 16 + 1) / 70
    ['the lady tasting tea, 3 right of 4', [3, 4], [1, 4], 34 / 70, 'fisher'],
    ['the lady tasting tea, all right', [4, 4], [0, 4], 2 / 70, 'fisher'],
    // Fisher's table of convicts' twins, whose chi-squared without correction is 13.032 = 3.61²
    ['twins of convicts', [10, 12], [3, 18], 0.000306, 'z'],
    // 1 / C(8, 3)
    ['3件すべてと5件中なし', [3, 3], [0, 5], 1 / 56, 'fisher'],
    ['two groups of one talk', [0, 1], [1, 1], 1, 'fisher'],
    ['neither treats it', [0, 30], [0, 40], 1, 'fisher'],
    ['all treat it', [30, 30], [40, 40], 1, 'fisher'],
  ])('%s', (_, [hitsA, a], [hitsB, b], p, test) => {
    const tested = twoProportions({ hits: hitsA, total: a }, { hits: hitsB, total: b });
    expect(tested.test).toBe(test);
    expect(tested.p).toBeCloseTo(p, 5);
  });

  it('says nothing where a side has no talk', () => {
    expect(twoProportions({ hits: 0, total: 0 }, { hits: 3, total: 9 })).toEqual({ p: null, test: null });
    expect(twoProportions({ hits: 3, total: 9 }, { hits: 0, total: 0 })).toEqual({ p: null, test: null });
  });

  it('expects 5 at least of each count for z', () => {
    expect(twoProportions({ hits: 5, total: 50 }, { hits: 5, total: 50 }).test).toBe('z');
    expect(twoProportions({ hits: 4, total: 50 }, { hits: 5, total: 50 }).test).toBe('fisher');
    expect(twoProportions({ hits: 46, total: 50 }, { hits: 45, total: 50 }).test).toBe('fisher');
  });

  const side = fc.nat(400).chain((total) => fc.record({ hits: fc.nat(total), total: fc.constant(total) }));

  it('is a chance, and the same from either side', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { p, test } = twoProportions(a, b);
        expect(twoProportions(b, a)).toEqual({ p, test });
        expect(p === null).toBe(a.total === 0 || b.total === 0);
        expect((p ?? 0) >= 0 && (p ?? 0) <= 1).toBe(true);
      }),
    );
  });

  it('of a small table equals the sum over all tables, by factorials', () => {
    const small = fc.integer({ min: 1, max: 9 }).chain((n) => fc.record({ hits: fc.nat(n), total: fc.constant(n) }));
    fc.assert(
      fc.property(small, small, (a, b) => {
        const { p, test } = twoProportions(a, b);
        if (test === 'fisher') expect(p).toBeCloseTo(byFactorials(a.hits, a.total, b.hits, b.total), 9);
      }),
    );
  });
});

function byFactorials(hitsA: number, a: number, hitsB: number, b: number): number {
  const hits = hitsA + hitsB;
  const tables = Array.from({ length: hits + 1 }, (_, k) => choose(a, k) * choose(b, hits - k));
  const seen = tables[hitsA] ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return sum(tables.filter((table) => table <= seen)) / sum(tables);
}

function choose(n: number, k: number): number {
  if (k > n) return 0;
  return Array.from({ length: k }, (_, i) => i).reduce((product, i) => (product * (n - i)) / (i + 1), 1);
}
