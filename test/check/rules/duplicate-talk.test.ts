import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundBy } from './support.ts';
import { type FactsSketch, factsOf } from './talks.ts';

/** `later < first`, by path and line. */
function pairs(sketches: readonly FactsSketch[]): readonly string[] {
  return foundBy('duplicate-talk', sketches.map(factsOf)).map(
    ({ path, line, related = [] }) => `${path}:${line} < ${related.map((one) => `${one.path}:${one.line}`).join()}`,
  );
}

const SAME = ['b.md:1 < a.md:1'];

describe('two talks', () => {
  const title = 'Watching drift';
  const description = 'a hash';

  it.each<[string, FactsSketch, FactsSketch, readonly string[]]>([
    ['one title', { title }, { title }, SAME],
    ['one title in other letters', { title: 'Watching drift!' }, { title: 'ＷＡＴＣＨＩＮＧ  Drift' }, SAME],
    ['同じ題名', { title: '「ドリフト」の見張り' }, { title: 'ﾄﾞﾘﾌﾄの見張り' }, SAME],
    ['C and C++', { title: 'Models in C' }, { title: 'Models in C++' }, []],
    ['第一回と第二回', { title: 'ドリフト入門 1' }, { title: 'ドリフト入門 2' }, []],
    ['no letters', { title: '???' }, { title: '!!!' }, []],
    ['other events', { title, event: 'OpML' }, { title, event: '機械学習の会' }, []],
    ['one event written in two ways', { title, event: "OpML '20" }, { title, event: 'OpML 2020' }, SAME],
    ['one event in two years', { title, event: 'OpML 2019' }, { title, event: 'OpML 2020' }, []],
    ['an event on one side', { title, event: 'OpML' }, { title }, SAME],
    ['other years', { title, year: 2019 }, { title, year: 2020 }, []],
    ['other languages', { title, lang: 'en' }, { title, lang: 'ja' }, []],
    ['one language, two regions', { title, lang: 'en-GB' }, { title, lang: 'en' }, SAME],
    ['other speakers', { title, speakers: ['山田太郎'] }, { title, speakers: ['佐藤花子'] }, []],
    ['a common speaker', { title, speakers: ['山田 太郎'] }, { title, speakers: ['佐藤花子', '山田太郎'] }, SAME],
    ['speakers on one side', { title, speakers: ['山田太郎'] }, { title }, SAME],
    ['one description', { title, description }, { title: '別の題名', description }, SAME],
    [
      'one description, other events',
      { title, description, event: 'A会' },
      { title: '別', description, event: 'B会' },
      [],
    ],
    ['two files of one name, without titles', { title: '監視', titled: false }, { title: '監視', titled: false }, []],
    ['休憩', { title: '休憩' }, { title: '休憩' }, []],
    ['a keynote by nobody', { title: 'Keynote 1' }, { title: 'Keynote 1' }, []],
    ['a keynote by one speaker', { title: '基調講演', speakers: ['A'] }, { title: '基調講演', speakers: ['A'] }, SAME],
    ['a keynote by one of two', { title: 'Keynote', speakers: ['A'] }, { title: 'Keynote' }, []],
    ['names of files', { title: 'index', speakers: ['A'] }, { title: 'index', speakers: ['A'] }, []],
    ['one id in two files', { title, id: 'x', identified: true }, { title: '別', id: 'x', identified: true }, []],
  ])('%s', (_, a, b, expected) => {
    expect(
      pairs([
        { ...a, path: 'a.md' },
        { ...b, path: 'b.md' },
      ]),
    ).toEqual(expected);
    expect(
      pairs([
        { ...b, path: 'b.md' },
        { ...a, path: 'a.md' },
      ]),
    ).toEqual(expected);
  });

  it('have one id of their own in one file', () => {
    const talk = { id: 'ドリフト-1', identified: true };
    expect(
      pairs([
        { ...talk, title: 'A' },
        { ...talk, title: '別', line: 9 },
      ]),
    ).toEqual(['発表.yaml:9 < 発表.yaml:1']);
    expect(
      pairs([
        { ...talk, title: 'A' },
        { ...talk, title: '別', line: 9, identified: false },
      ]),
    ).toEqual([]);
  });
});

describe('several talks', () => {
  it('are each told of once, beside the first', () => {
    const talk = { title: 'ドリフトの見張り', description: 'a hash' };
    expect(pairs([{ line: 30 }, { ...talk, line: 5 }, { ...talk, line: 12 }])).toEqual([
      '発表.yaml:12 < 発表.yaml:5',
      '発表.yaml:30 < 発表.yaml:5',
    ]);
  });

  it('are compared with all before them, not with the first alone', () => {
    const events = ['A会', 'B会', undefined, 'B会', 'A会'];
    const talks = events.map((event, at) => ({ line: at + 1, ...(event === undefined ? {} : { event }) }));
    expect(pairs(talks)).toEqual([
      '発表.yaml:3 < 発表.yaml:1',
      '発表.yaml:4 < 発表.yaml:2',
      '発表.yaml:5 < 発表.yaml:1',
    ]);
  });

  it('say what they share', () => {
    const [found] = foundBy('duplicate-talk', [factsOf({}), factsOf({ line: 7 })]);
    expect(found?.message).toContain('"ドリフトの見張り" in 発表.yaml:1 has the same title');
    expect(found?.identity).not.toMatch(/\d/);
  });
});

const SKETCHES: fc.Arbitrary<readonly FactsSketch[]> = fc
  .array(
    fc.record(
      {
        title: fc.constantFrom('ドリフト', 'Drift', '休憩', 'Keynote'),
        path: fc.constantFrom('a.md', '発表.md'),
        event: fc.constantFrom('A会', 'B会'),
        year: fc.constantFrom(2019, 2020),
        lang: fc.constantFrom('en', 'ja'),
        speakers: fc.subarray(['山田', '佐藤', 'Doe']),
        description: fc.constantFrom('x', 'y'),
      },
      { requiredKeys: ['title', 'path'] },
    ),
    { maxLength: 12 },
  )
  .map((sketches) => sketches.map((sketch, at) => ({ ...sketch, line: at + 1 })));

describe('any talks', () => {
  it('give the same findings in whatever order they come', () => {
    fc.assert(
      fc.property(SKETCHES, fc.func(fc.integer()), (sketches, rank) => {
        const shuffled = sketches.toSorted((a, b) => rank(a.line) - rank(b.line));
        expect(pairs(shuffled)).toEqual(pairs(sketches));
      }),
    );
  });

  it('give what comparing each with each gives', () => {
    fc.assert(
      fc.property(SKETCHES, (sketches) => {
        expect(new Set(pairs(sketches).map((pair) => pair.split(' < ')[0]))).toEqual(repeated(sketches));
      }),
    );
  });
});

/** The slow way: talks that repeat one before them. */
function repeated(sketches: readonly FactsSketch[]): ReadonlySet<string> {
  const talks = sketches.toSorted((a, b) =>
    (a.path ?? '') < (b.path ?? '') ? -1 : Number((a.path ?? '') > (b.path ?? '')),
  );
  const later = talks.filter((talk, at) => talks.slice(0, at).some((before) => isSame(before, talk)));
  return new Set(later.map(({ path, line }) => `${path}:${line}`));
}

function isSame(a: FactsSketch, b: FactsSketch): boolean {
  const agree = (['event', 'year', 'lang'] as const).every(
    (key) => a[key] === undefined || b[key] === undefined || a[key] === b[key],
  );
  const [mine, others] = [a.speakers ?? [], b.speakers ?? []];
  const shared = mine.some((speaker) => others.includes(speaker));
  if (!agree || (mine.length > 0 && others.length > 0 && !shared)) return false;
  const isGeneral = a.title === '休憩' || a.title === 'Keynote';
  return (
    (a.title === b.title && (!isGeneral || shared)) || (a.description !== undefined && a.description === b.description)
  );
}
