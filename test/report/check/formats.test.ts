import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { CHECK_FORMATS, type CheckFormat } from '../../../src/report/check/formats.ts';
import { checkReporter } from '../../../src/report/check/index.ts';
import { displayWidth } from '../../../src/report/width.ts';
import { checkRecordSchema } from '../../../src/schema/check-record.ts';
import { ROOT } from '../../support/run.ts';
import { contextOf } from '../support.ts';
import { CASES } from './cases.ts';
import { randomReport } from './random.ts';
import { aboutFile, decisionOf, findingOf, relatedOf, reportOf, spanOf } from './support.ts';

type Report = ReturnType<typeof reportOf>;

function rendered(format: CheckFormat, report: Report, context = contextOf()): string {
  return checkReporter(format).whole(report, context);
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

const MANY = Array.from({ length: 15 }, (_, i) =>
  findingOf({ severity: i % 5 === 0 ? 'warning' : 'error', message: `発表 ${i}`, ...spanOf(i + 1, 1) }),
);

describe('every format', () => {
  it('ends its last line, holds no control character and begins no line as a command of a runner', () => {
    fc.assert(
      fc.property(randomReport, fc.constantFrom(...CHECK_FORMATS), (report, format) => {
        const text = rendered(format, report);
        expect(text === '' || text.endsWith('\n')).toBe(true);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
        if (format !== 'github') {
          expect(text).not.toMatch(/^\s*::/m);
          expect(text).not.toMatch(/##\w*\[/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing was found without findings, or says nothing', () => {
    const clean = reportOf([]);
    expect(rendered('pretty', clean)).toBe('12 files, 34 talks: no findings\n');
    expect(rendered('markdown', clean)).toContain('no findings');
    expect(rendered('junit', clean)).toContain('tests="1" failures="0"');
    expect(rendered('concise', clean) + rendered('github', clean)).toBe('');
    expect(rendered('gitlab', clean)).toBe('[]\n');
  });
});

describe('pretty', () => {
  it.each([40, 60, 80, 120])('keeps to %i columns', (width) => {
    fc.assert(
      fc.property(randomReport, fc.boolean(), (report, unicode) => {
        for (const line of linesOf(rendered('pretty', report, contextOf({ width, unicode })))) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it.each([
    [{ fixable: 1 }, '1 can be mended with --write'],
    [{ fixable: 4, fixableWithAll: 2 }, '4 can be mended with --write, 2 more with --write=all'],
    [{ fixableWithAll: 2 }, '2 can be mended with --write=all'],
  ])('says what --write mends: %j', (summary, words) => {
    const report = reportOf([findingOf({ message: '監視' })], { summary });
    expect(rendered('pretty', report, contextOf({ width: 200 }))).toContain(
      `\n12 files, 34 talks: 1 warning; ${words}\n`,
    );
  });
});

describe('concise', () => {
  const { regexp } = JSON.parse(readFileSync(join(ROOT, 'problem-matcher.json'), 'utf8')).problemMatcher[0].pattern[0];
  const matcher = new RegExp(regexp, 'u');

  it('has lines that the problem matcher takes apart', () => {
    const finding = findingOf({ path: 'talks/2024/日本 語.md', ...spanOf(12, 3), message: 'どちら: a:1:2: b' });
    const [line = ''] = linesOf(rendered('concise', reportOf([finding])));
    expect(matcher.exec(line)?.slice(1)).toEqual([
      'talks/2024/日本 語.md',
      '12',
      '3',
      'warning',
      'suggested-tag',
      'どちら: a:1:2: b',
    ]);
  });

  it('has a line a finding, each of which matches', () => {
    const lines = linesOf(rendered('concise', CASES['everyday']?.report ?? reportOf([])));
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(matcher);
    expect(regexp).not.toMatch(/\(\?[<=!:]/);
  });
});

describe('json', () => {
  it('is what its schema says', () => {
    fc.assert(
      fc.property(randomReport, (report) => {
        const document = JSON.parse(rendered('json', report));
        expect(() => checkRecordSchema.parse(document)).not.toThrow();
        expect(document.findings.map((one: { readonly message: unknown }) => one.message)).toEqual(
          report.findings.map(({ message }) => message),
        );
      }),
    );
  });

  it('has the keys of the contract in their order, and leaves out what is absent', () => {
    const { findings } = JSON.parse(
      rendered('json', reportOf([findingOf({ tag: 'drift' }), aboutFile({ rule: 'invalid-file' })])),
    );
    const order = 'rule severity path line column endLine endColumn talk tag message fixable fingerprint'.split(' ');
    expect(Object.keys(findings[0])).toEqual(order);
    expect(Object.keys(findings[1])).toEqual(order.filter((key) => key !== 'talk' && key !== 'tag'));
  });
});

describe('github', () => {
  it('shows ten a level, the most severe first, then how many more there are', () => {
    const more = [...MANY, ...MANY, ...MANY, ...MANY];
    const lines = linesOf(rendered('github', reportOf(more)));
    const levels = lines.map((line) => /^::(\w+)/.exec(line)?.[1]);
    expect(levels).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning'), 'notice']);
    expect(lines.at(-1)).toContain('38 more errors and 2 more warnings');
    expect(lines[0]).toContain('line=2,');
  });

  it.each([
    ['one line', spanOf(3, 7, 5), 'line=3,endLine=3,col=7,endColumn=11'],
    ['nothing', spanOf(3, 7, 0), 'line=3,endLine=3,col=7,endColumn=7'],
    ['two lines', { line: 3, column: 7, endLine: 4, endColumn: 2 }, 'line=3,endLine=4'],
    ['a line with its end', { line: 3, column: 1, endLine: 4, endColumn: 1 }, 'line=3,endLine=3'],
  ])('places %s (監視)', (_, span, expected) => {
    const [line] = linesOf(rendered('github', reportOf([findingOf(span)])));
    expect(line).toContain(`file=talks/a.md,${expected},title=`);
  });

  it('is read back by the rules of the runner', () => {
    fc.assert(
      fc.property(randomReport, (report) => {
        const lines = linesOf(rendered('github', report));
        expect(lines.length).toBeLessThanOrEqual(21);
        for (const line of lines) {
          const [, level = '', properties = ''] = /^::(error|warning|notice) (.*?)::/.exec(line) ?? [];
          expect(level).not.toBe('');
          const names = properties.split(',').map((property) => property.replace(/=.*/, ''));
          expect(['file line endLine title', 'file line endLine col endColumn title', 'title']).toContain(
            names.join(' '),
          );
        }
      }),
    );
  });
});

describe('paths', () => {
  it.each([
    ['', 'talks/a.md', 'talks/a.md'],
    ['', './発表/a.md', '発表/a.md'],
    ['proceedings/', 'talks/a.md', 'proceedings/talks/a.md'],
    ['proceedings/2024/', '../発表/./a.md', 'proceedings/発表/a.md'],
    ['a/', '../../b.md', '../b.md'],
    ['a/', '/tmp/b.md', '/tmp/b.md'],
  ])('from %j, %j is %j', (prefix, path, expected) => {
    const report = reportOf([findingOf({ path })], { prefix });
    expect(JSON.parse(rendered('gitlab', report))[0].location.path).toBe(expected);
    expect(JSON.parse(rendered('rdjson', report)).diagnostics[0].location.path).toBe(expected);
    expect(rendered('github', report)).toContain(`file=${expected},`);
    expect(rendered('checkstyle', report)).toContain(`<file name="${expected}">`);
    expect(rendered('junit', report)).toContain(`name="${expected}"`);
    expect(JSON.parse(rendered('json', report)).findings[0].path).toBe(path);
  });
});

describe('gitlab', () => {
  it('has every fingerprint once', () => {
    const findings = ['0a', '0b', '0a', '0a'].map((fingerprint) => findingOf({ fingerprint, message: '監視' }));
    const issues: readonly { readonly fingerprint: string }[] = JSON.parse(rendered('gitlab', reportOf(findings)));
    expect(issues.map(({ fingerprint }) => fingerprint)).toEqual(['0a', '0b', '0a-2', '0a-3']);
  });
});

describe('checkstyle', () => {
  it('gives messages back as they are shown', () => {
    const seen: string[] = [];
    const parser = new Parser(
      { onopentag: (name, { message }) => name === 'error' && message !== undefined && seen.push(message) },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(rendered('checkstyle', reportOf([findingOf({ message: `「監視」 <b> & "q" 'a' ]]> ##[x]` })])));
    expect(seen).toEqual([`「監視」 <b> & "q" 'a' ]]> ##[x]`]);
  });
});

describe('markdown', () => {
  it('shows errors before warnings where not all fit, by file', () => {
    const warnings = Array.from({ length: 199 }, (_, i) => findingOf({ message: `警告 ${i}`, path: 'a.md' }));
    const errors = Array.from({ length: 10 }, (_, i) =>
      findingOf({ message: `誤り ${i}`, path: 'z.md', severity: 'error' }),
    );
    const text = rendered('markdown', reportOf([...warnings, ...errors]));
    expect(text.match(/誤り/g)).toHaveLength(10);
    expect(text.match(/警告/g)).toHaveLength(190);
    expect(text).toContain('9 more findings: ');
    expect(text.indexOf('### `a.md`')).toBeLessThan(text.indexOf('### `z.md`'));
  });

  it.each([
    ['write `event`, or say `paths` in the config', 'write `event`, or say `paths` in the config'],
    ['`mlops-not` names "監視`x`", no tag', '`mlops-not` names "監視\\`x\\`", no tag'],
    ['"`a" and "b`" are one (`thresholds.tags`)', '"\\`a" and "b\\`" are one (`thresholds.tags`)'],
    ['"|<b>*" is no tag; write `a|b`', '"\\|&lt;b&gt;\\*" is no tag; write `a\\|b`'],
    ['``x` ` `<img src=x>` 監視`', '\\`\\`x\\` \\` `<img src=x>` 監視\\`'],
    ['"` `event` \\`x`', '"\\` `event` \\\\`x`'],
  ])('keeps the code of our prose, and nothing of what it quotes: %s', (message, shown) => {
    const row = rendered('markdown', reportOf([findingOf({ message })]))
      .split('\n')
      .find((line) => line.startsWith('| 3:7'));
    expect(row).toBe(`| 3:7 | warning | ${shown} | suggested-tag |`);
  });

  it('stays below what GitHub takes, however long the words are', () => {
    const long = `${'|<@a'.repeat(150)}${`々${'\u0301'.repeat(30)}`.repeat(300)}`;
    const findings = Array.from({ length: 300 }, (_, i) =>
      findingOf({ path: `${long}${i}`, message: long, related: Array(3).fill(relatedOf(long)) }),
    );
    const decisions = Array.from({ length: 100 }, () => decisionOf({ path: long, tags: [long] }));
    const text = rendered('markdown', reportOf(findings, { notes: Array(100).fill(long), decisions }));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(rendered('markdown', reportOf(findings)).length).toBeLessThan(210_000);
  });
});
