import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold, type Claim, calibrated, confidenceOf, reviewMarginOf } from '../../src/learn/calibrate.ts';

/** Claims in the very shares that a line says, `each` at every place. */
function claimsOn(slope: number, offset: number, each = 400): readonly Claim[] {
  return Array.from({ length: 41 }, (_, i) => (i - 20) / 10).flatMap((logOdds) => {
    const right = Math.round(each * confidenceOf(logOdds, { slope, offset }));
    return Array.from({ length: each }, (_, n) => ({ logOdds, right: n < right }));
  });
}

describe('calibrated', () => {
  it.each([
    [1, 0],
    [0.6, -0.4],
    [1.7, 0.3],
    [0.2, 1],
  ])('recovers the line of slope %d and offset %d', (slope, offset) => {
    const found = calibrated(claimsOn(slope, offset));
    expect(found.slope).toBeCloseTo(slope, 1);
    expect(found.offset).toBeCloseTo(offset, 1);
  });

  it.each<[string, readonly Claim[]]>([
    ['no claim', []],
    ['claims that are no candidates', claimsOn(1, 0, 1).map(({ right }) => ({ logOdds: -4, right }))],
  ])('keeps the line before where there is %s', (_, claims) => {
    const before = { slope: 0.7, offset: 0.2 };
    expect(calibrated(claims, before)).toEqual(before);
  });

  it('is drawn to the line before by few claims a little, by many wholly', () => {
    const before = { slope: 1, offset: 2 };
    const few = calibrated(claimsOn(1, -1, 1), before);
    expect(few.offset).toBeLessThan(1.9);
    expect(few.offset).toBeGreaterThan(calibrated(claimsOn(1, -1), before).offset + 0.2);
  });

  it('makes no claims less likely than the line before, however sure and wrong they were', () => {
    const loss = (claims: readonly Claim[], line: { slope: number; offset: number }): number =>
      claims
        .filter(({ logOdds }) => logOdds > -2.5)
        .reduce((sum, { logOdds, right }) => {
          const odds = (line.slope * logOdds + line.offset) * (right ? -1 : 1);
          return sum + Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));
        }, 0);
    const claim = fc.record({ logOdds: fc.double({ min: -2, max: 60, noNaN: true }), right: fc.boolean() });
    const before = { slope: 1, offset: 0 };
    const check = (claims: readonly Claim[]): void => {
      const line = calibrated(claims, before);
      expect(Number.isFinite(line.slope) && Number.isFinite(line.offset)).toBe(true);
      const away = 5 * ((line.slope - 1) ** 2 + line.offset ** 2);
      expect(loss(claims, line) + away).toBeLessThanOrEqual(loss(claims, before) + 1e-6);
    };
    check(Array.from({ length: 200 }, (_, i) => ({ logOdds: 30 + (i % 3), right: i % 10 === 0 })));
    fc.assert(fc.property(fc.array(claim, { maxLength: 60 }), check));
  });
});

describe('bestThreshold', () => {
  it.each<[string, (at: number) => number, number]>([
    ['the middle of a plateau', (at) => (at >= 0.295 && at <= 0.505 ? 0.7 : 0.5), 0.4],
    ['not a peak of chance beside it', (at) => (at === 0.25 ? 0.7015 : at >= 0.395 && at <= 0.505 ? 0.7 : 0.5), 0.45],
    ['a peak that is clearly best', (at) => (at === 0.25 ? 0.8 : 0.5), 0.25],
    ['nothing but zeros', () => 0, 0.4],
  ])('%s', (_, f1At, expected) => {
    expect(bestThreshold(f1At)).toBe(expected);
  });

  it('is as good as the best, whatever the curve', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 41, maxLength: 41 }), (curve) => {
        const f1At = (at: number): number => curve[Math.round(at * 100) - 20] ?? 0;
        expect(f1At(bestThreshold(f1At))).toBeGreaterThanOrEqual(Math.max(...curve) - 0.002);
      }),
    );
  });
});

describe('reviewMarginOf', () => {
  it.each<[string, readonly number[], number]>([
    ['one talk in eight', [0.1, 0.9, 0.55, 0.2, 0.8, 0.7, 0.3, 0.42], 0.08],
    ['the only talk', [0.75], 0.25],
    ['no talk', [], 0],
  ])('%s', (_, best, expected) => {
    expect(reviewMarginOf(best, 0.5)).toBeCloseTo(expected, 9);
  });
});
