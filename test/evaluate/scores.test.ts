/** The figures on cases that can be counted by hand, and what must hold of them on any. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalsOf } from '../../src/evaluate/bootstrap.ts';
import { binned, byConfidence, eceOf } from '../../src/evaluate/calibration.ts';
import { confusionsOf } from '../../src/evaluate/confusions.ts';
import { Counts } from '../../src/evaluate/counts.ts';
import { CountsTable } from '../../src/evaluate/counts-table.ts';
import { elementsOf } from '../../src/evaluate/elements.ts';
import { evaluate } from '../../src/evaluate/evaluation.ts';
import { FIGURES, type Figures, figuresOf } from '../../src/evaluate/scores.ts';
import { loadTaxonomy } from '../../src/taxonomy/load.ts';
import { judged, judgedAll, type Written } from './support.ts';

const taxonomy = await loadTaxonomy(undefined, { cwd: import.meta.dirname });
const elements = elementsOf(taxonomy);
const ids = [...elements.keys()];
const of = (written: readonly Written[]) => evaluate(judgedAll(written), taxonomy);

it('knows the parts of the taxonomy', () => {
  expect([elements.size, elements.get('drift'), elements.get('model-monitoring')]).toEqual([
    35,
    'monitoring',
    'monitoring',
  ]);
});

describe('figures', () => {
  const three = (found: readonly string[]): readonly Written[] => [1, 2, 3].map(() => ({ gold: ['drift'], found }));
  it.each<[string, readonly Written[], Partial<Figures>]>([
    ['all right', three(['drift@1']), { micro: 1, macro: 1, parts: 1, primary: 1, untagged: 0, talk: 1, ece: 0 }],
    ['nothing found', three([]), { micro: 0, macro: 0, parts: 0, primary: 0, untagged: 0, talk: 0, ece: null }],
    [
      'the other element of the part',
      three(['model-monitoring@1']),
      { micro: 0, parts: 1, primary: 0, talk: 0, ece: 1 },
    ],
    ['rightly nothing', [{}, {}], { micro: 0, macro: 0, primary: 0, untagged: 1, talk: 1, ece: null }],
    // 1 right, 1 wrong, 2 missed: 2 / (2 + 1 + 2)
    [
      'some of each',
      [{ gold: ['drift', 'training', 'tuning'], found: ['drift', 'agents'] }],
      { micro: 0.4, talk: 0.4, primary: 1 },
    ],
    // pairs of parts: {monitoring, development} against {monitoring, other}; both elements of one part count once
    ['parts once each', [{ gold: ['drift', 'model-monitoring'], found: ['drift'] }], { micro: 2 / 3, parts: 1 }],
    // one rightly empty, one wrongly empty, one wrongly tagged: 2 / (2 + 1 + 1)
    ['untagged', [{}, { gold: ['drift'] }, { found: ['drift'] }], { untagged: 0.5, talk: 1 / 3 }],
    ['a primary found second', [{ gold: ['drift'], found: ['training', 'drift'] }], { primary: 0, talk: 2 / 3 }],
    [
      'no primary is not asked for',
      [
        { gold: ['drift'], primary: null, found: ['agents'] },
        { gold: ['drift'], found: ['drift'] },
      ],
      { primary: 1 },
    ],
    // training has two labelled talks only, and drift three: its F1 is 2·2 / (2·2 + 0 + 1)
    [
      'macro over elements with three talks',
      [
        ...three(['drift']).slice(1),
        { gold: ['drift'] },
        { gold: ['training'] },
        { gold: ['training'], found: ['training'] },
      ],
      { macro: 0.8 },
    ],
  ])('%s', (_, written, expected) => {
    const figures = figuresOf(of(written).scores);
    for (const figure of FIGURES) {
      const value = expected[figure];
      if (value === null) expect(figures[figure]).toBeNull();
      else if (value !== undefined) expect(figures[figure], figure).toBeCloseTo(value, 10);
    }
  });

  it('say what they rest on', () => {
    const written: readonly Written[] = [
      { gold: ['drift', 'model-monitoring'], found: ['drift'] },
      { gold: ['drift'], primary: null, found: ['drift', 'agents'] },
      { gold: ['drift'] },
      {},
    ];
    expect(of(written).support).toEqual({ micro: 4, macro: 1, parts: 3, primary: 2, untagged: 1, talk: 4, ece: 3 });
  });
});

describe('calibration', () => {
  const claims = (...written: readonly [number, boolean, number?][]) =>
    byConfidence(
      written.flatMap(([confidence, right, times = 1]) => Array.from({ length: times }, () => ({ confidence, right }))),
    );

  it.each<[string, ReturnType<typeof claims>, number | null]>([
    ['nothing claimed', claims(), null],
    ['0.8 right 8 times in 10', claims([0.8, true, 8], [0.8, false, 2]), 0],
    ['0.9 never right', claims([0.9, false, 4]), 0.9],
    // two bins: 0.6 right once in two (off by 0.1), 0.9 right twice in two (off by 0.1)
    ['equal confidences in one bin', claims([0.6, true], [0.6, false], [0.9, true, 2]), 0.1],
    ['too low as bad as too high', claims([0.2, true, 1], [0.8, false, 1]), 0.8],
  ])('%s', (_, sorted, expected) => {
    const ece = eceOf(binned(sorted));
    if (expected === null) expect(ece).toBeNull();
    else expect(ece).toBeCloseTo(expected, 10);
  });

  it('makes ten bins of equal mass', () => {
    const bins = binned(
      byConfidence(Array.from({ length: 95 }, (_, i) => ({ confidence: i / 100, right: i % 2 === 0 }))),
    );
    expect(bins.map(({ tags }) => tags)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 5]);
    expect([bins[0]?.low, bins[0]?.high, bins[0]?.confidence]).toEqual([0, 0.09, expect.closeTo(0.045, 10)]);
  });

  it('counts a claim as often as it is drawn', () => {
    const sorted = claims([0.5, true], [0.7, false], [0.9, true]);
    const drawn = sorted.flatMap((claim) => (claim.confidence === 0.7 ? [] : [claim, claim, claim]));
    expect(binned(sorted, ({ confidence }) => (confidence === 0.7 ? 0 : 3))).toEqual(binned(drawn));
  });
});

const someIds = fc.uniqueArray(fc.constantFrom(...ids.slice(0, 6)), { maxLength: 4 });
const someTags = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...ids.slice(0, 6)),
    fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  ),
  { maxLength: 4, selector: ([id]) => id },
);
const talk: fc.Arbitrary<Written> = fc
  .record({
    gold: someIds,
    found: someTags,
    lang: fc.constantFrom('en', 'ja', 'other'),
    event: fc.option(fc.constantFrom('会議', 'OpML', 'MLSE'), { nil: undefined }),
  })
  .map(({ found, event, ...rest }) => ({
    ...rest,
    found: found.map(([id, confidence]) => `${id}@${confidence}`),
    ...(event === undefined ? {} : { event }),
  }));

describe('on any talks', () => {
  it('figures lie between 0 and 1 and do not depend on the order', () => {
    const shuffled = fc
      .array(talk, { minLength: 1, maxLength: 20 })
      .chain((talks) => fc.tuple(fc.constant(talks), fc.shuffledSubarray(talks, { minLength: talks.length })));
    fc.assert(
      fc.property(shuffled, ([talks, others]) => {
        const [a, b] = [of(talks), of(others)];
        for (const figure of FIGURES) {
          const value = figuresOf(a.scores)[figure];
          const other = figuresOf(b.scores)[figure];
          if (value === null || other === null) {
            expect(value).toBe(other);
            continue;
          }
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(value).toBeCloseTo(other, 10);
        }
        expect(new Set(a.elements.map(({ id, f1 }) => `${id} ${f1}`))).toEqual(
          new Set(b.elements.map(({ id, f1 }) => `${id} ${f1}`)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('figures, intervals and examples are the very same in any order', () => {
    const talks = Array.from({ length: 40 }, (_, i) =>
      judged(
        { gold: [ids[i % 5] ?? ''], found: [`${ids[(i * 7) % 6] ?? ''}@0.${50 + i}`], event: `会議${i % 11}` },
        // Some ids twice, on talks that differ.
        i % 36,
      ),
    );
    const whole = evaluate(talks, taxonomy);
    const shuffled = fc.shuffledSubarray(talks, { minLength: talks.length });
    fc.assert(
      fc.property(shuffled, (others) => {
        expect(evaluate(others, taxonomy)).toEqual(whole);
      }),
      { numRuns: 3 },
    );
  });

  it('the labels measured against themselves are perfect', () => {
    fc.assert(
      fc.property(fc.array(someIds, { minLength: 1, maxLength: 12 }), (golds) => {
        const talks = golds.map((gold, i) => judged({ gold, found: gold.map((id) => `${id}@1`) }, i));
        const { micro, parts, primary, untagged, talk: mean, ece } = figuresOf(evaluate(talks, taxonomy).scores);
        const some = golds.some((gold) => gold.length > 0) ? 1 : 0;
        expect({ micro, parts, primary, mean }).toEqual({ micro: some, parts: some, primary: some, mean: 1 });
        expect(untagged).toBe(golds.some((gold) => gold.length === 0) ? 1 : 0);
        expect(ece ?? 0).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('counts add up', () => {
    fc.assert(
      fc.property(fc.array(talk, { maxLength: 10 }), fc.array(talk, { maxLength: 10 }), (some, others) => {
        const sum = new Counts(elements);
        sum.addAll(Counts.over(judgedAll(some), elements), 2);
        sum.addAll(Counts.over(judgedAll(others), elements), 1);
        const whole = Counts.over(judgedAll([...some, ...some, ...others]), elements);
        expect(sum.pairs).toEqual(whole.pairs);
        expect(sum.talks.sum).toBeCloseTo(whole.talks.sum, 9);
        for (const id of ids.slice(0, 6)) expect(sum.element(id)).toEqual(whole.element(id));
      }),
      { numRuns: 60 },
    );
  });
});

it('a table adds up what its rows do one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(talk, fc.nat(3)), { maxLength: 10 }), (drawn) => {
      const rows = drawn.map(([written], i) => Counts.over([judged(written, i)], elements));
      const [sum, expected] = [new Counts(elements), new Counts(elements)];
      new CountsTable(rows).addTo(
        sum,
        Uint32Array.from(drawn, ([, times]) => times),
      );
      for (const [i, row] of rows.entries()) expected.addAll(row, drawn[i]?.[1] ?? 0);
      expect(sum.values).toEqual(expected.values);
    }),
    { numRuns: 60 },
  );
});

describe('intervals', () => {
  const mixed = (events: number) =>
    Array.from({ length: 60 }, (_, i) =>
      judged(
        {
          gold: ['drift'],
          found: i % 3 === 0 ? ['training@0.6'] : ['drift@0.9'],
          ...(events === 0 ? {} : { event: `会議${i % events}` }),
        },
        i,
      ),
    );

  it('hold the figure, and are the same each time', () => {
    const talks = mixed(0);
    const intervals = intervalsOf(talks, elements);
    const figures = figuresOf(evaluate(talks, taxonomy).scores);
    for (const figure of ['micro', 'parts', 'primary', 'talk'] as const) {
      const [low, high] = intervals.figures[figure] ?? [];
      expect(low, figure).toBeLessThan(figures[figure] ?? 0);
      expect(high, figure).toBeGreaterThan(figures[figure] ?? 0);
    }
    // a share of 2/3 on 60 talks: ± 1.96 · √(2/9 / 60) = ± 0.119
    const [low = 0, high = 0] = intervals.figures.primary ?? [];
    expect(low).toBeCloseTo(2 / 3 - 0.119, 1);
    expect(high).toBeCloseTo(2 / 3 + 0.119, 1);
    expect(intervalsOf(talks, elements)).toEqual(intervals);
  });

  it.each([
    ['talks without events', 0, 'talk', 60],
    ['talks of a few events', 9, 'talk', 60],
    ['whole events from ten on', 12, 'event', 12],
  ])('draw %s', (_, events, by, groups) => {
    expect(intervalsOf(mixed(events), elements, 20)).toMatchObject({ by, groups, rounds: 20 });
  });

  it('hold as many tags in one event as there are', () => {
    const claims = Array.from({ length: 200_000 }, () => ({ confidence: 0.5, right: true }));
    const talks = mixed(12).map((talk, i) => (i === 0 ? { ...talk, claims } : talk));
    expect(intervalsOf(talks, elements, 1).figures.ece).not.toBeNull();
  });

  it('are unknown where the figure is', () => {
    expect(intervalsOf([judged({ gold: ['drift'] })], elements, 20).figures).toMatchObject({
      ece: null,
      micro: [0, 0],
    });
  });
});

describe('confusions', () => {
  const found = (written: readonly Written[]) =>
    confusionsOf(judgedAll(written)).map(({ gold, found: wrong, talks }) => `${gold ?? '-'} ${wrong ?? '-'} ${talks}`);
  it.each<[string, readonly Written[], readonly string[]]>([
    ['none', [{ gold: ['drift'], found: ['drift'] }, {}], []],
    ['one for another', [{ gold: ['drift'], found: ['training'] }], ['drift training 1']],
    [
      'each missed with each wrong',
      [{ gold: ['drift', 'tuning'], found: ['agents'] }],
      ['drift agents 1', 'tuning agents 1'],
    ],
    ['missed alone', [{ gold: ['drift', 'tuning'], found: ['drift'] }], ['tuning - 1']],
    ['found alone', [{ found: ['drift'] }], ['- drift 1']],
    [
      'the most frequent first',
      [{ gold: ['tuning'] }, { gold: ['drift'] }, { gold: ['drift'] }],
      ['drift - 2', 'tuning - 1'],
    ],
  ])('%s', (_, written, expected) => expect(found(written)).toEqual(expected));

  it('come with examples and the words of the wrong element', () => {
    const [confusion] = confusionsOf(
      judgedAll(Array.from({ length: 5 }, () => ({ gold: ['drift'], found: ['training'] }))),
    );
    expect(confusion?.examples.map(({ title, source, words }) => [title, source.line, words])).toEqual([
      ['発表1', 1, ['trainingの語']],
      ['発表2', 2, ['trainingの語']],
      ['発表3', 3, ['trainingの語']],
    ]);
  });
});

describe('the other tables', () => {
  const written: readonly Written[] = [
    { gold: ['drift'], found: ['drift'], lang: 'en', title: '当たり' },
    { gold: ['drift'], found: ['training', 'agents'], status: 'review', title: '大外れ' },
    { gold: ['drift'], found: ['training'], status: 'review', title: '外れ' },
    { gold: ['drift', 'tuning'], found: ['drift'], title: '半分' },
  ];

  it('furthest: the lowest F1 first, then the most mistakes', () => {
    expect(of(written).furthest.map(({ title }) => title)).toEqual(['大外れ', '外れ', '半分']);
  });

  it('languages: those that there are', () => {
    expect(of(written).languages.map(({ lang, talks }) => [lang, talks])).toEqual([
      ['en', 1],
      ['ja', 3],
    ]);
  });

  it('review against the others', () => {
    expect(of(written).status).toMatchObject({
      review: { talks: 2, micro: 0, talk: 0, mistakes: 2.5 },
      others: { talks: 2, mistakes: 0.5 },
    });
  });

  it('elements by their number of labelled talks', () => {
    expect(of(written).elements.slice(0, 2)).toEqual([
      { id: 'drift', part: 'monitoring', gold: 4, found: 2, precision: 1, recall: 0.5, f1: 2 / 3 },
      expect.objectContaining({ id: 'tuning', gold: 1, found: 0, precision: 0, f1: 0 }),
    ]);
  });

  it('the second reader beside the tool, on the talks that have one', () => {
    expect(of(written).ceiling).toBeUndefined();
    const [first = {}, ...rest] = written;
    const { ceiling } = of([
      { ...first, second: ['training'] },
      { gold: ['drift'], found: [], second: ['drift'] },
      ...rest,
    ]);
    expect([ceiling?.talks, ceiling?.second.micro.f1, ceiling?.tool.micro.f1, ceiling?.second.ece]).toEqual([
      2,
      0.5,
      2 / 3,
      null,
    ]);
  });
});
