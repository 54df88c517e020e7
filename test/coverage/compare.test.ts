/** Two groups side by side, and groups by name. */
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../src/coverage/compare.ts';
import { groupNamed, typedName } from '../../src/coverage/group-named.ts';
import type { ChangeStatus, Weight } from '../../src/coverage/types.ts';
import { UsageError } from '../../src/findings.ts';
import { type Counting, coverageOf, times, type Written } from './support.ts';

function compared(before: readonly Written[], after: readonly Written[], weight: Weight = 'talk') {
  return comparisonOf(
    { name: '甲', group: coverageOf(before).all },
    { name: '乙', group: coverageOf(after).all },
    weight,
  );
}

describe('comparisonOf', () => {
  it.each<[string, readonly Written[], readonly Written[], ChangeStatus, number]>([
    ['new', [{}], [{ tags: ['drift'] }], 'new', 1],
    ['gone', [{ tags: ['drift'] }, {}], [{}], 'gone', -0.5],
    ['grown', [{ tags: ['drift'] }, {}, {}, {}], [{ tags: ['drift'] }, {}], 'grown', 0.25],
    [
      'shrunk, though more talks',
      [{ tags: ['drift'] }],
      [...times(2, { tags: ['drift'] }), ...times(2, {})],
      'shrunk',
      -0.5,
    ],
    ['割合は同じ', [{ tags: ['drift'] }, {}, {}], [...times(2, { tags: ['drift'] }), ...times(4, {})], 'same', 0],
    ['none', [{}], [{}], 'none', 0],
    ['from nothing', [], [{ tags: ['drift'] }], 'new', 1],
    ['to nothing', [{ tags: ['drift'] }], [], 'gone', -1],
    ['nothing at all', [], [], 'none', 0],
  ])('%s', (_, before, after, status, difference) => {
    const change = compared(before, after).elements.find(({ id }) => id === 'drift');
    expect(change).toMatchObject({ status, difference });
    expect(change?.p === null).toBe(before.length === 0 || after.length === 0);
  });

  it('says how likely a difference is by chance, and by which test', () => {
    const before = [...times(20, { tags: ['drift', 'canary'] }), ...times(30, {})];
    const after = [...times(30, { tags: ['drift'] }), ...times(20, {})];
    const { elements, parts, ...sides } = compared(before, after);
    expect(sides).toEqual({ before: { name: '甲', talks: 50 }, after: { name: '乙', talks: 50 } });
    expect(parts.map(({ id }) => id)).toEqual(['monitoring', 'serving']);
    const [drift, , canary] = elements;
    expect(drift).toMatchObject({ id: 'drift', test: 'z', significant: true, before: { talks: 20, share: 0.4 } });
    expect(drift?.p).toBeCloseTo(0.0455, 4);
    expect(canary).toMatchObject({ id: 'canary', status: 'gone', test: 'z', significant: true });
  });

  it('compares what the weight counts', () => {
    const sides = [[{ tags: ['drift', 'canary'] }], [{ tags: ['canary', 'drift'] }]] as const;
    const statuses = (weight: Weight) => compared(...sides, weight).elements.map(({ id, status }) => `${id} ${status}`);
    expect(statuses('talk')).toEqual(['drift same', 'alerts none', 'canary same', 'batch none']);
    expect(statuses('primary')).toEqual(['drift gone', 'alerts none', 'canary new', 'batch none']);
  });

  it('keeps concepts that one side alone knows', () => {
    const { elements } = compared([{ tags: ['昔'] }], [{ tags: ['constructor'] }]);
    expect(elements.map(({ id, status }) => `${id} ${status}`).slice(4)).toEqual(['constructor new', '昔 gone']);
  });
});

const EVENTS: readonly Written[] = [
  { event: 'OpML' },
  { event: 'ＭＬＳＥ' },
  { event: 'MLSE' },
  { event: '勉強会' },
  {},
];
const PAIRS: readonly Written[] = [
  { event: 'OpML', year: 2019 },
  { event: 'OpML', year: 2020 },
  { event: '勉強会', year: 2020 },
];

describe('groupNamed', () => {
  it.each<[string, readonly Written[], Counting, string]>([
    ['OpML', EVENTS, { by: 'event' }, 'OpML'],
    [' opml ', EVENTS, { by: 'event' }, 'OpML'],
    ['ＯｐＭＬ', EVENTS, { by: 'event' }, 'OpML'],
    ['MLSE', EVENTS, { by: 'event' }, 'MLSE'],
    ['ＭＬＳＥ', EVENTS, { by: 'event' }, 'ＭＬＳＥ'],
    ['勉強会　', EVENTS, { by: 'event' }, '勉強会'],
    ['勉強会', PAIRS, { by: 'event', and: 'year' }, '勉強会 / 2020'],
    ['opml / 2019', PAIRS, { by: 'event', and: 'year' }, 'OpML / 2019'],
  ])('finds %s', (name, written, counting, found) => {
    expect(typedName(groupNamed(coverageOf(written, counting), name))).toBe(found);
  });

  it.each<[string, readonly Written[], Counting, string]>([
    [
      'OpMl20',
      EVENTS,
      { by: 'event' },
      'There is no event "OpMl20" (did you mean "OpML"?); there are MLSE, OpML, 勉強会, ＭＬＳＥ.',
    ],
    ['勉強化', EVENTS, { by: 'event' }, 'There is no event "勉強化" (did you mean "勉強会"?); there are '],
    ['mlse', EVENTS, { by: 'event' }, '"mlse" may be any of several groups; write one of MLSE, ＭＬＳＥ.'],
    ['', EVENTS, { by: 'event' }, 'There is no event ""; '],
    ['甲', [{}], { by: 'event' }, 'There is no event "甲"; no talk says its event.'],
    ['甲', EVENTS, {}, 'There is no group "甲": talks are in groups with --by KEY.'],
    ['OpML', PAIRS, { by: 'event', and: 'year' }, 'write one of OpML / 2019, OpML / 2020.'],
    [
      '甲',
      PAIRS,
      { by: 'event', and: 'year' },
      'There is no event / year "甲"; there are OpML / 2019, OpML / 2020, 勉',
    ],
  ])('refuses %j', (name, written, counting, message) => {
    const call = () => groupNamed(coverageOf(written, counting), name);
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });

  it('names twelve groups at most', () => {
    const coverage = coverageOf(
      Array.from({ length: 40 }, (_, i) => ({ year: 1980 + i })),
      { by: 'year' },
    );
    expect(() => groupNamed(coverage, '令和二年')).toThrow(/there are 1980, 1981, .*1991 and 28 more\.$/);
  });
});
