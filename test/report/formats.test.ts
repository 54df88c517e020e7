import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { renderFindings } from '../../src/report/findings.ts';
import { FORMAT_NAMES, isFormatName } from '../../src/report/index.ts';
import { json } from '../../src/report/json.ts';
import { inlineCode, inlineText } from '../../src/report/markdown-text.ts';
import { ndjson } from '../../src/report/ndjson.ts';
import { talkRecord } from '../../src/report/record.ts';
import { createSummaryCounter } from '../../src/report/summary.ts';
import { contextOf, evidenceOf, TAXONOMY, tagOf, talkOf } from './support.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('監視', '=1+1', '"', ',', ';', '\r\n', '\u001b[0m', '__proto__'),
);
const talk = fc
  .record({ title: text, event: text, wording: text, id: text })
  .map(({ title, event, wording, id }) => talkOf({ id, title, event, tags: [tagOf('drift', 0.7, [wording])] }));

describe('the table', () => {
  it('has the default first and nothing inherited', () => {
    expect(FORMAT_NAMES).toEqual(['pretty', 'json', 'ndjson', 'csv', 'markdown']);
    expect(['toString', '__proto__', 'xml'].filter(isFormatName)).toEqual([]);
  });
});

describe('the record', () => {
  it('has the keys of the contract in their order, and no texts', () => {
    const full = talkOf({
      abstract: '概要',
      body: '本文',
      keywords: ['監視'],
      placements: { title: { exact: true, locate: () => ({ line: 1, column: 1 }) } },
      event: "OpML '20",
      year: 2020,
      date: '2020-07-28',
      lang: 'ja',
      track: 'A',
      speakers: ['山田'],
      organisations: ['例'],
      url: 'https://example.org',
      extra: { room: 'A' },
      declared: ['Monitoring'],
      tags: [{ ...tagOf('drift', 0.93, []), evidence: [evidenceOf('データ ドリフト', { term: 'データドリフト' })] }],
      near: [{ id: 'release', confidence: 0.41, missing: 'one more term' }],
    });
    const record = talkRecord(full);
    const order =
      'schema id title event year date lang track speakers organisations url extra source declared status primary tags near';
    expect(Object.keys(record)).toEqual(order.split(' '));
    expect(Object.keys(record.tags[0] ?? {})).toEqual(['id', 'part', 'label', 'confidence', 'evidence']);
    expect(Object.keys(record.tags[0]?.evidence[0] ?? {})).toEqual([
      'term',
      'kind',
      'text',
      'field',
      'line',
      'column',
      'exact',
      'weight',
    ]);
  });

  it('leaves out what is absent, but never primary', () => {
    const record = talkRecord(talkOf({ speakers: [], extra: {}, declared: [] }));
    expect(Object.keys(record)).toEqual(['schema', 'id', 'title', 'source', 'status', 'primary', 'tags', 'near']);
    expect(record.primary).toBeNull();
  });
});

describe('ndjson and json', () => {
  it('parse back, one line a talk', () => {
    fc.assert(
      fc.property(talk, (one) => {
        const line = ndjson.talk(one, contextOf());
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.parse(line)).toEqual(talkRecord(one));
      }),
    );
  });

  it('count every concept, zeros too', () => {
    const counter = createSummaryCounter(TAXONOMY);
    const talks = [
      talkOf({ lang: 'ja', tags: [tagOf('drift', 0.9, []), tagOf('model-monitoring', 0.8, [])] }),
      talkOf({ lang: 'ja' }),
      talkOf({ lang: 'en', status: 'review', tags: [tagOf('release', 0.5, [])] }),
    ];
    for (const one of talks) counter.add(one);
    const summary = counter.summary({ files: 2, skipped: 4 });
    expect(summary.lang).toBe('ja');
    const document = json.whole({ summary, talks, findings: [{ code: 'missing-path', path: 'ない.md' }] }, contextOf());
    expect(document.endsWith('}\n')).toBe(true);
    expect(JSON.parse(document)).toMatchObject({
      schema: 'mlops-tag/report@1',
      tool: { version: '0.1.0', taxonomy: { id: 'which-part', version: '1.0.0', hash: 'c0ffee' } },
      summary: {
        files: 2,
        talks: 3,
        tagged: 1,
        untagged: 1,
        review: 1,
        parts: { monitoring: 1, trust: 0, production: 1 },
        elements: { 'model-monitoring': 1, drift: 1, explainability: 0, release: 1 },
      },
      findings: [{ code: 'missing-path', severity: 'error', path: 'ない.md', message: 'no such file or folder' }],
    });
    expect(Object.keys(JSON.parse(document).summary)).toEqual([
      'files',
      'talks',
      'tagged',
      'untagged',
      'review',
      'parts',
      'elements',
    ]);
  });
});

describe('csv', () => {
  const cells = (title: string): Record<string, string> | undefined =>
    parse<Record<string, string>>(csv.begin(contextOf()) + csv.talk(talkOf({ title }), contextOf()), {
      columns: true,
    })[0];

  it.each([
    ['=cmd|x!A1', "'=cmd|x!A1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['\r=1', "'=1"],
    ['\u001b=1', "'=1"],
    ['＝監視', "'＝監視"],
    ['監視, "再学習"', '監視, "再学習"'],
    ['二\r\n行', '二 行'],
    ['a;=1', 'a;=1'],
    ['x\u001b[31m', 'x[31m'],
  ])('title %j becomes %j', (title, expected) => expect(cells(title)?.title).toBe(expected));

  it('parses back to one row a talk, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(talk), (talks) => {
        const output = [csv.begin(contextOf()), ...talks.map((one) => csv.talk(one, contextOf()))].join('');
        const rows: string[][] = parse(output, { record_delimiter: '\r\n' });
        expect(rows).toHaveLength(talks.length + 1);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]|\p{Cc}/u);
      }),
    );
  });

  it('runs tags, confidences and evidence side by side', () => {
    const tags = [tagOf('drift', 0.9, ['データドリフト', 'PSI; KS']), tagOf('model-monitoring', 0.5, ['監視'])];
    const rows: Record<string, string>[] = parse(
      csv.begin(contextOf()) + csv.talk(talkOf({ tags, lang: 'ja' }), contextOf()),
      { columns: true },
    );
    expect(rows[0]).toMatchObject({
      primary_label: 'データドリフト・コンセプトドリフト',
      tags: 'drift;model-monitoring',
      confidences: '0.9;0.5',
      parts: 'monitoring',
      evidence: 'データドリフト:データドリフト | PSI, KS:PSI, KS;監視:監視',
    });
  });
});

describe('text in markdown', () => {
  it.each([
    ['<script>', '&lt;script&gt;'],
    ['a | b', 'a \\| b'],
    ['[監視](javascript:x)', '\\[監視\\](javascript:x)'],
    ['`code` *b* _i_ ~s~', '\\`code\\` \\*b\\* \\_i\\_ \\~s\\~'],
    ['@octocat #12', '@<!-- -->octocat #<!-- -->12'],
    ['https://example.org', 'https<!-- -->://example.org'],
    ['&lt;', '&amp;lt;'],
    ['二\n行', '二 行'],
    ['C# と #監視', 'C# と #監視'],
  ])('%j → %j', (input, expected) => expect(inlineText(input)).toBe(expected));

  it.each([
    ['a.md:3', '`a.md:3`'],
    ['a`b', '`` a`b ``'],
    ['監|視', '`監\\|視`'],
    ['a\nb', '`a b`'],
  ])('code %j → %j', (input, expected) => expect(inlineCode(input)).toBe(expected));
});

describe('findings', () => {
  it('are aligned, and counted in the last line', () => {
    const output = renderFindings(
      [
        { code: 'syntax-error', path: '壊れた.md', line: 3, column: 8, format: 'YAML', reason: 'bad\nindent\u001b[0m' },
        { code: 'duplicate-id', path: 'a.md', id: '監視' },
      ],
      contextOf(),
    );
    expect(output.split('\n')).toEqual([
      '壊れた.md:3:8  error    YAML cannot be parsed: bad indent␛[0m [syntax-error]',
      'a.md           warning  another talk has the id "監視" too [duplicate-id]',
      '1 error, 1 warning',
      '',
    ]);
    expect(renderFindings([], contextOf())).toBe('');
  });
});
