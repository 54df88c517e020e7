/** Records line by line: each that can be counted is, and each that cannot says why, with its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPieces, record, shown } from './support.ts';

const tag = (changes: object) => [{ id: 'drift', part: 'monitoring', confidence: 0.5, ...changes }];
const read = async (text: string | Uint8Array, limit?: number) =>
  shown(await readPieces([typeof text === 'string' ? Buffer.from(text) : text], limit));

describe('a record that is counted', () => {
  it.each<[string, object]>([
    ['as it is written', {}],
    ['of an older writer', { near: undefined, organisations: undefined, tags: tag({}) }],
    ['with nulls for what is not there', { event: null, year: null, speakers: null, primary: null, source: null }],
    ['with keys that nobody knows', { mood: '良い', tags: tag({ mood: ['良い'] }) }],
    ['with lists among the values of its own', { extra: { 部屋: 'A', 席: [1, 2] } }],
    ['without a tag', { status: 'untagged', primary: null, tags: [] }],
  ])('%s', async (_what, changes) => {
    expect(await read(`${record(changes)}\n`)).toEqual({ talks: ['監視の会/drift:1'], findings: [], counted: 1 });
  });

  it('counts a tag once that it names twice', async () => {
    const [event] = await readPieces([Buffer.from(record({ tags: [...tag({}), ...tag({ confidence: 0.1 })] }))]);
    expect(event).toMatchObject({ talk: { tags: [{ id: 'drift', confidence: 0.5, evidence: [] }] } });
  });

  it('keeps scalars of its own alone, and keys that objects have anyway as keys', async () => {
    const line = record({ extra: '@' }).replace('"@"', '{"__proto__":"部屋","constructor":1,"席":[1]}');
    const [event] = await readPieces([Buffer.from(line)]);
    const extra = event !== undefined && 'talk' in event ? event.talk.extra : undefined;
    expect(Object.entries(extra ?? {})).toEqual([
      ['__proto__', '部屋'],
      ['constructor', 1],
    ]);
  });

  it.each([
    [
      'between empty lines, with line ends of Windows',
      `\r\n${record()}\r\n\r\n \r\n${record({ id: '二' })}\r\n`,
      [2, 5],
    ],
    ['behind marks of files that were put together', `\ufeff${record()}\n\ufeff${record({ id: '二' })}\n`, [1, 2]],
  ])('%s', async (_what, text, [first, second]) => {
    expect(await read(text)).toEqual({ talks: [`監視の会/drift:${first}`, `二:${second}`], findings: [], counted: 2 });
  });
});

describe('a record that is not counted', () => {
  const whole = 'the record was left out [record-value]';
  it.each<[string, object, string]>([
    [
      'another version',
      { schema: 'mlops-tag/talk@2' },
      'is a record of another version (mlops-tag/talk@2); update mlops-tag, or tag the talks again with this one [record-version]',
    ],
    [
      'no schema',
      { schema: undefined },
      'is no record of tag, and was left out; give talks in a file of their own [no-record]',
    ],
    [
      'another schema',
      { schema: 'mlops-tag/check@1' },
      'is of the schema mlops-tag/check@1, which has no talks to count; give talks, or what tag --format ndjson wrote [other-schema]',
    ],
    ['an id that is a number', { id: 7 }, `id is no text; ${whole}`],
    ['no title', { title: undefined }, `title is no text; ${whole}`],
    ['an unknown status', { status: '保留' }, `status is none of tagged, untagged, review; ${whole}`],
    ['a primary that is a list', { primary: ['drift'] }, `primary is no text; ${whole}`],
    ['an event that is an object', { event: { ja: '会' } }, `event is no text; ${whole}`],
    ['a year in words', { year: '2024年' }, `year is no whole number; ${whole}`],
    ['half a year', { year: 2024.5 }, `year is no whole number; ${whole}`],
    ['speakers that are a text', { speakers: '山田' }, `speakers is no list of texts; ${whole}`],
    ['extra that is a list', { extra: ['部屋'] }, `extra is no object; ${whole}`],
    ['a source that is a text', { source: 'talks/監視.md' }, `source is no object; ${whole}`],
    ['no tags', { tags: undefined }, `tags is no list; ${whole}`],
    ['a tag that is a text', { tags: ['監視'] }, `tags[0] is no object; ${whole}`],
    ['a tag without a part', { tags: tag({ part: undefined }) }, `tags[0].part is no text; ${whole}`],
    [
      'a confidence that was no number',
      { tags: tag({ confidence: Number.NaN }) },
      `tags[0].confidence is no number from 0 to 1; ${whole}`,
    ],
    [
      'a confidence above 1',
      { tags: tag({ confidence: 90 }) },
      `tags[0].confidence is no number from 0 to 1; ${whole}`,
    ],
    ['evidence that is a text', { tags: tag({ evidence: '監視' }) }, `tags[0].evidence is no list; ${whole}`],
    [
      'evidence of an unknown kind',
      { tags: tag({ evidence: [{ term: '監視', kind: '勘' }] }) },
      `tags[0].evidence[0].kind is none of term, product, word; ${whole}`,
    ],
  ])('%s', async (_what, changes, message) => {
    const text = `${record()}\n${record({ id: '壊', ...changes })}\n${record({ id: '二' })}\n`;
    expect(await read(text)).toEqual({
      talks: ['監視の会/drift:1', '二:3'],
      findings: [`2 ${message}`],
      counted: 2,
    });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['broken', '{"schema": "監視" "id"}', '2:17 JSON cannot be parsed: a comma is missing here [syntax-error]'],
    ['with NaN as Python writes it', `${record().slice(0, -1)},"a":NaN}`, 'a word that is no JSON value'],
    ['with a NUL', record().replace('検知', '検\0知'), '[syntax-error]'],
    ['too deep and broken', '['.repeat(1000), '2:201 is nested more than 200 levels deep [too-deep]'],
    ['a list', '["監視"]', '2 is no record of tag'],
    ['not UTF-8', Buffer.from('{"title": "\u00e9"}', 'latin1'), '2:1 is no text in a known encoding (broken UTF-8)'],
    ['over the limit', record({ title: '長'.repeat(1000) }), '2:1 has a line of more than 2000 bytes'],
  ])('a line that is %s', async (_what, line, message) => {
    const parts = [`${record()}\n`, line, `\n${record({ id: '二' })}\n`].map((part) =>
      typeof part === 'string' ? Buffer.from(part) : part,
    );
    const { talks, findings } = await read(Buffer.concat(parts), 2000);
    expect(talks).toEqual(['監視の会/drift:1', '二:3']);
    expect(findings).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['in the middle of a value', -40],
    ['in the middle of a character', 24],
  ])('a last line that is cut off %s', async (_what, at) => {
    const { talks, findings } = await read(
      Buffer.concat([
        Buffer.from(`${record()}\n`),
        Buffer.from(record({ schema: undefined, id: '監視'.repeat(9) })).subarray(0, at),
      ]),
    );
    expect(talks).toEqual(['監視の会/drift:1']);
    expect(findings).toEqual([
      '2 the last record is cut off; write the file again, or wait until it is written [record-cut-off]',
    ]);
  });

  it.each([
    [1, ''],
    [2, ', and 1 more of this file is too'],
    [412, ', and 411 more of this file are too'],
  ])('tells %i records of another version once, with where the first stands', async (count, more) => {
    const other = `${record({ schema: 'mlops-tag/talk@2', title: '未来' })}\n`;
    expect(await read(`${record()}\n${other.repeat(count)}${record({ id: '二' })}\n`)).toEqual({
      talks: ['監視の会/drift:1', `二:${count + 2}`],
      findings: [
        `2 is a record of another version (mlops-tag/talk@2)${more}; update mlops-tag, or tag the talks again with this one [record-version]`,
      ],
      counted: 2,
    });
  });

  it('tells many other versions without keeping them all', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `${record({ schema: `mlops-tag/talk@${i + 2}` })}\n`);
    const { findings } = await read(lines.join(''));
    expect([findings.length, findings.at(-1)]).toEqual([111, ' 390 more findings are left out [more-findings]']);
  });

  it('tells a hundred of a file, and how many more there were', async () => {
    const { talks, findings } = await read(`${'{"title": "監視"}\n'.repeat(5000)}${record()}\n`);
    expect(talks).toEqual(['監視の会/drift:5001']);
    expect([findings.length, findings.at(-1)]).toEqual([101, ' 4900 more findings are left out [more-findings]']);
  });
});

describe('any input', () => {
  const line = fc.oneof(
    fc.constantFrom(record(), record({ id: '二' }), '', '\r', '{"schema":', record().slice(0, 99)),
    fc.json(),
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')),
  );

  it('gives the same however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(2000)), async (lines, cuts) => {
        const bytes = Buffer.from(lines.join('\n'));
        const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(await readPieces(pieces)).toEqual(await readPieces([bytes]));
      }),
    );
  });

  it('counts a record or tells of it, whatever stands in one of its values', async () => {
    const key = fc.constantFrom(
      ...Object.keys(JSON.parse(record({ extra: 1, speakers: 1, organisations: 1, url: 1 }))),
    );
    await fc.assert(
      fc.asyncProperty(key, fc.jsonValue(), async (name, value) => {
        const { talks, findings } = await read(`${record({ [name]: value })}\n`);
        expect(talks.length + findings.length).toBe(1);
      }),
    );
  });
});
