/** Small differences in the comparison of the page. */
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../src/coverage/compare.ts';
import { comparisonTable } from '../../src/report/coverage/html/comparison.ts';
import { toHtml } from '../../src/report/coverage/html/write.ts';
import { reportOf } from './coverage-html-support.ts';
import { sketch } from './coverage-text-talks.ts';

/** The difference as it is written of `before` and `after` talks on drift in 監視の会, of 2,000 talks each; the latter side may have more. */
function differenceOf(before: number, after: number, more = 0): string {
  const talks = [before, after].flatMap((hits, at) =>
    Array.from({ length: 2000 + (at === 0 ? 0 : more) }, (_, i) =>
      sketch(`発表 ${at}-${i}`, i < hits ? 'drift' : '', { event: at === 0 ? '去年' : '監視の会' }),
    ),
  );
  const { coverage } = reportOf(talks);
  const [a, b] = ['去年', '監視の会'].map((key) => coverage.groups.find((group) => group.key === key));
  if (a === undefined || b === undefined) throw new Error('two groups are counted');
  const comparison = comparisonOf({ name: '去年', group: a }, { name: '監視の会', group: b }, 'talk');
  const table = toHtml(comparisonTable(comparison, [{ id: 'drift', label: { en: 'Drift', ja: 'ドリフト' } }]));
  return /<td><span class="en" lang="en">([^<]*) pts</.exec(table)?.[1] ?? '';
}

describe('the difference of two shares', () => {
  it.each([
    [100, 100, 0, '0'],
    [100, 160, 0, '+3'],
    [160, 100, 0, '−3'],
    [100, 108, 0, '+0.4'],
    [108, 100, 0, '−0.4'],
    [100, 119, 0, '+0.9'],
    [100, 120, 0, '+1'],
    [1000, 1000, 1, '≈0'],
  ])('of %i and %i talks and %i more is %s', (before, after, more, written) => {
    expect(differenceOf(before, after, more)).toBe(written);
  });
});
