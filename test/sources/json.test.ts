import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutated, rawAt, read, titles } from './read-support.ts';

const shapes: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['one talk', { title: '監視の話', abstract: '…' }, ['監視の話']],
  ['a list', [{ title: 'A' }, { Title: 'B' }], ['A', 'B']],
  ['a list under a key', { talks: [{ title: 'A' }, { name: 'B' }] }, ['A', 'B']],
  ['keyed by slug', { drift: { title: 'A', abstract: 'a' }, kanshi: { タイトル: '監視' } }, ['A', '監視']],
  [
    'days, rooms, talks',
    {
      days: [
        {
          rooms: [
            { name: 'Hall', talks: [{ title: 'A' }] },
            { name: 'ホール', talks: [{ title: '監視' }] },
          ],
        },
      ],
    },
    ['A', '監視'],
  ],
  ['rooms by name', { rooms: { 'Hall A': [{ title: 'A' }], ホール: [{ name: 'B' }] } }, ['A', 'B']],
  ['an event that encloses talks', { title: 'OpML', year: 2020, sessions: [{ title: 'A' }] }, ['A']],
  ['rows of a timetable', [{ time: '10:00', talk: { title: 'A', speaker: '山田' } }], ['A']],
  ['speakers are no talks', { speakers: [{ name: 'Jane', bio: 'b' }], talks: [{ title: 'A' }] }, ['A']],
  ['a list of people', [{ name: 'Jane', bio: 'builds models', description: 'd' }], []],
  ['tracks without talks', { tracks: [{ name: 'MLOps', description: 'd' }], talks: [{ title: 'A' }] }, ['A']],
  [
    'a talk with recommendations',
    { title: 'A', recommendations: [{ title: 'B', link: '/' }], links: [{ title: 'C' }] },
    ['A'],
  ],
  [
    'a talk with videos',
    { title: 'A', description: 'd', videos: [{ type: 'youtube', url: 'https://v.example/1' }] },
    ['A'],
  ],
  ['results of an interface', { count: 1, next: null, results: [{ code: 'X', title: { en: 'A', ja: '甲' } }] }, ['A']],
  ['nothing', { version: 1, rooms: [] }, []],
  ['a scalar', 'title', []],
];

describe('JSON', () => {
  it.each(shapes)('%s', async (_name, value, expected) => {
    expect(await titles('talks.json', JSON.stringify(value, null, 2))).toEqual(expected);
    expect(await titles('talks.json', JSON.stringify(value))).toEqual(expected);
  });

  it('passes names down: the event, the track, the date', async () => {
    const content = JSON.stringify({
      title: 'MLOps勉強会',
      days: [{ date: '2021-03-04', tracks: [{ name: '運用', talks: [{ title: '監視' }] }] }],
    });
    const { talks } = await read('a.json', content);
    expect(talks[0]).toMatchObject({
      title: '監視',
      event: 'MLOps勉強会',
      date: '2021-03-04',
      year: 2021,
      track: '運用',
    });
  });

  it('resolves the ids of a Sessionize export', async () => {
    const content = JSON.stringify({
      sessions: [
        {
          id: '11',
          title: 'Drift',
          description: 'd',
          speakers: ['s-1'],
          categoryItems: [7, 9],
          roomId: 3,
          startsAt: '2024-05-06T10:00:00',
        },
        { id: '12', title: 'Lunch', isServiceSession: true },
      ],
      speakers: [{ id: 's-1', fullName: '山田 太郎', bio: 'models', sessions: [11] }],
      categories: [
        { id: 1, title: 'Track', items: [{ id: 7, name: 'MLOps' }] },
        { id: 2, title: 'Level', items: [{ id: 9, name: 'Intro' }] },
      ],
      rooms: [{ id: 3, name: 'Hall' }],
    });
    const { talks, findings } = await read('a.json', content);
    expect(findings).toEqual([]);
    expect(talks).toHaveLength(1);
    expect(talks[0]).toMatchObject({
      id: '11',
      speakers: ['山田 太郎'],
      track: 'MLOps',
      date: '2024-05-06',
      extra: { room: 'Hall' },
    });
  });

  it('reads the grid of Sessionize once, though it gives rooms and time slots', async () => {
    const session = {
      id: '1',
      title: 'Drift',
      speakers: [{ id: 's', name: 'Jane' }],
      categories: [{ id: 1, name: 'Track', categoryItems: [{ id: 2, name: '運用' }] }],
    };
    const grid = [
      {
        date: '2024-05-06T00:00:00',
        rooms: [{ id: 3, name: 'Hall', sessions: [session] }],
        timeSlots: [{ slotStart: '10:00', rooms: [{ id: 3, session }] }],
      },
    ];
    const { talks } = await read('a.json', JSON.stringify(grid));
    expect(talks).toHaveLength(1);
    expect(talks[0]).toMatchObject({ id: '1', speakers: ['Jane'], track: '運用', date: '2024-05-06' });
    expect(talks[0]?.keywords).toBeUndefined();
  });

  it("reads pretalx's schedule", async () => {
    const talk = {
      id: 9,
      guid: 'g',
      code: 'ABC',
      title: 'Serving',
      abstract: 'a',
      persons: [{ public_name: 'Jane', biography: 'models' }],
      track: { en: 'Ops' },
      language: 'en',
      date: '2023-04-01T10:00:00+09:00',
    };
    const content = JSON.stringify({
      schedule: {
        version: '1',
        conference: {
          title: 'PyCon JP',
          days: [{ date: '2023-04-01', rooms: { A: [talk] } }],
          tracks: [{ name: 'Ops' }],
        },
      },
    });
    const { talks } = await read('schedule.json', content);
    expect(talks).toHaveLength(1);
    expect(talks[0]).toMatchObject({
      id: '9',
      event: 'PyCon JP',
      track: 'Ops',
      speakers: ['Jane'],
      date: '2023-04-01',
      lang: 'en',
    });
  });

  it('finds records by the names that the config adds', async () => {
    const content = JSON.stringify([{ Vortrag: '監視', bio: 'b' }, { Vortrag: 'A' }]);
    expect(await titles('a.json', content)).toEqual([]);
    expect(await titles('a.json', content, { aliases: { title: ['vortrag'] } })).toEqual(['監視', 'A']);
  });

  it('with --split none an object with a title is one talk', async () => {
    const content = JSON.stringify({ title: 'MLOps勉強会', talks: [{ title: 'A' }, { title: '監視' }] });
    expect(await titles('a.json', content)).toEqual(['A', '監視']);
    expect(await titles('a.json', content, { split: 'none' })).toEqual(['MLOps勉強会']);
    expect(await titles('a.json', '{"talks": [{"title": "A"}]}', { split: 'none' })).toEqual(['A']);
  });

  it.each([
    ['{"title": "A",}', 1, 15],
    ['[\n  {"title": "監視"}\n  {"title": "B"}\n]', 3, 3],
    ['{"title": "A"', 1, 14],
    ['{"title": "A\tB"}', 1, 11],
    ['{"title": nope}', 1, 11],
    ['{"title": "A"}\n監視', 2, 1],
  ])('a syntax error at its place: %j', async (content, line, column) => {
    const { findings, talks } = await read('a.json', content);
    expect(talks).toEqual([]);
    expect(findings).toMatchObject([{ code: 'syntax-error', format: 'JSON', line, column }]);
  });

  it('refuses 10,000 levels, valid or not', async () => {
    const deep = '['.repeat(10_000);
    expect((await read('a.json', deep)).findings).toMatchObject([{ code: 'too-deep' }]);
    expect((await read('a.json', `${deep}${']'.repeat(10_000)}`)).findings).toMatchObject([{ code: 'too-deep' }]);
    expect((await read('a.json', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)).findings).toMatchObject([
      { code: 'too-deep' },
    ]);
  });

  it.each([
    ['lists beside a talk', `{"title":"監視",\n"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 2, 204],
    ['objects', `{"title":"監視","a":\n${'{"é":'.repeat(300)}1${'}'.repeat(300)}}`, 2, 996],
    ['behind brackets in texts', `[${'{"a":"[\\"{"},'.repeat(300)}\n${'['.repeat(300)}`, 2, 200],
    ['behind too many that close', `${']'.repeat(300)}${'['.repeat(300)}`, 1, 501],
  ])('tells where it gets too deep: %s', async (_name, content, line, column) => {
    const deep = { code: 'too-deep', limit: 200, line, column };
    expect((await read('a.json', content)).findings).toEqual([{ ...deep, path: 'a.json' }]);
    const front = await read('a.md', `---json\n${content}\n---\n`);
    expect(front.findings).toEqual([{ ...deep, path: 'a.md', line: line + 1 }]);
    const lines = await read('a.ndjson', `{"title":"一"}\n${content.replace('\n', '')}\n{"title":"三"}\n`);
    expect(lines.findings).toMatchObject([{ code: 'too-deep', path: 'a.ndjson', line: 2 }]);
    expect(lines.talks.map(({ title }) => title)).toEqual(['一', '三']);
  });

  it('takes many brackets that are not deep', async () => {
    const content = `{"title":"監視","a":[${'[[]],'.repeat(1000)}${'['.repeat(198)}${']'.repeat(198)}]}`;
    expect(await titles('a.json', content)).toEqual(['監視']);
    expect(await titles('a.ndjson', content)).toEqual(['監視']);
  });

  it('keys of prototypes are keys like others', async () => {
    const content =
      '{"title": "A", "__proto__": "p", "constructor": "c", "toString": 1, "speakers": {"__proto__": {"name": "x"}}}';
    const { talks, findings } = await read('a.json', content);
    expect(findings).toEqual([]);
    expect(talks).toHaveLength(1);
    expect(Object.entries(talks[0]?.extra ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
      ['toString', 1],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('a named file without a talk is a finding, an empty one is none', async () => {
    expect((await read('a.json', '{"version": 1}')).findings).toEqual([{ code: 'no-talk', path: 'a.json' }]);
    expect(await read('a.json', ' \n')).toMatchObject({ talks: [], findings: [], done: { talks: 0, skipped: false } });
  });

  it('places point at the raw text, escapes or not', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/[<&]|```|~~~|\]\(|:\/\/|www\./.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ before: word, title: word }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (parts, ascii) => {
          const talks = parts.map(({ before, title }, at) => ({
            other: `"${before}\\`,
            title: `題${title}x`,
            abstract: `${before}\n監視\t"${title}"\\z`,
            n: [at],
          }));
          const plain = JSON.stringify(talks, null, 1);
          const content = ascii ? escaped(plain) : plain;
          const { talks: found } = await read('a.json', content);
          expect(found).toHaveLength(talks.length);
          for (const [at, talk] of found.entries()) {
            for (const field of ['title', 'abstract'] as const) {
              const text = talk[field] ?? '';
              expect(talk.placements?.[field]?.exact).toBe(true);
              for (let offset = 0; offset < text.length; offset++) {
                const raw = rawAt(content, talk, field, offset);
                const unit = text[offset] ?? '';
                // A title shows line feeds and tabs as spaces.
                const written = field === 'title' ? (talks[at]?.title.trim()[offset] ?? '') : unit;
                const asWritten = JSON.stringify(written).slice(1, -1);
                expect(raw.startsWith(unit) || raw.startsWith(asWritten) || raw.startsWith(escaped(written))).toBe(
                  true,
                );
              }
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('no input throws', async () => {
    const sample = JSON.stringify({
      title: '監視',
      talks: [{ title: 'A', speakers: [{ name: 'B' }] }],
      days: { '2020-01-01': [1, null, {}] },
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), mutated(sample)), async (content) => {
        expect((await read('a.json', content)).done).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

function escaped(json: string): string {
  return json.replace(/[^\0-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

describe('talks keyed by slug', () => {
  const ids = async (value: unknown, name = 'a.json') =>
    (await read(name, JSON.stringify(value))).talks.map(({ id }) => id);

  it.each([
    [{ 'drift-101': { title: 'A' }, 監視: { title: 'B' } }, ['drift-101', '監視']],
    [{ talks: { a: { title: 'A', id: 'own' }, b: { title: 'B' } } }, ['own', 'b']],
    [{ 'drift-101': { title: 'A' } }, ['drift-101']],
    [{ talk: { title: 'A' } }, ['a.json#a']],
    [{ data: { title: 'A' }, session2: { title: 'B' } }, ['a.json#a', 'a.json#b']],
    [{ meta: { version: 1 }, a: { title: 'A' }, b: { title: 'B' } }, ['a.json#a', 'a.json#b']],
    [{ 'day-1': [{ title: 'A' }], 'day-2': [{ title: 'B' }] }, ['a.json#a', 'a.json#b']],
    [{ 'conf-1': { title: 'Conf', talks: [{ title: 'A' }, { title: 'B' }] } }, ['a.json#a', 'a.json#b']],
    [{ rooms: { 'Hall-A': { title: 'x', talks: [{ title: 'A' }] } } }, ['a.json#a']],
  ])('%j', async (value, expected) => {
    expect(await ids(value)).toEqual(expected);
    expect(await ids(value, 'a.yaml')).toEqual(expected.map((id) => id.replace('a.json', 'a.yaml')));
  });
});
