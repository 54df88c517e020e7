/** The exit code of `check`: what decides on it, and what does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_FORMATS } from '../../src/report/check/formats.ts';
import { run } from '../support/run.ts';
import { CLEAN, checked, ERROR, repositoryWith, WARNING } from './check-support.ts';

const FOLDERS = {
  clean: repositoryWith({ '発表/良い.md': CLEAN, '土台.json': '{"findings": 1}' }),
  warning: repositoryWith({ '発表/良い.md': CLEAN, '発表/注意.md': WARNING }),
  error: repositoryWith({ '発表/良い.md': CLEAN, '発表/誤り.md': ERROR }),
  both: repositoryWith({ '発表/注意.md': WARNING, '発表/誤り.md': ERROR }),
};

type Folder = keyof typeof FOLDERS;

describe('what is found', () => {
  it.each([
    ['clean', []],
    ['warning', [['発表/注意.md', 2, 'missing-event']]],
    ['error', [['発表/誤り.md', 4, 'unknown-tag', '量子計算機']]],
    [
      'both',
      [
        ['発表/注意.md', 2, 'missing-event'],
        ['発表/誤り.md', 4, 'unknown-tag', '量子計算機'],
      ],
    ],
  ] as const)('in %s', async (folder, expected) => {
    const { found, stderr } = await checked(FOLDERS[folder]);
    expect([found, stderr]).toEqual([expected, '']);
  });
});

/** By folder, in the order of `FOLDERS`. */
const CODES: readonly (readonly [flags: string, codes: readonly number[]])[] = [
  ['', [0, 0, 1, 1]],
  ['--fail-on error', [0, 0, 1, 1]],
  ['--fail-on warning', [0, 1, 1, 1]],
  ['--fail-on never', [0, 0, 0, 0]],
  ['--max-warnings 0', [0, 1, 1, 1]],
  ['--max-warnings 1', [0, 0, 1, 1]],
  ['--max-warnings 5', [0, 0, 1, 1]],
  ['--max-warnings 0 --fail-on error', [0, 1, 1, 1]],
  ['--max-warnings 5 --fail-on warning', [0, 1, 1, 1]],
  ['--max-warnings 0 --fail-on never', [0, 0, 0, 0]],
  ['--rule unknown-tag=warning', [0, 0, 0, 0]],
  ['--rule unknown-tag=warning --max-warnings 1', [0, 0, 0, 1]],
  ['--rule unknown-tag=off --fail-on warning', [0, 1, 0, 1]],
  ['--rule missing-event=error', [0, 1, 1, 1]],
  ['--rule missing-event=error --rule missing-event=off', [0, 0, 1, 1]],
];

describe('the exit code', () => {
  it.each(CODES)('with %j is %j', async (flags, expected) => {
    const codes: number[] = [];
    for (const folder of Object.values(FOLDERS)) {
      const argv = ['check', '-f', 'concise', ...flags.split(' ').filter(Boolean)];
      codes.push((await run(argv, { cwd: folder })).code);
    }
    expect(codes).toEqual(expected);
  });

  const WITH: readonly (readonly [folder: Folder, flags: readonly string[], code: number])[] = [
    ['clean', [], 0],
    ['warning', ['--max-warnings', '0'], 1],
    ['both', ['--fail-on', 'never'], 0],
  ];

  describe.each(CHECK_FORMATS)('as %s', (format) => {
    it.each(WITH)('%s %j: %i, to stdout, with -o, and to a file of its own', async (folder, flags, expected) => {
      const cwd = FOLDERS[folder];
      const out = `報告-${format}.out`;
      const direct = await run(['check', '発表', '-f', format, ...flags], { cwd });
      const byOutput = await run(['check', '発表', '-f', format, '-o', out, ...flags], { cwd });
      const written = readFileSync(join(cwd, out), 'utf8');
      const beside = await run(['check', '発表', '-f', `${format}=${out}`, ...flags], { cwd });
      expect([direct.code, byOutput.code, beside.code]).toEqual([expected, expected, expected]);
      expect([byOutput.stdout, beside.stdout, direct.stderr, byOutput.stderr, beside.stderr]).toEqual(
        Array.from({ length: 5 }, () => ''),
      );
      expect(written).toBe(direct.stdout);
      expect(readFileSync(join(cwd, out), 'utf8')).toBe(direct.stdout);
    });
  });

  it('is one for several reports of one run', async () => {
    const cwd = FOLDERS.both;
    const argv = ['check', '発表', '-f', 'concise', '-f', 'json=結果.json', '-f', 'sarif=結果.sarif'];
    const { code, stdout } = await run(argv, { cwd });
    expect([code, stdout.split('\n').length]).toEqual([1, 3]);
    expect(JSON.parse(readFileSync(join(cwd, '結果.json'), 'utf8')).summary.errors).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, '結果.sarif'), 'utf8')).runs[0].results).toHaveLength(2);
  });
});

describe('a mistake on the command line exits 2 with one message, and nothing is reported', () => {
  it.each<readonly [flags: readonly string[], message: RegExp]>([
    [['--rule', 'unknown-tags=off'], /"unknown-tags".*did you mean.*unknown-tag/],
    [['--rule', '札=off'], /"札"/],
    [['--rule', 'unknown-tag=fatal'], /fatal/],
    [['--rule', 'unknown-tag'], /unknown-tag/],
    [['--rule', ''], /--rule/],
    [['-f', 'sarf'], /no format "sarf" \(did you mean "?sarif"?\?\)/],
    [['-f', ''], /no format ""/],
    [['-f', 'json='], /names no file/],
    [['-f', 'json', '-f', 'sarif'], /Only one report can go to stdout/],
    [['-f', 'json=結.json', '-f', 'sarif=結.json'], /Two reports would be written to 結\.json/],
    [['-o', ''], /--output names no file/],
    [['-f', 'json=x', '-o', 'y'], /both name a file/],
    [['--since', 'main', '--staged'], /--since and --staged each say which files/],
    [['--staged', '--files-from', '-'], /--staged and --files-from each say/],
    [['--since', 'main', '--staged', '--files-from', '-'], /--since and --staged and --files-from each say/],
    [['--since', ''], /--since/],
    [['--files-from', ''], /--files-from/],
    [['--files-from', '無い.txt'], /無い\.txt/],
    [['--fail-on', 'errors'], /error, warning, never/],
    [['--max-warnings', 'x'], /whole number/],
    [['--max-warnings', '-1'], /whole number|argument missing/],
    [['--max-warnings', ''], /whole number/],
    [['--max-warnings', '1.5'], /whole number/],
    [['--threads', '0'], /whole number/],
    [['--baseline', '無い.json'], /no baseline at 無い\.json; make one/],
    [['--baseline', '土台.json'], /baseline cannot be used\n\n土台\.json:1:/],
    [['--cache-location', ''], /--cache-location/],
    [['--config', '無い.yaml'], /無い\.yaml/],
    [['--taxonomy', '無い.yaml'], /無い\.yaml/],
    [['無い/*.md'], /無い/],
    [['-o', '発表/良い.md', '発表'], /良い\.md is an input/],
  ])('%j', async (flags, message) => {
    const { code, stdout, stderr } = await run(['check', ...flags], { cwd: FOLDERS.clean });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.match(/^(?:mlops-tag|error):/gm)).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('an empty name of a baseline is told as such', async () => {
    const { code, stderr } = await run(['check', '--baseline', ''], { cwd: FOLDERS.clean });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--baseline names no file/)]);
  });

  it('an empty folder has nothing to check', async () => {
    const { code, stdout, stderr } = await run(['check'], { cwd: repositoryWith({ '空/': '' }) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^mlops-tag: /);
  });
});

describe('what cannot be read', () => {
  it('is a finding at its place, and the others are checked', async () => {
    const cwd = repositoryWith({ '発表/壊れた.yaml': '- title: 題\n  "event: x\n', '発表/誤り.md': ERROR });
    const { code, found, summary } = await checked(cwd);
    expect([code, found]).toEqual([
      1,
      [
        ['発表/壊れた.yaml', expect.any(Number), 'invalid-file'],
        ['発表/誤り.md', 4, 'unknown-tag', '量子計算機'],
      ],
    ]);
    expect(summary).toMatchObject({ files: 2, talks: 1, errors: 2 });
  });

  it('a named path that is not there is a finding, and the others are checked', async () => {
    const cwd = repositoryWith({ '発表/注意.md': WARNING });
    const { code, found } = await checked(cwd, ['発表/注意.md', '発表/無い.md']);
    expect([code, found]).toEqual([
      1,
      [
        ['発表/注意.md', 2, 'missing-event'],
        ['発表/無い.md', 1, 'invalid-file'],
      ],
    ]);
  });

  it('fails only where its rule says so', async () => {
    const cwd = repositoryWith({ '発表/壊れた.json': '[{"title": ', '発表/良い.md': CLEAN });
    expect((await checked(cwd)).code).toBe(1);
    const warned = await checked(cwd, ['--rule', 'invalid-file=warning']);
    expect([warned.code, warned.summary]).toMatchObject([0, { errors: 0, warnings: 1 }]);
  });
});
