/** `check` where nothing is written: as a dry run, and over standard input. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { CLEAN, checked, repositoryWith, talkOf } from './check-support.ts';
import { BODY, json, md, yaml } from './check-write-cases.ts';

describe('--dry-run', () => {
  const files = { '発表/題.md': md('mlops: [drfit] # 綴り'), '発表/良い.md': CLEAN };
  const NAME = '/発表/題.md';
  const DIFF = `--- a${NAME}
+++ b${NAME}
@@ -1,7 +1,7 @@
 ---
 title: 題
 event: 監視の会
-mlops: [drfit] # 綴り
+mlops: [drift] # 綴り
 ---
 
 ${BODY}
`;

  it.each([[['--dry-run']], [['--write', '--dry-run']], [['--write=all', '--dry-run']]])('%j', async (flags) => {
    const cwd = repositoryWith(files);
    const { code, stdout, stderr } = await run(['check', ...flags], { cwd });
    expect([code, stdout]).toEqual([1, DIFF]);
    expect(stderr).toBe('dry run: 1 finding would be mended; nothing is written\n');
    expect(readFileSync(join(cwd, '発表/題.md'), 'utf8')).toBe(files['発表/題.md']);
  });

  it('reports to files beside the diff, as things are', async () => {
    const cwd = repositoryWith(files);
    const { stdout } = await run(['check', '--dry-run', '-f', 'json=結果.json'], { cwd });
    expect(stdout).toBe(DIFF);
    const { summary } = JSON.parse(readFileSync(join(cwd, '結果.json'), 'utf8'));
    expect(summary).toMatchObject({ errors: 1, fixed: 0 });
  });

  it('shows nothing where nothing is to be mended', async () => {
    const cwd = repositoryWith({ '良い.md': CLEAN });
    expect(await run(['check', '--dry-run'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: 'dry run: 0 findings would be mended; nothing is written\n',
    });
  });

  it('shows what is suggested with --write=all alone', async () => {
    const body = `${BODY}特徴量ストアを全社で使い、特徴量ストアの特徴量を検索します。`;
    const cwd = repositoryWith({ '題.md': talkOf('特徴量ストアの話', 'mlops: [drift]', body) });
    expect((await run(['check', '--dry-run'], { cwd })).stdout).toBe('');
    expect((await run(['check', '--write=all', '--dry-run'], { cwd })).stdout).toContain(
      '+mlops: [drift, feature-store]\n',
    );
  });
});

describe('standard input', () => {
  const broken = md('mlops: [drfit]');

  it.each<readonly [flags: readonly string[], path: string, text: string, line: number]>([
    [['--stdin-filename', '発表/監視.md'], '発表/監視.md', broken, 4],
    [['--stdin-filename', '監視.yaml'], '監視.yaml', yaml('  mlops: [drfit]\n'), 5],
    [[], 'stdin.md', broken, 4],
    [[], 'stdin.json', json(', "mlops": ["drfit"]'), 2],
  ])('%j is checked as %s', async (flags, path, text, line) => {
    const cwd = repositoryWith({});
    const { code, found, summary } = await checked(cwd, ['-', ...flags], { stdin: text });
    expect([code, found]).toEqual([1, [[path, line, 'unknown-tag', 'drfit']]]);
    expect(summary).toMatchObject({ files: 1, talks: 1 });
  });

  it('is checked beside files', async () => {
    const cwd = repositoryWith({ '発表/良い.md': CLEAN });
    const { found, summary } = await checked(cwd, ['発表', '-'], { stdin: broken });
    expect(found.map(([path, , rule]) => [path, rule])).toContainEqual(['stdin.md', 'unknown-tag']);
    expect(summary.files).toBe(2);
  });

  it('is not written, which is said', async () => {
    const cwd = repositoryWith({});
    const { code, notes, summary } = await checked(cwd, ['-', '--write', '--stdin-filename', '監視.md'], {
      stdin: broken,
    });
    expect([code, summary.fixed, notes]).toEqual([1, 0, ['監視.md is not written: it came by standard input']]);
  });

  it('is not written over a file of that name', async () => {
    const cwd = repositoryWith({ '監視.md': broken });
    await checked(cwd, ['-', '--write', '--stdin-filename', '監視.md'], { stdin: broken });
    expect(readFileSync(join(cwd, '監視.md'), 'utf8')).toBe(broken);
  });
});
