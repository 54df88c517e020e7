/** Counting by group: what adds up, what an order cannot change, keys as they are written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedTalk, CoverageGroup } from '../../src/coverage/types.ts';
import { type Counting, counterOf, coverageOf, talkOf, talksOf, type Written } from './support.ts';

describe('counts', () => {
  it('a talk once an element and part, beside all talks of its group', () => {
    const { groups } = coverageOf(
      [
        { event: '勉強会', tags: ['drift@0.9', 'alerts@0.5'] },
        { event: '勉強会', tags: ['canary@0.7', 'drift@0.6'] },
        { event: '勉強会' },
        { event: '勉強会', tags: ['drift'], status: 'review' },
      ],
      { by: 'event' },
    );
    const [group] = groups;
    expect(group).toMatchObject({ key: '勉強会', talks: 4, tagged: 2, untagged: 1, review: 1 });
    expect(group?.elements['drift']).toMatchObject({ talks: 2, primary: 1, share: 0.5 });
    expect(group?.elements['drift']?.examples.map(({ id }) => id)).toEqual(['発表-1', '発表-2']);
    expect(group?.parts['monitoring']).toMatchObject({ talks: 2, primary: 1, share: 0.5 });
    expect(group?.parts['serving']).toMatchObject({ talks: 1, primary: 1, share: 0.25 });
    expect(group?.elements['batch']).toMatchObject({ talks: 0, primary: 0, share: 0, low: 0, examples: [] });
  });

  it.each<[string, Counting, number, number]>([
    ['talks that treat it', {}, 2, 2 / 3],
    ['talks whose primary it is', { weight: 'primary' }, 2, 1 / 3],
    ['doubtful talks too', { includeReview: true }, 3, 3 / 3],
    ['疑わしい発表の主題も', { weight: 'primary', includeReview: true }, 3, 2 / 3],
  ])('%s', (_, counting, talks, share) => {
    const written: Written[] = [
      { tags: ['drift'] },
      { tags: ['canary', 'drift'] },
      { tags: ['drift'], status: 'review' },
    ];
    expect(coverageOf(written, counting).all.elements['drift']).toMatchObject({ talks, share });
  });

  it('a tag that a record repeats once, and an organisation likewise', () => {
    const { all } = coverageOf([{ tags: ['drift@0.9', 'drift@0.4'], organisations: ['株式会社見本', '株式会社見本'] }]);
    expect(all.elements['drift']?.talks).toBe(1);
    expect(all.parts['monitoring']?.talks).toBe(1);
    expect(all.organisations).toEqual([{ name: '株式会社見本', talks: 1, elements: { drift: 1 } }]);
  });

  it('an organisation by its name without spaces around, as groups are', () => {
    const { all, groups } = coverageOf(
      [{ tags: ['drift'], organisations: ['株式会社見本', ' 株式会社見本　', ' ', ''] }],
      {
        by: 'organisation',
      },
    );
    expect(all.organisations).toEqual([{ name: '株式会社見本', talks: 1, elements: { drift: 1 } }]);
    expect(groups.map(({ key }) => key)).toEqual(all.organisations.map(({ name }) => name));
    expect(coverageOf([{ tags: ['drift'], organisations: [' ', ''] }]).all.organisations).toEqual([]);
  });

  it('products with the elements whose tags rest on them, most talks first', () => {
    const { all } = coverageOf([
      {
        tags: ['drift', 'canary', 'batch'],
        products: { drift: ['Vertex AI'], canary: ['Vertex AI', '見本基盤', '見本基盤'] },
      },
      { tags: ['canary', 'drift'], products: { canary: ['見本基盤'] } },
      { tags: ['canary'], products: { canary: ['見本基盤'] }, status: 'review' },
      { tags: ['alerts'] },
    ]);
    expect(all.tools).toEqual([
      { name: '見本基盤', talks: 2, elements: { canary: 2 } },
      { name: 'Vertex AI', talks: 1, elements: { canary: 1, drift: 1 } },
    ]);
  });

  it('the part that the taxonomy has an element under, whatever a record says', () => {
    const strange = talkOf({ tags: ['drift', '見知らぬ', 'canary'] });
    const tags = strange.tags.map((tag) => ({ ...tag, part: '古い部' }));
    const { all } = counterOf([{ ...strange, tags }]).coverage();
    const treated = Object.entries(all.parts).filter(([, { talks }]) => talks > 0);
    expect(treated.map(([id, { primary }]) => [id, primary])).toEqual([
      ['monitoring', 1],
      ['serving', 0],
      ['古い部', 0],
    ]);
  });

  it('one name of a product in all groups and years, whatever each of them writes', () => {
    const counter = counterOf(
      talksOf([
        { event: '甲', year: 2019, tags: ['canary'], products: { canary: ['Apache 見本'] } },
        { event: '乙', year: 2020, tags: ['canary'], products: { canary: ['見本'] } },
        { event: '丙', year: 2020, tags: ['canary'], products: { canary: ['Dask'] } },
        { event: '丁', year: 2021, tags: ['canary'], products: { canary: ['dask'] } },
      ]),
      { by: 'event' },
    );
    const namesIn = (groups: readonly CoverageGroup[]) => groups.flatMap(({ tools }) => tools.map(({ name }) => name));
    const { all, groups } = counter.coverage();
    expect(all.tools.map(({ name, talks }) => [name, talks])).toEqual([
      ['Dask', 2],
      ['見本', 2],
    ]);
    expect(namesIn(groups)).toEqual(['Dask', 'Dask', '見本', '見本']);
    expect(namesIn(counter.trend().points)).toEqual(['見本', 'Dask', '見本', 'Dask']);
  });

  it.each([
    [['Amazon SageMaker', 'SageMaker'], 'SageMaker'],
    [['Apache Spark'], 'Apache Spark'],
    [['AWS Batch', 'Amazon Batch'], 'AWS Batch'],
    [['Apache 見本', '見本'], '見本'],
    [['Apache'], 'Apache'],
    [['dask', 'Dask', 'DASK'], 'DASK'],
    [['apache spark', 'Apache Spark', 'spark'], 'spark'],
  ])('one product under the names %j once a talk, in any order, as %s', (names, shown) => {
    const expected = [{ name: shown, talks: 2, elements: { canary: 2 } }];
    for (const written of [names, names.toReversed()]) {
      const talk = { tags: ['canary'], products: { canary: written } };
      expect(coverageOf([talk, talk]).all.tools).toEqual(expected);
      const apart = written.map((name) => ({ tags: ['canary'], products: { canary: [name] } }));
      expect(coverageOf(apart).all.tools).toEqual([
        { name: shown, talks: names.length, elements: { canary: names.length } },
      ]);
    }
  });

  it('no more groups than a machine can bear', () => {
    const speakers = Array.from({ length: 1000 }, (_, at) => `話者${at}`);
    const talks = Array.from({ length: 101 }, (_, at) => ({ tags: ['drift'], speakers, year: 1900 + at }));
    expect(coverageOf(talks, { by: 'speaker' }).groups).toHaveLength(1000);
    expect(() => coverageOf(talks, { by: 'speaker', and: 'year' })).toThrow(
      '--by speaker --and year makes more than 100000 groups',
    );
  });

  it('nothing of nothing', () => {
    const coverage = coverageOf([], { by: 'event' });
    expect(coverage).toMatchObject({ talks: 0, groups: [], all: { talks: 0 } });
    expect(coverage.all.elements['drift']).toEqual({ talks: 0, primary: 0, share: 0, low: 0, high: 1, examples: [] });
    expect(counterOf([]).trend()).toEqual({ by: 'year', points: [], undated: 0 });
  });

  it('a group of one talk, with an interval that says so', () => {
    const [group] = coverageOf([{ event: '一', tags: ['drift'] }], { by: 'event' }).groups;
    expect(group?.elements['drift']).toMatchObject({ talks: 1, share: 1, high: 1 });
    expect(group?.elements['drift']?.low).toBeCloseTo(0.2065, 4);
  });

  it('concepts that only a record knows behind those of the taxonomy, whatever their names', () => {
    const { all } = coverageOf([{ tags: ['__proto__', 'constructor', 'drift'] }]);
    expect(Object.keys(all.elements)).toEqual(['drift', 'alerts', 'canary', 'batch', '__proto__', 'constructor']);
    expect(Object.values(all.elements).map(({ talks }) => talks)).toEqual([1, 0, 0, 0, 1, 1]);
  });

  it('years ascending, and how many talks say none', () => {
    const trend = counterOf(talksOf([{ year: 2021 }, { year: 987 }, {}, { year: 2021, tags: ['drift'] }])).trend();
    expect(trend.points.map(({ key, talks }) => [key, talks])).toEqual([
      ['987', 1],
      ['2021', 2],
    ]);
    expect(trend.undated).toBe(1);
  });
});

describe('groups', () => {
  it.each<[string, Counting, readonly Written[], readonly string[]]>([
    ['events as they are written', { by: 'event' }, [{ event: 'ＭＬＳＥ' }, { event: 'MLSE' }], ['MLSE', 'ＭＬＳＥ']],
    ['spaces around', { by: 'event' }, [{ event: ' 勉強会 ' }, { event: '勉強会' }], ['勉強会']],
    ['without a value last', { by: 'event' }, [{}, { event: 'z' }, { event: '  ' }], ['z', '']],
    ['years by number', { by: 'year' }, [{ year: 2020 }, { year: 999 }, {}], ['999', '2020', '']],
    ['two speakers', { by: 'speaker' }, [{ speakers: ['乙', '甲', '乙', ''] }], ['乙', '甲']],
    ['organisations', { by: 'organisation' }, [{ organisations: ['株式会社見本'] }, {}], ['株式会社見本', '']],
    ['sources', { by: 'source' }, [{ path: '発表/b.md' }, { path: '発表/a.md' }], ['発表/a.md', '発表/b.md']],
    ['a key of extra', { by: '会場' }, [{ extra: { 会場: '東京' } }, { extra: { room: 'A' } }], ['東京', '']],
    ['numbers and truth', { by: 'seats' }, [{ extra: { seats: 20 } }, { extra: { seats: true } }], ['20', 'true']],
    ['an event of extra is none', { by: 'event' }, [{ extra: { event: '偽' } }], ['']],
    ['no key of every object', { by: 'constructor' }, [{ extra: { room: 'A' } }], ['']],
    ['nor its prototype', { by: '__proto__' }, [{ extra: { room: 'A' } }], ['']],
    ['but one of the data', { by: '__proto__' }, [{ extra: JSON.parse('{"__proto__": "値"}') }], ['値']],
  ])('%s', (_, counting, written, keys) => {
    expect(coverageOf(written, counting).groups.map(({ key }) => key)).toEqual(keys);
  });

  it('by two keys, one a pair', () => {
    const { groups } = coverageOf([{ event: '乙', year: 2021 }, { event: '甲' }, { event: '乙', year: 2019 }, {}], {
      by: 'event',
      and: 'year',
    });
    expect(groups.map(({ key, and }) => [key, and])).toEqual([
      ['乙', '2019'],
      ['乙', '2021'],
      ['甲', ''],
      ['', ''],
    ]);
  });

  it('does not take one pair for another, whatever the values hold', () => {
    const { groups } = coverageOf(
      [
        { event: 'a\0b', track: 'c' },
        { event: 'a', track: 'b\0c' },
      ],
      {
        by: 'event',
        and: 'track',
      },
    );
    expect(groups.map(({ talks }) => talks)).toEqual([1, 1]);
  });

  it('of all talks without a key', () => {
    const { all, groups, by } = coverageOf([{ event: '甲' }]);
    expect({ by, groups }).toEqual({ by: null, groups: [all] });
  });
});

describe('unknownKey', () => {
  it.each<[string, Counting, readonly Written[], string | undefined]>([
    [
      'a slip',
      { by: 'evnt' },
      [{ event: '甲', year: 2020, extra: { room: 'A', 会場: '東京' } }],
      'No talk has "evnt" (did you mean "event"?); talks have event, year, source, and room, 会場.',
    ],
    [
      'a slip in the second',
      { by: 'event', and: '会塲' },
      [{ event: '甲', extra: { 会場: '東京' } }],
      'No talk has "会塲" (did you mean "会場"?); talks have event, source, and 会場.',
    ],
    ['nothing near', { by: 'bürgermeister' }, [{}], 'No talk has "bürgermeister"; talks have source.'],
    ['one talk has it', { by: 'room' }, [{}, { extra: { room: 'A' } }, {}], undefined],
    ['a key of talks that none happens to have', { by: 'event' }, [{}], undefined],
    ['no talk at all', { by: 'evnt' }, [], undefined],
    ['no key at all', {}, [{}], undefined],
  ])('%s', (_, counting, written, told) => {
    expect(counterOf(talksOf(written), counting).unknownKey()).toBe(told);
  });

  it('names as many keys as one can read, the same ones in any order', () => {
    const talks = Array.from({ length: 900 }, (_, i) => talkOf({ extra: { [`k${String(i).padStart(3, '0')}`]: i } }));
    const told = counterOf(talks, { by: 'none' }).unknownKey();
    expect(told).toMatch(/^No talk has "none"; talks have source, and k000, k001, .*k011 and \d+ more\.$/);
    expect(counterOf(talks.toReversed(), { by: 'none' }).unknownKey()).toBe(told);
  });
});

const text = fc.constantFrom('甲', '乙', 'OpML', '', '__proto__', '2020');
const talk: fc.Arbitrary<CountedTalk> = fc
  .record(
    {
      event: text,
      year: fc.integer({ min: 2018, max: 2021 }),
      lang: fc.constantFrom('ja', 'en'),
      speakers: fc.array(text, { maxLength: 3 }),
      organisations: fc.array(text, { maxLength: 2 }),
      status: fc.constantFrom('tagged', 'untagged', 'review'),
      title: fc.constantFrom('監視', '配信', 'canary'),
      id: fc.integer({ min: 1, max: 12 }).map(String),
      tags: fc.array(fc.constantFrom('drift@0.9', 'drift@0.5', 'alerts@0.5', 'canary@0.7', 'batch@0.2', 'far@0.1'), {
        maxLength: 4,
      }),
      products: fc.constantFrom({}, { drift: ['MLflow', '見本基盤'] }, { canary: ['MLflow'] }),
    },
    { requiredKeys: ['id', 'title', 'status', 'tags'] },
  )
  .map((written) => talkOf(written));

const counting: fc.Arbitrary<Counting> = fc.record(
  {
    by: fc.constantFrom('event', 'year', 'speaker', 'organisation', 'room'),
    and: fc.constantFrom('year', 'speaker', 'lang'),
    weight: fc.constantFrom('talk', 'primary'),
    includeReview: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('for any talks', () => {
  it('the order changes nothing', () => {
    const shuffled = fc
      .array(talk, { maxLength: 30 })
      .chain((talks) =>
        fc.tuple(fc.constant(talks), fc.shuffledSubarray(talks, { minLength: talks.length, maxLength: talks.length })),
      );
    fc.assert(
      fc.property(shuffled, counting, ([talks, others], options) => {
        const [a, b] = [counterOf(talks, options), counterOf(others, options)];
        expect(JSON.stringify(b.coverage())).toBe(JSON.stringify(a.coverage()));
        expect(JSON.stringify(b.trend())).toBe(JSON.stringify(a.trend()));
        expect([b.lang(), b.unknownKey()]).toEqual([a.lang(), a.unknownKey()]);
      }),
    );
  });

  it('neither do shards, whichever comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.array(talk, { maxLength: 8 }), { maxLength: 4 }), counting, (shards, options) => {
        const whole = counterOf(shards.flat(), options).coverage();
        expect(JSON.stringify(counterOf(shards.toReversed().flat(), options).coverage())).toBe(JSON.stringify(whole));
      }),
    );
  });

  it('sums add up', () => {
    fc.assert(
      fc.property(fc.array(talk, { maxLength: 30 }), counting, (talks, options) => {
        const coverage = counterOf(talks, options).coverage();
        expect(coverage.all.talks).toBe(talks.length);
        for (const { talks: of, tagged, untagged, review, parts, elements } of [coverage.all, ...coverage.groups]) {
          expect(tagged + untagged + review).toBe(of);
          for (const count of [...Object.values(parts), ...Object.values(elements)]) {
            expect(count.primary).toBeLessThanOrEqual(count.talks);
            expect(count.talks).toBeLessThanOrEqual(of);
            expect(count.low).toBeLessThanOrEqual(count.share);
            expect(count.high).toBeGreaterThanOrEqual(count.share);
          }
        }
        const isOneEach = options.by === 'event' || options.by === 'year';
        if (isOneEach && options.and === undefined)
          expect(coverage.groups.reduce((sum, group) => sum + group.talks, 0)).toBe(talks.length);
      }),
    );
  });
});
