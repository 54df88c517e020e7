/** Gaps: what a group lacks and others of its kind have, and how likely that is by chance. */
import { describe, expect, it } from 'vitest';
import { gapsOf, gapTestsOf } from '../../src/coverage/gaps.ts';
import { type Counting, coverageOf, TAXONOMY, times, type Written } from './support.ts';

function gaps(written: readonly Written[], counting: Counting) {
  return gapsOf(coverageOf(written, counting), TAXONOMY);
}

const THREE: readonly Written[] = [
  ...times(4, { event: '甲', tags: ['drift'] }),
  ...times(2, { event: '乙', tags: ['drift', 'canary'] }),
  ...times(2, { event: '丙', tags: ['canary'] }),
];

describe('gapsOf', () => {
  it('tells the least likely first, ties in the order of groups', () => {
    const found = gaps(THREE, { by: 'event' });
    expect(found.map(({ key, id, part }) => [key, id, part])).toEqual([
      ['甲', 'canary', 'serving'],
      ['丙', 'drift', 'monitoring'],
    ]);
    // Of 8 talks 4 are on canary, and 甲 has 4: C(4,4) / C(8,4). Of 8 talks 6 are on drift, and 丙 has 2: C(2,2) / C(8,2).
    expect(found[0]).toMatchObject({ of: 4, others: { talks: 4, of: 4, share: 1 } });
    expect(found[0]?.chance).toBeCloseTo(1 / 70, 12);
    expect(found[1]).toMatchObject({ of: 2, others: { talks: 6, of: 6, share: 1 } });
    expect(found[1]?.chance).toBeCloseTo(1 / 28, 12);
  });

  it.each<[string, readonly Written[], Counting, readonly (readonly [string, string])[]]>([
    ['no group, no gap', THREE, {}, []],
    ['one group, none other', times(3, { event: '甲', tags: ['drift'] }), { by: 'event' }, []],
    ['what nobody treats', [{ event: '甲' }, { event: '乙' }], { by: 'event' }, []],
    ['no talk', [], { by: 'event' }, []],
    [
      'talks without an event neither have gaps nor show any',
      [{ event: '甲', tags: ['drift'] }, { event: '乙', tags: ['drift'] }, { tags: ['canary'] }],
      { by: 'event' },
      [],
    ],
    [
      'a talk in review treats nothing',
      [
        { event: '甲', tags: ['drift'] },
        { event: '乙', tags: ['drift'], status: 'review' },
      ],
      { by: 'event' },
      [['乙', 'drift']],
    ],
    [
      'unless it is asked to',
      [
        { event: '甲', tags: ['drift'] },
        { event: '乙', tags: ['drift'], status: 'review' },
      ],
      { by: 'event', includeReview: true },
      [],
    ],
    [
      'what is treated beside the primary is no gap, whatever the weight',
      [
        { event: '甲', tags: ['drift', 'canary'] },
        { event: '乙', tags: ['canary', 'drift'] },
      ],
      { by: 'event', weight: 'primary' },
      [],
    ],
    [
      'what the taxonomy does not know cannot be asked for',
      [
        { event: '甲', tags: ['drift', '見知らぬ'] },
        { event: '乙', tags: ['drift'] },
      ],
      { by: 'event' },
      [],
    ],
    [
      'events of the same year, and one alone in its year beside all',
      [
        { event: '甲', year: 2020, tags: ['drift'] },
        { event: '乙', year: 2020, tags: ['drift'] },
        { event: '丙', year: 2021, tags: ['canary'] },
        { event: '丁', tags: ['batch'] },
      ],
      { by: 'event', and: 'year' },
      [['丙', 'drift']],
    ],
  ])('%s', (_, written, counting, found) => {
    expect(gaps(written, counting).map(({ key, id }) => [key, id])).toEqual(found);
  });

  it('counts a talk of two speakers once among the others', () => {
    const [gap, ...more] = gaps(
      [
        { speakers: ['甲', '乙'], tags: ['drift'] },
        { speakers: ['丙'], tags: ['canary'] },
        { speakers: ['甲', '乙'], tags: ['canary'] },
      ],
      { by: 'speaker' },
    );
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ key: '丙', id: 'drift', of: 1, others: { talks: 1, of: 2, share: 0.5 } });
    expect(gap?.chance).toBeCloseTo(2 / 3, 12);
  });

  it('finds no more others than there are talks, by two keys either', () => {
    const written = [
      ...times(9, { speakers: ['甲', '乙', '丙'], year: 2020, tags: ['drift'] }),
      { speakers: ['丁'], year: 2020, tags: ['canary'] },
    ];
    const [gap] = gaps(written, { by: 'speaker', and: 'year' }).filter(({ key }) => key === '丁');
    expect(gap).toMatchObject({ and: '2020', id: 'drift', of: 1, others: { talks: 9, of: 9, share: 1 } });
    expect(gap?.chance).toBeCloseTo(1 / 10, 12);
  });

  it('is done in one go over very many groups', () => {
    const written = Array.from({ length: 4000 }, (_, i) => ({
      event: `勉強会${i}`,
      tags: [i % 2 ? 'drift' : 'canary'],
    }));
    const found = gaps(written, { by: 'event' });
    expect(found).toHaveLength(4000);
    expect(new Set(found.map(({ chance }) => chance.toFixed(6)))).toEqual(new Set(['0.500000']));
  });
});

describe('gapTestsOf', () => {
  it('counts what was looked at, and what chance alone makes of it', () => {
    const { tested, expected } = gapTestsOf(coverageOf(THREE, { by: 'event' }), TAXONOMY);
    expect(tested).toBe(6);
    // Below 5 %: 甲 without canary 1/70, 乙 and 丙 without drift 1/28 each; without canary they are at 6/28.
    expect(expected).toBeCloseTo(1 / 70 + 2 / 28, 12);
  });

  it('tests nothing where there is no other group', () => {
    const one = times(3, { event: '甲', tags: ['drift'] });
    expect(gapTestsOf(coverageOf(one, { by: 'event' }), TAXONOMY)).toEqual({ tested: 0, expected: 0 });
  });
});
