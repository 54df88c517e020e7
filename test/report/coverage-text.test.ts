/** What holds for the texts on coverage whatever was counted: widths, safe text, numbers that add up. */
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageCounter } from '../../src/coverage/counter.ts';
import type { CountedTalk } from '../../src/coverage/types.ts';
import { coverageCsv } from '../../src/report/coverage/csv.ts';
import { coverageWideCsv } from '../../src/report/coverage/csv-wide.ts';
import { coverageJson } from '../../src/report/coverage/json.ts';
import { coverageMarkdown } from '../../src/report/coverage/markdown.ts';
import { words } from '../../src/report/coverage/markdown-lines.ts';
import { coveragePretty } from '../../src/report/coverage/pretty.ts';
import { displayWidth } from '../../src/report/width.ts';
import { CASES, reportOf } from './coverage-text-cases.ts';
import { HOSTILE_TALKS, JAPANESE_TALKS, NINE, SERIES_TALKS, sketch, TALKS } from './coverage-text-talks.ts';
import { contextOf } from './support.ts';

const CONTEXT = contextOf({ taxonomy: NINE });

/** Escape sequences of our own colours. */
const COLOURS = /\u001b\[[0-9;]*m/g;
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/;

describe('pretty', () => {
  const widths = [20, 40, 61, 80, 120, 200];
  it.each(Object.entries(CASES))('%s stays within the width, in both character sets', (_, { report, context }) => {
    for (const width of widths)
      for (const unicode of [true, false])
        for (const line of coveragePretty(report, { ...context, width, unicode }).split('\n'))
          expect(displayWidth(line.replace(COLOURS, '')), line).toBeLessThanOrEqual(width);
  });

  it.each(Object.entries(CASES))('%s says the same with and without colour, and ends no line in blanks', (_, one) => {
    const plain = coveragePretty(one.report, { ...one.context, color: 0 });
    expect(coveragePretty(one.report, { ...one.context, color: 3 }).replace(COLOURS, '')).toBe(plain);
    expect(plain).not.toMatch(/[ \t]\n|\n\n\n/);
  });

  it('shows no byte of ours beyond ASCII where that was asked for', () => {
    const english = TALKS.filter(({ lang }) => lang === 'en');
    const report = reportOf(english, {
      by: 'event',
      trend: true,
      gaps: true,
      tools: true,
      compare: ["Pipelines '19", "Pipelines '20"],
    });
    expect(coveragePretty(report, { ...CONTEXT, unicode: false })).toMatch(/^[\n -~]*$/);
  });

  it.each([
    ['en', undefined, 'Model monitoring'],
    ['ja', undefined, 'モデル監視・精度監視'],
    ['ja', 'en', 'Model monitoring'],
    ['en', 'ja', 'モデル監視・精度監視'],
  ])('talks in %s, asked for %s: %s', (own, asked, label) => {
    const report = reportOf([sketch('監視', 'model-monitoring', { lang: own })]);
    const context = asked === undefined ? CONTEXT : { ...CONTEXT, lang: asked };
    expect(coveragePretty(report, context)).toContain(label);
    expect(coverageMarkdown(report, context)).toContain(label);
  });

  it('counts talks whose primary it is where the weight says so', () => {
    const talks = [sketch('一', 'drift serving'), sketch('二', 'serving drift'), sketch('三', 'serving')];
    const report = reportOf(talks, { weight: 'primary' });
    expect(coveragePretty(report, CONTEXT)).toMatch(/Data and concept drift +1\/3 +33 %/);
    expect(coveragePretty(report, CONTEXT)).toContain('talks whose primary it is');
  });

  it('shows the largest groups, and says what it leaves out', () => {
    const text = coveragePretty(reportOf(SERIES_TALKS, { by: 'year', groups: 3 }), CONTEXT);
    expect(text).toMatch(/^ +all +2021 +2022 +2023$/m);
    expect(text).toMatch(/8 more groups of 11 talks or fewer each: --groups\s11 shows all, -f csv lists them\./);
  });

  it('tells apart long names by their ends', () => {
    const names = ['機械学習の運用と監視に関する国際会議 2019', '機械学習の運用と監視に関する国際会議 2020'];
    const talks = names.map((event) => sketch(event, 'drift', { event }));
    const text = coveragePretty(reportOf(talks, { by: 'event' }), { ...CONTEXT, width: 60 });
    expect(text).toContain('2019');
    expect(text).toContain('2020');
  });
});

describe('a matrix', () => {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

  it('says the interval of all talks where there is room, and where those of groups are', () => {
    const report = reportOf(TALKS, { by: 'event' });
    const wide = coveragePretty(report, { ...CONTEXT, width: 120 });
    expect(wide).toMatch(/^Monitoring and operation +4 ▃ +19 % +8–40 % +1 ▅ +2 ▅ +1 ▃ +·$/m);
    expect(wide).toMatch(/^ +of 21 +share +95 % +of 4 /m);
    expect(coveragePretty(report, { ...CONTEXT, width: 30 })).not.toContain('8–40 %');
    expect(coverageMarkdown(report, CONTEXT)).toContain('| 4 (19 %, 8–40 %) | 1 (25 %) |');
    for (const reporter of [coveragePretty, coverageMarkdown])
      expect(oneLine(reporter(report, CONTEXT))).toContain('95 % intervals of every group: -f csv or -f json.');
  });

  it('repeats in later blocks no row of which they have no talk, and says so once', () => {
    const events = ['春の会', '夏の会', '秋の会', '冬の会', 'Winter school', 'Summer school'];
    const talks = events.map((event, i) => sketch(event, i === 0 ? 'drift' : 'serving', { event }));
    const text = coveragePretty(reportOf(talks, { by: 'event' }), { ...CONTEXT, width: 50 });
    expect(text.match(/Data and concept/g)?.length).toBe(2);
    expect(text.match(/Online inference/g)?.length).toBeGreaterThan(1);
    expect(text.match(/Below the first block, rows/g)?.length).toBe(1);
    expect(coveragePretty(reportOf(talks, { by: 'event' }), { ...CONTEXT, width: 160 })).not.toContain('Below the');
  });

  it('of groups that are compared shows these, before and after', () => {
    const report = reportOf(SERIES_TALKS, { by: 'year', compare: ['2021', '2018'] });
    const text = coveragePretty(report, CONTEXT);
    expect(text).toMatch(/^ +all +2021 +2018$/m);
    expect(oneLine(text)).toContain('The groups that are compared are shown; 9 more groups: -f csv lists them.');
    expect(coverageMarkdown(report, CONTEXT)).toMatch(
      /^\| {2}\| all<br>of 95 \| 2021<br>of \d+ \| 2018<br>of \d+ \|$/m,
    );
  });

  it('shows all groups where files are compared', () => {
    const { coverage, ...report } = reportOf(SERIES_TALKS, { by: 'year', compare: ['2021', '2018'] });
    const { comparison } = report;
    if (comparison === undefined) throw new Error('not asked for');
    const files = { ...comparison, before: { name: '去年.json', talks: 9 }, after: { name: '今年.json', talks: 7 } };
    const text = coveragePretty({ ...report, coverage, comparison: files }, CONTEXT);
    for (const { key } of coverage.groups) expect(text, key).toMatch(new RegExp(`^ .*\\b${key}\\b`, 'm'));
  });
});

describe('chance', () => {
  const many = (event: string, tags: string, count: number): readonly CountedTalk[] =>
    Array.from({ length: count }, (_, i) => sketch(`${event} ${i}`, tags, { event }));

  it.each([
    ['drift', 'serving', 'Among the 2 tests made of elements hardly one falls below 5 % by chance alone.'],
    ['drift', 'drift', 'Among the one test made of elements hardly one falls below 5 % by chance alone.'],
    [
      'drift serving release annotation data-quality fairness explainability agents model-monitoring aiops',
      '監視',
      'Among the 11 tests made of elements one or so falls below 5 % by chance alone.',
    ],
  ])('of %j and %j counts the tests that were made', (before, after, words) => {
    const talks = [...many('春の会', before, 6), ...many('秋の会', after, 6)];
    const report = reportOf(talks, { by: 'event', compare: ['春の会', '秋の会'] });
    expect(coveragePretty(report, CONTEXT).replace(/\s+/g, ' ')).toContain(words);
    expect(coverageMarkdown(report, CONTEXT)).toContain(words);
  });
});

describe('years', () => {
  const many = (year: number, hits: number, of: number): readonly CountedTalk[] =>
    Array.from({ length: of }, (_, i) => sketch(`${year}年の発表 ${i}`, i < hits ? 'drift' : 'serving', { year }));
  const lineOf = (text: string, label: string) => text.split('\n').find((line) => line.includes(label));
  const both = (talks: readonly CountedTalk[]) =>
    [coveragePretty, coverageMarkdown].map((reporter) => reporter(reportOf(talks, { trend: true }), CONTEXT));

  it('all rows go by one scale, which is said, and years of one size are said so', () => {
    for (const text of both([...many(2022, 1, 14), ...many(2023, 1, 14), ...many(2024, 1, 14)])) {
      expect(lineOf(text.slice(text.indexOf('By year')), 'Monitoring and operation')).toMatch(/▁▁▁/);
      expect(lineOf(text.slice(text.indexOf('By year')), 'Going to production')).toMatch(/▇▇▇/);
      expect(text.replace(/\s+/g, ' ')).toMatch(/All rows by one scale: ▁ 0 … ▇ 93 %\. 3 years with 14 talks each;/);
    }
  });

  it('years of few talks are marked, and do not stretch the scale', () => {
    for (const text of both([...many(2022, 1, 1), ...many(2023, 2, 10), ...many(2024, 10, 20)])) {
      expect(lineOf(text, 'Talks')).toMatch(/○●●/);
      expect(lineOf(text.slice(text.indexOf('By year')), 'Monitoring and operation')).toMatch(/▇▂▅/);
      expect(text.replace(/\s+/g, ' ')).toContain('▇ 80 % and more, · none. ○ a year of fewer than 5 talks.');
    }
  });
});

describe('a title', () => {
  it.each(['What MLOps talks of Kyoto treat', '京都の発表', '<b>\u001b[2J|*'])('%s is the head', (title) => {
    const report = { ...reportOf(TALKS, { by: 'event' }), title };
    const [first, second] = coveragePretty(report, CONTEXT).split('\n');
    expect([first, second]).toEqual([title.replace('\u001b', '␛'), expect.stringMatching(/^21 talks by event/)]);
    const [head] = coverageMarkdown(report, CONTEXT).split('\n');
    expect(head).toBe(`## ${words(title)}`);
  });
});

describe('markdown', () => {
  it('stays within what GitHub takes, with fewer groups and a word on it', () => {
    const talks = Array.from({ length: 900 }, (_, i) =>
      sketch(`発表 ${i}`, 'drift serving', { event: `勉強会 ${'@'.repeat(40)} ${i}` }),
    );
    const text = coverageMarkdown(reportOf(talks, { by: 'event', groups: 900, gaps: true }), CONTEXT);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/\d{3} more groups of 1 talk or fewer each/);
  });

  it('has as many cells in each line of a table as in its head', () => {
    for (const { report, context } of Object.values(CASES))
      for (const block of coverageMarkdown(report, context).split('\n\n')) {
        const rows = block.split('\n').filter((line) => line.startsWith('|'));
        const cells = rows.map((line) => line.match(/(?<!\\)\|/g)?.length);
        expect(new Set(cells).size, block).toBeLessThanOrEqual(1);
      }
  });
});

describe('hostile names', () => {
  it.each([
    ['pretty', coveragePretty],
    ['markdown', coverageMarkdown],
  ])('%s holds no control character, and no HTML of theirs', (_, reporter) => {
    const report = reportOf(HOSTILE_TALKS, {
      by: 'event',
      and: 'organisation',
      gaps: true,
      tools: true,
      organisations: true,
    });
    expect(reporter(report, CONTEXT)).not.toMatch(CONTROL);
  });

  it('nor do names that were typed: of sides, commits, targets and keys', () => {
    const evil = '\u001b[2J|\r\n<script>監視\u202e';
    const { coverage, ...report } = reportOf(TALKS, {
      by: 'event',
      compare: ["Pipelines '19", "Pipelines '20"],
      patch: { before: [], after: [sketch(evil, evil)] },
    });
    const { comparison, patch } = report;
    if (comparison === undefined || patch === undefined) throw new Error('not asked for');
    const typed = {
      ...report,
      coverage: { ...coverage, by: evil, and: evil },
      comparison: { ...comparison, before: { name: evil, talks: 9 }, after: { name: evil, talks: 7 } },
      patch: { ...patch, ref: evil },
      targets: [{ target: evil, origin: evil, concept: evil, group: evil, talks: 0, of: 9, met: false }],
    };
    expect(coveragePretty(typed, CONTEXT)).not.toMatch(CONTROL);
    expect(coverageMarkdown(typed, CONTEXT)).not.toMatch(CONTROL);
    expect(coverageMarkdown(typed, CONTEXT).replaceAll(/`[^`\n]*`/g, '')).not.toContain('<script>');
  });

  it.each(['<script>', '<b>', '@octocat'])('markdown escapes %s', (text) => {
    const report = reportOf(HOSTILE_TALKS, { by: 'event', tools: true, organisations: true });
    expect(coverageMarkdown(report, CONTEXT)).not.toContain(text);
  });

  it('csv runs no formula, and keeps a row a group and concept', () => {
    const report = reportOf(HOSTILE_TALKS, { by: 'event' });
    const rows: readonly string[][] = parse(coverageCsv(report, CONTEXT));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([13]));
    expect(rows.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
    expect(rows.map((row) => row[1])).toContain("'=cmd|calc");
  });
});

describe('of an element that only other groups have', () => {
  const talks = [
    ...Array.from({ length: 9 }, (_, i) => sketch(`春 ${i}`, 'drift', { event: '春の会' })),
    sketch('蒸気', 'steam-engines', { event: '秋の会' }),
  ];

  it("csv gives Wilson's interval of none of the group's talks", () => {
    const rows: readonly Record<string, string>[] = parse(coverageCsv(reportOf(talks, { by: 'event' }), CONTEXT), {
      columns: true,
    });
    const row = rows.find(({ key, id }) => key === '春の会' && id === 'steam-engines');
    expect(row).toMatchObject({ talks: '0', of: '9', share: '0', low: '0', high: '0.299145' });
  });
});

const anyTalk: fc.Arbitrary<CountedTalk> = fc
  .record({
    title: fc.constantFrom('監視', 'Serving', ''),
    tags: fc.subarray(['drift', 'serving', 'annotation', 'agents', 'steam-engines']),
    event: fc.oneof(fc.constantFrom('OpML', '機械学習の集い', ''), fc.string({ unit: 'binary', maxLength: 30 })),
    year: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ title, tags, event, year }) => sketch(title, tags.join(' '), { event, year }));

describe('any talks', () => {
  it('pretty stays within any width and shows no control character', () => {
    fc.assert(
      fc.property(fc.array(anyTalk, { maxLength: 30 }), fc.integer({ min: 12, max: 130 }), (talks, width) => {
        const report = reportOf(talks, { by: 'event', gaps: true, trend: true });
        const text = coveragePretty(report, { ...CONTEXT, width });
        expect(text).not.toMatch(CONTROL);
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });

  it('csv and csv-wide hold the counts of the report', () => {
    fc.assert(
      fc.property(fc.array(anyTalk, { maxLength: 30 }), (talks) => {
        const report = reportOf(talks, { by: 'year' });
        const long: readonly Record<string, string>[] = parse(coverageCsv(report, CONTEXT), { columns: true });
        const wide: readonly Record<string, string>[] = parse(coverageWideCsv(report, CONTEXT), { columns: true });
        for (const { key, elements } of report.coverage.groups)
          for (const [id, { talks: count }] of Object.entries(elements)) {
            const row = long.find((one) => one['key'] === key && one['id'] === id && one['kind'] === 'element');
            expect(row?.['talks']).toBe(String(count));
            expect(wide.find((one) => one['key'] === key)?.[id]).toBe(String(count));
          }
        for (const { key, parts } of report.coverage.groups)
          for (const [id, { talks: count }] of Object.entries(parts))
            expect(wide.find((one) => one['key'] === key)?.[`part:${id}`]).toBe(String(count));
      }),
      { numRuns: 40 },
    );
  });
});

describe('json', () => {
  it('has the keys of the contract in their order, numbers as counted, and null where nothing was asked', () => {
    const counter = new CoverageCounter({ by: 'event', weight: 'talk', includeReview: false, taxonomy: NINE });
    for (const talk of JAPANESE_TALKS) counter.add(talk);
    const coverage = counter.coverage();
    const shows = { tools: false, organisations: false, groups: 1 };
    const document: Record<string, unknown> = JSON.parse(coverageJson({ coverage, shows }, CONTEXT));
    expect(Object.keys(document).join(' ')).toBe(
      'schema tool by and weight includeReview talks all groups trend gaps comparison patch targets',
    );
    expect(document).toMatchObject({
      schema: 'mlops-tag/coverage@1',
      by: 'event',
      talks: 12,
      gaps: null,
      comparison: null,
    });
    expect(document['groups']).toEqual(JSON.parse(JSON.stringify(coverage.groups)));
    const [group] = coverage.groups;
    expect(Object.keys(group ?? {}).join(' ')).toBe(
      'key talks tagged untagged review parts elements tools organisations',
    );
    expect(Object.keys(group?.elements['drift'] ?? {}).join(' ')).toBe('talks primary share low high examples');
  });
});
