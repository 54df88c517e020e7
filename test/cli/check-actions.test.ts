/** `check` in GitHub Actions: annotations and the job's summary. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it.each<readonly [summary: string, reason: string]>([
    ['塞がり', 'it is a folder'],
    ['管', 'it is no regular file'],
    ['無い/まとめ', 'its folder does not exist'],
    ['発表/良い.md/まとめ', 'a file is in the way'],
    ['発表/良い.md', 'it is an input'],
    ['別名', 'it is an input'],
    ['mlops-tag.config.yaml', 'it is an input'],
  ])('leaves a summary alone that is %s (%s), and has reported all the same', async (name, reason) => {
    const config = 'rules: { missing-event: off }\n';
    const cwd = repositoryWith({ '発表/良い.md': CLEAN, 'mlops-tag.config.yaml': config });
    mkdirSync(join(cwd, '塞がり'));
    execFileSync('mkfifo', [join(cwd, '管')]);
    symlinkSync(join('発表', '良い.md'), join(cwd, '別名'));
    const summary = join(cwd, name);
    const result = await run(['check', '発表', '-f', 'concise'], { cwd, env: { GITHUB_STEP_SUMMARY: summary } });
    const stderr = `note: ${summary} (GITHUB_STEP_SUMMARY) is not written: ${reason}\n`;
    expect(result).toEqual({ code: 0, stdout: '', stderr });
    expect(readFileSync(join(cwd, '発表/良い.md'), 'utf8')).toBe(CLEAN);
    expect(readFileSync(join(cwd, 'mlops-tag.config.yaml'), 'utf8')).toBe(config);
  });

  it.skipIf(!existsSync('/dev/full'))('leaves a device alone', async () => {
    const cwd = repositoryWith({ '発表/誤り.md': ERROR });
    const env = { GITHUB_STEP_SUMMARY: '/dev/full' };
    const { code, stderr } = await run(['check', '-f', 'concise'], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toBe('note: /dev/full (GITHUB_STEP_SUMMARY) is not written: it is no regular file\n');
  });

  it('wants no summary where the variable is empty', async () => {
    const cwd = repositoryWith({ '発表/良い.md': CLEAN });
    const result = await run(['check', '-f', 'concise'], { cwd, env: { GITHUB_STEP_SUMMARY: '' } });
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
