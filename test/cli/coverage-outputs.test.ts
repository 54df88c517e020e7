/** Where the reports of `coverage` go: all of them, or none. */
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../support/run.ts';
import { type Folder, ndjson, newFolder, TALKS } from './coverage-support.ts';

let folder: Folder;

beforeEach(() => {
  folder = newFolder({ 'talks.ndjson': ndjson(TALKS), '発表/a.ndjson': ndjson(TALKS) });
});

afterEach(() => {
  vi.doUnmock('../../src/report/coverage/index.ts');
  vi.resetModules();
  folder.remove();
});

const names = (): readonly string[] => readdirSync(folder.path).sort();

it('several at once, one of them on stdout', async () => {
  const argv = ['talks.ndjson', '--by', 'event', '-f', 'csv', '-f', 'json=表.json', '-f', 'markdown=a.md'];
  const { code, stdout } = await folder.coverage(argv);
  expect([code, JSON.parse(folder.text('表.json')).talks]).toEqual([0, 5]);
  expect(stdout).toMatch(/^by,key,/);
  expect(folder.text('a.md')).toContain('MLSE 夏合宿');
  expect(names()).toEqual(['a.md', 'talks.ndjson', '発表', '表.json']);
});

it('the same in a file as on stdout', async () => {
  for (const format of ['json', 'csv', 'csv-wide', 'markdown']) {
    const { stdout } = await folder.coverage(['talks.ndjson', '--by', 'event', '-f', format]);
    await folder.coverage(['talks.ndjson', '--by', 'event', '-f', format, '-o', 'out']);
    expect(folder.text('out')).toBe(stdout);
  }
});

describe('what stands beside the counts', () => {
  const beside = (what: string, hold: string): string =>
    `note: ${hold} counts alone: for ${what} add -f pretty, markdown, json or html\n`;
  const compared = ['--compare', 'OpML', 'MLSE 夏合宿'];

  it.each<[readonly string[], string]>([
    [['-f', 'csv', '--gaps'], beside('--gaps', 'csv holds')],
    [['-f', 'csv-wide', '--trend', 'year', ...compared], beside('--trend and --compare', 'csv-wide holds')],
    [
      ['-f', 'csv', '-f', 'svg=図.svg', '-f', 'csv=b.csv', '--tools', '--organisations', '--gaps'],
      beside('--gaps, --tools and --organisations', 'csv and svg hold'),
    ],
    [['-f', 'csv', '-f', 'json=表.json', '--gaps'], ''],
    [['-f', 'csv', '--min', 'drift >= 0'], ''],
    [['-f', 'markdown', '--gaps'], ''],
  ])('%j', async (flags, note) => {
    const { code, stderr } = await folder.coverage(['talks.ndjson', '--by', 'event', ...flags]);
    expect([code, stderr]).toEqual([0, `note: 1 of 5 talks says no event\n${note}`]);
  });
});

it('names that begin as options do', async () => {
  folder.put(
    '会.ndjson',
    ndjson([
      { id: 'a', title: '監視', event: '-監視' },
      { id: 'b', title: '配信', event: '--by' },
    ]),
  );
  const one = await folder.coverage(['会.ndjson', '--compare=-監視']);
  expect([one.code, one.stderr]).toEqual([2, expect.stringContaining('takes the form --compare=-a --compare=-b.')]);
  const { code, stdout } = await folder.coverage(['会.ndjson', '--compare=-監視', '--compare=--by', '-f', 'json']);
  expect([code, JSON.parse(stdout).comparison.before.name]).toEqual([0, '-監視']);
});

describe('none', () => {
  it.each([
    [['talks.ndjson', '-f', 'json=表.json', '-f', 'csv=no/such/x.csv'], /no\/such\/x\.csv cannot be written/],
    [['talks.ndjson', '-f', 'json=表.json', '-f', 'csv=発表'], /発表 cannot be written: it is a folder/],
    [['talks.ndjson', '-f', 'json=表.json', '--by', 'evnt'], /No talk has "evnt"/],
    [['talks.ndjson', '-f', 'json=表.json', '--compare', 'OpML', '夏'], /There is no event "夏"/],
    [['talks.ndjson', '-f', 'json=表.json', '-f', 'csv=talks.ndjson'], /talks\.ndjson is an input/],
    [['talks.ndjson', '-f', 'json=表.json', '-f', 'csv=表.json'], /Two reports would be written to 表\.json/],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await folder.coverage(argv);
    expect([code, stdout, names()]).toEqual([2, '', ['talks.ndjson', '発表']]);
    expect(stderr).toMatch(message);
  });

  it.each([
    [['-f', 'json=結び.json'], /結び\.json is an input/],
    [['-f', 'json=別/talks.ndjson'], /別\/talks\.ndjson is an input/],
    [['-f', 'json=表.json', '-f', 'csv=./表.json'], /Two reports would be written to \.\/表\.json/],
    [['-f', 'json=表.json', '-f', 'csv=別/表.json'], /Two reports would be written to 別\/表\.json/],
  ])('of %j, where links or other names lead to one file', async (argv, message) => {
    symlinkSync('talks.ndjson', join(folder.path, '結び.json'));
    symlinkSync('.', join(folder.path, '別'));
    const before = folder.text('talks.ndjson');
    const { code, stderr } = await folder.coverage(['talks.ndjson', ...argv]);
    expect([code, folder.text('talks.ndjson')]).toEqual([2, before]);
    expect(stderr).toMatch(message);
    for (const name of ['結び.json', '別']) rmSync(join(folder.path, name));
    expect(names()).toEqual(['talks.ndjson', '発表']);
  });

  it('where a reporter breaks, not even those that were made before it', async () => {
    vi.doMock('../../src/report/coverage/index.ts', () => ({
      piecewiseReporter: async (format: string) => () => {
        if (format === 'csv') throw new Error('壊れた');
        return ['whole'];
      },
    }));
    vi.resetModules();
    const { run } = await import('../support/run.ts');
    const argv = ['coverage', 'talks.ndjson', '-f', 'markdown', '-f', 'json=a.json', '-f', 'csv=b.csv'];
    const { code, stdout, stderr } = await run(argv, { cwd: folder.path });
    expect([code, stdout, names()]).toEqual([2, '', ['talks.ndjson', '発表']]);
    expect(stderr).toMatch(/internal error: 壊れた/);
  });
});

describe('a next command', () => {
  it.each([
    [['発表/'], 'Next: mlops-tag coverage 発表/ --by event\n'],
    [['talks.ndjson', '--by', 'event'], 'Next: mlops-tag coverage talks.ndjson --by event --gaps\n'],
    [
      ['talks.ndjson', '--by', 'event', '--gaps'],
      'Next: mlops-tag coverage talks.ndjson --by event -f html=report.html\n',
    ],
    [
      ['発表', '--by', 'event', '--and', 'year', '--lang', 'ja'],
      'Next: mlops-tag coverage 発表 --by event --and year --lang ja \\\n      -f html=report.html\n',
    ],
    [['*.ndjson'], "Next: mlops-tag coverage '*.ndjson' --by event\n"],
  ])('behind the text on a terminal: %j', async (argv, next) => {
    const { code, stderr } = await folder.coverage(argv, { isTTY: true });
    expect(code).toBe(0);
    expect(stderr.endsWith(`\n${next}`)).toBe(true);
  });

  it.each([
    [60, ['mlops-tag coverage 発表 --by event --and year \\', '--lang ja -f html=report.html']],
    [40, ['mlops-tag coverage 発表 \\', '--by event --and year --lang ja \\', '-f html=report.html']],
  ])('within %d columns, in lines that a shell takes for one', async (columns, lines) => {
    const argv = ['発表', '--by', 'event', '--and', 'year', '--lang', 'ja'];
    const { stderr } = await folder.coverage(argv, { isTTY: true, columns });
    expect(stderr.endsWith(`\nNext: ${lines.join('\n      ')}\n`)).toBe(true);
  });

  it.each([
    ['no terminal', ['talks.ndjson'], false],
    ['another format', ['talks.ndjson', '-f', 'json'], true],
    ['a file', ['talks.ndjson', '-o', '表.txt'], true],
    ['a comparison', ['talks.ndjson', '--compare', 'OpML', 'MLSE 夏合宿'], true],
  ])('not with %s', async (_name, argv, isTTY) => {
    expect((await folder.coverage(argv, { isTTY })).stderr).not.toContain('Next:');
  });

  it('not behind standard input, which cannot be read again', async () => {
    const options = { isTTY: true, stdin: ndjson(TALKS) };
    expect((await folder.coverage(['-', '--stdin-filename', 'x.ndjson'], options)).stderr).not.toContain('Next:');
  });
});

const isBuilt = existsSync(join(ROOT, 'dist/page/page.js'));

it.skipIf(!isBuilt)(
  'the page holds the talks, and no other report their texts (skipped until the page is built)',
  async () => {
    const { code } = await folder.coverage(['talks.ndjson', '--by', 'event', '-f', 'html=ページ.html']);
    expect(code).toBe(0);
    expect(folder.text('ページ.html')).toContain('特徴量ストアの運用');
  },
);
