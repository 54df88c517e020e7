/** Shares, chances, differences and series as people read them. */
import { describe, expect, it } from 'vitest';
import type { CoverageGroup } from '../../src/coverage/types.ts';
import { groupWords, words } from '../../src/report/coverage/markdown-lines.ts';
import { shade, sizeline, sparkline } from '../../src/report/coverage/spark.ts';
import { yearByYear } from '../../src/report/coverage/trend-rows.ts';
import { chance, groupName, percent, points, shortName } from '../../src/report/coverage/words.ts';
import { displayWidth } from '../../src/report/width.ts';

describe('numbers', () => {
  it.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.0049, '<1 %'],
    [0.005, '1 %'],
    [0.245, '25 %'],
    [0.9949, '99 %'],
    [0.9999, '>99 %'],
    [1, '100 %'],
  ])('a share of %d is %s', (share, shown) => {
    expect(percent(share)).toBe(shown);
  });

  it.each([
    [0, '<0.1 %'],
    [0.0009, '<0.1 %'],
    [0.0012, '0.1 %'],
    [0.04, '4 %'],
    [0.0496, '5 %'],
    [0.052, '5.2 %'],
    [0.0994, '9.9 %'],
    [0.0996, '10 %'],
    [1, '100 %'],
  ])('a chance of %d is %s', (p, shown) => {
    expect(chance(p)).toBe(shown);
  });

  it.each([
    [0, '0'],
    [0.001, '+<1'],
    [-0.001, '-<1'],
    [0.128, '+13'],
    [-1, '-100'],
  ])('a difference of %d is %s points', (difference, shown) => {
    expect(points(difference)).toBe(shown);
  });
});

describe('series', () => {
  it.each([
    [[0.1, 0.2, 0.3, 0.4, 0.5], 0.5, '▁▂▃▅▇', ':-=*#'],
    [[0, undefined, 0.5], 0.5, '· ▇', '. #'],
    [[0.07, 0.07, 0.07], 0.42, '▁▁▁', ':::'],
    [[1, 0.42], 0.42, '▇▇', '##'],
    [[0, 0], 0, '··', '..'],
    [[0.001, 1], 1, '▁▇', ':#'],
    [[], 0, '', ''],
  ])('%j up to %d is %s, in ASCII %s', (shares, top, blocks, signs) => {
    expect(sparkline(shares, top, true)).toBe(blocks);
    expect(sparkline(shares, top, false)).toBe(signs);
  });

  it.each([
    [[4, 5, undefined, 14], '○● ●', 'o@ @'],
    [[], '', ''],
  ])('years of %j talks are %s, in ASCII %s', (sizes, circles, signs) => {
    expect(sizeline(sizes, 5, true)).toBe(circles);
    expect(sizeline(sizes, 5, false)).toBe(signs);
  });

  it.each([
    [0, '▁'],
    [0.049, '▁'],
    [0.05, '▂'],
    [0.1, '▃'],
    [0.2, '▅'],
    [0.4, '▇'],
    [1, '▇'],
  ])('a share of %d has the shade %s', (share, block) => {
    expect(shade(share)).toBe(block);
  });

  const point = (key: string): CoverageGroup => ({
    key,
    talks: 1,
    tagged: 1,
    untagged: 0,
    review: 0,
    parts: {},
    elements: {},
    tools: [],
    organisations: [],
  });

  it.each([
    [['2019', '2021'], 24, '2019  2021'],
    [['1', '9999'], 24, '1 9999'],
    [['2001', '2002', '2003'], 2, '2002 2003'],
    [['2020'], 24, '2020'],
    [[], 24, ''],
  ])('years %j with room for %i', (years, most, shown) => {
    const drawn = yearByYear(years.map(point), most);
    expect(drawn.map((one) => one?.key ?? '').join(' ')).toBe(shown);
  });
});

describe('names', () => {
  it.each([
    [{ key: "OpML '20" }, null, "OpML '20"],
    [{ key: '' }, null, '(no event)'],
    [{ key: '\u200b' }, null, '(blank)'],
    [{ key: '機械学習の集い', and: '2020' }, 'year', '機械学習の集い / 2020'],
    [{ key: '', and: '' }, 'year', '(no event) / (no year)'],
    [{ key: '\u001b[2J' }, null, '␛[2J'],
  ])('%j by event and %s is %s', (group, and, name) => {
    expect(groupName(group, { by: 'event', and })).toBe(name);
  });

  it.each([
    ['short', 'short'],
    ['Operational Learning Systems Conference 2019', 'Operational Le…ce 2019'],
    ['機械学習の運用と監視に関する国際会議 2019', '機械学習の運用…議 2019'],
  ])('%s in 22 columns is %s', (name, short) => {
    expect(shortName(name, 22, '…')).toBe(short);
    expect(displayWidth(short)).toBeLessThanOrEqual(22);
  });

  it('markdown cuts what is endless, and shows markup of strangers as text', () => {
    expect(words('監'.repeat(10_000)).length).toBeLessThanOrEqual(101);
    expect(groupWords(`${'*'.repeat(9000)} 2020`)).toMatch(/^(\\\*)+….* 2020$/);
    expect(words('<b>監視</b> | @octocat')).toBe('&lt;b&gt;監視&lt;/b&gt; \\| @<!-- -->octocat');
  });
});
