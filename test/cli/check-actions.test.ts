/** `check` in GitHub Actions: annotations and the job's summary. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { CLEAN, ERROR, repositoryWith } from './check-support.ts';

describe('in GitHub Actions', () => {
  const ACTIONS = { GITHUB_ACTIONS: 'true' };
  const ANNOTATION = /^::error file=発表\/誤り\.md,line=4,/m;

  it.each<readonly [flags: readonly string[], annotated: boolean]>([
    [[], true],
    [['-f', 'pretty'], false],
    [['-f', 'concise'], false],
    [['-f', 'json=結果.json'], false],
    [['-o', '結果.txt'], true],
  ])('%j: annotations %j', async (flags, annotated) => {
    const cwd = repositoryWith({ '発表/誤り.md': ERROR });
    const outside = await run(['check', '発表', ...flags], { cwd });
    const inside = await run(['check', '発表', ...flags], { cwd, env: ACTIONS });
    expect([outside.code, inside.code, inside.stderr]).toEqual([1, 1, '']);
    expect(inside.stdout.slice(0, outside.stdout.length)).toBe(outside.stdout);
    const added = inside.stdout.slice(outside.stdout.length);
    if (annotated) expect(added).toMatch(ANNOTATION);
    else expect(added).toBe('');
  });

  it.each(['false', ''])('GITHUB_ACTIONS=%j is elsewhere', async (value) => {
    const cwd = repositoryWith({ '発表/誤り.md': ERROR });
    const { stdout } = await run(['check'], { cwd, env: { GITHUB_ACTIONS: value } });
    expect(stdout).not.toContain('::error');
  });

  it("appends the report in markdown to the job's summary", async () => {
    const cwd = repositoryWith({ '発表/誤り.md': ERROR });
    const summary = join(cwd, 'まとめ');
    writeFileSync(summary, '前の段\n');
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { stdout: markdown } = await run(['check', '発表', '-f', 'markdown'], { cwd });
    expect((await run(['check', '発表', '-f', 'json'], { cwd, env })).code).toBe(1);
    expect(readFileSync(summary, 'utf8')).toBe(`前の段\n${markdown}`);
  });

  it('says that the summary cannot be written, and has reported all the same', async () => {
    const cwd = repositoryWith({ '発表/誤り.md': ERROR });
    mkdirSync(join(cwd, '塞がり'));
    const env = { GITHUB_STEP_SUMMARY: join(cwd, '塞がり') };
    const { code, stdout, stderr } = await run(['check', '発表', '-f', 'concise'], { cwd, env });
    expect(code).toBe(2);
    expect(stdout).toMatch(/^発表\/誤り\.md:4:/);
    expect(stderr).toMatch(/^mlops-tag: .*塞がり \(GITHUB_STEP_SUMMARY\) cannot be written: EISDIR\.\n$/);
  });

  it('wants no summary where the variable is empty', async () => {
    const cwd = repositoryWith({ '発表/良い.md': CLEAN });
    const result = await run(['check', '-f', 'concise'], { cwd, env: { GITHUB_STEP_SUMMARY: '' } });
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
