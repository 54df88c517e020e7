/** `baseline update` and `prune`, and what `check` makes of a baseline. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { CLEAN, checked, ERROR, repositoryWith, talkOf, WARNING } from './check-support.ts';

const BASELINE = '.mlops-tag-baseline.json';
const FILES = { '発表/良い.md': CLEAN, '発表/誤り.md': ERROR, '発表/注意.md': WARNING };

function entriesIn(cwd: string, name = BASELINE): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(readFileSync(join(cwd, name), 'utf8')).findings;
}

const baseline = (cwd: string, ...argv: readonly string[]) => run(['baseline', ...argv], { cwd });

async function known(files: Readonly<Record<string, string>> = FILES): Promise<string> {
  const cwd = repositoryWith(files);
  await baseline(cwd, 'update');
  return cwd;
}

describe('baseline update', () => {
  it('knows every finding, warnings too, and says how many', async () => {
    const cwd = repositoryWith(FILES);
    expect(await baseline(cwd, 'update')).toEqual({
      code: 0,
      stdout: '.mlops-tag-baseline.json: 2 findings known, 2 of them new; 0 taken out\n',
      stderr: '',
    });
    expect(entriesIn(cwd).map(({ path, rule, tag }) => [path, rule, tag])).toEqual([
      ['発表/注意.md', 'missing-event', undefined],
      ['発表/誤り.md', 'unknown-tag', '量子計算機'],
    ]);
    const { code, found, summary } = await checked(cwd, ['--baseline', BASELINE]);
    expect([code, found, summary['baselined']]).toEqual([0, [], 2]);
  });

  it.each<readonly [what: string, change: (cwd: string) => void, said: string]>([
    ['nothing changed', () => undefined, '2 findings known, 0 of them new; 0 taken out'],
    [
      'one is mended',
      (cwd) => writeFileSync(join(cwd, '発表/誤り.md'), talkOf('正しい札の話', 'mlops: [drift]')),
      '1 finding known, 0 of them new; 1 taken out',
    ],
    ['a file is gone', (cwd) => rmSync(join(cwd, '発表/誤り.md')), '1 finding known, 0 of them new; 1 taken out'],
    [
      'one is new',
      (cwd) => writeFileSync(join(cwd, '発表/新しい.md'), talkOf('新しい話', 'mlops: [drift, 甲]')),
      '3 findings known, 1 of them new; 0 taken out',
    ],
  ])('again, when %s', async (_what, change, said) => {
    const cwd = await known();
    change(cwd);
    expect(await baseline(cwd, 'update')).toEqual({ code: 0, stdout: `${BASELINE}: ${said}\n`, stderr: '' });
    const flags = ['--baseline', BASELINE, '--max-warnings', '0', '-f', 'concise'];
    expect(await run(['check', ...flags], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('of some paths leaves alone what is known of the others', async () => {
    const cwd = await known();
    writeFileSync(join(cwd, '発表/誤り.md'), CLEAN.replace('見張り', '正しい話'));
    await baseline(cwd, 'update', '発表/注意.md');
    expect(entriesIn(cwd)).toHaveLength(2);
    await baseline(cwd, 'update', '発表/誤り.md');
    expect(entriesIn(cwd).map(({ path }) => path)).toEqual(['発表/注意.md']);
  });

  it('writes where the flag or the config says', async () => {
    const cwd = repositoryWith({ ...FILES, 'mlops-tag.config.yaml': 'baseline: 既知.json\n' });
    await baseline(cwd, 'update');
    await baseline(cwd, 'update', '--baseline', '別.json');
    expect([entriesIn(cwd, '既知.json'), existsSync(join(cwd, BASELINE))]).toEqual([entriesIn(cwd, '別.json'), false]);
    expect((await checked(cwd)).summary).toMatchObject({ baselined: 2, errors: 0 });
    expect((await checked(cwd, ['--no-baseline'])).summary).toMatchObject({ baselined: 0, errors: 1 });
  });
});

describe('check with a baseline', () => {
  it('lets no other finding of the same file and rule hide behind a known one', async () => {
    const cwd = await known();
    writeFileSync(join(cwd, '発表/誤り.md'), ERROR.replace('量子計算機', '光計算機'));
    const { code, found } = await checked(cwd, ['--baseline', BASELINE]);
    expect([code, found]).toEqual([
      1,
      [
        [BASELINE, 5, 'stale-baseline', '量子計算機'],
        ['発表/誤り.md', 4, 'unknown-tag', '光計算機'],
      ],
    ]);
  });

  it.each<readonly [what: string, change: (text: string) => string]>([
    ['lines move', (text) => text.replace('event:', '# 一行\n# 二行\nevent:')],
    ['line ends change', (text) => text.replaceAll('\n', '\r\n')],
    ['tags change places', (text) => text.replace('[drift, 量子計算機]', '[量子計算機, drift]')],
    ['the list is written otherwise', (text) => text.replace('[drift, 量子計算機]', '\n  - drift\n  - "量子計算機"')],
  ])('knows a finding when %s', async (_what, change) => {
    const cwd = await known();
    writeFileSync(join(cwd, '発表/誤り.md'), change(ERROR));
    const { code, found } = await checked(cwd, ['--baseline', BASELINE]);
    expect([code, found]).toEqual([0, []]);
  });

  it('leaves a known finding as it is, though it could be mended', async () => {
    const cwd = await known({ '題.md': talkOf('題', 'mlops: [drfit]') });
    const { summary } = await checked(cwd, ['--baseline', BASELINE, '--write']);
    expect(summary).toMatchObject({ fixed: 0, baselined: 1 });
    expect(readFileSync(join(cwd, '題.md'), 'utf8')).toBe(talkOf('題', 'mlops: [drfit]'));
  });

  it('says nothing of files that it does not look at', async () => {
    const cwd = await known();
    writeFileSync(join(cwd, '発表/誤り.md'), CLEAN.replace('見張り', '正しい話'));
    expect((await checked(cwd, ['発表/注意.md', '--baseline', BASELINE])).found).toEqual([]);
  });
});

describe('baseline prune', () => {
  it('takes out what is found no more, and puts nothing in', async () => {
    const cwd = await known();
    writeFileSync(join(cwd, '発表/誤り.md'), ERROR.replace('量子計算機', '光計算機'));
    expect(await baseline(cwd, 'prune')).toEqual({
      code: 0,
      stdout: `${BASELINE}: 1 finding known, 0 of them new; 1 taken out\n`,
      stderr: '',
    });
    expect(entriesIn(cwd).map(({ path }) => path)).toEqual(['発表/注意.md']);
  });

  it.each<readonly [argv: readonly string[], message: RegExp]>([
    [['prune'], /^mlops-tag: there is no baseline at \.mlops-tag-baseline\.json to prune\n$/],
    [['prune', '--baseline', '無い.json'], /無い\.json/],
    [['update', '--baseline', '壊れた.json'], /baseline cannot be used\n\n壊れた\.json:1:/],
    [['update', '--baseline', '発表'], /発表/],
    [['update', '無い.md'], /無い/],
    [['update', '--rule', '札=off'], /札/],
  ])('%j is a mistake, exit 2', async (argv, message) => {
    const cwd = repositoryWith({ ...FILES, '壊れた.json': '{"findings": ' });
    const { code, stdout, stderr } = await baseline(cwd, ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(readFileSync(join(cwd, '壊れた.json'), 'utf8')).toBe('{"findings": ');
  });
});

describe('what is no regular file is no baseline', () => {
  const ZERO = existsSync('/dev/zero') ? (['/dev/zero'] as const) : [];
  const CASES = ['管', ...ZERO].flatMap((file) => [
    [['check', '--baseline', file], file] as const,
    [['baseline', 'update', '--baseline', file], file] as const,
    [['baseline', 'prune', '--baseline', file], file] as const,
  ]);

  it.each(CASES)('%j', async (argv, file) => {
    const cwd = repositoryWith(FILES);
    execFileSync('mkfifo', [join(cwd, '管')]);
    const stderr = `mlops-tag: the baseline ${file} cannot be read: it is no regular file\n`;
    expect(await run(argv, { cwd })).toEqual({ code: 2, stdout: '', stderr });
  });

  it('nor is a folder, nor what is too large', async () => {
    const cwd = repositoryWith(FILES);
    truncateSync(join(cwd, '発表/誤り.md'), 50_000_001);
    const folder = await run(['check', '発表/良い.md', '--baseline', '発表'], { cwd });
    expect([folder.code, folder.stderr]).toEqual([2, 'mlops-tag: the baseline 発表 cannot be read: it is a folder\n']);
    const large = await run(['check', '発表/良い.md', '--baseline', '発表/誤り.md'], { cwd });
    expect([large.code, large.stderr]).toEqual([
      2,
      'mlops-tag: the baseline 発表/誤り.md is too large: more than 50000000 bytes.\n',
    ]);
  });
});
