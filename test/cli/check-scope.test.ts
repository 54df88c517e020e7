/** `check --since`, `--staged` and `--files-from` on a real git repository, and the same bytes from one thread and two. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GIT_ENV, newRepository, type Repository } from '../support/repository.ts';
import { ROOT, type RunResult, run } from '../support/run.ts';
import { type Checked, CLEAN, checked, ERROR, repositoryWith, talkOf } from './check-support.ts';

let repository: Repository;

beforeAll(() => {
  repository = newRepository();
  repository.put('発表/良い.md', CLEAN);
  repository.put('発表/古い 罪.md', ERROR);
  repository.commit('Talks');
  repository.git('checkout', '--quiet', '-b', '枝');
});

afterAll(() => repository.remove());

const told = (flags: readonly string[], stdin = ''): Promise<RunResult> =>
  run(['check', ...flags], { cwd: repository.root, env: GIT_ENV, stdin });
const looked = (...flags: readonly string[]): Promise<Checked> => checked(repository.root, flags, { env: GIT_ENV });

const NEW = talkOf('新しい話', 'mlops: [光計算機, drift]');
const NEW_FOUND = [['発表/新しい.md', 4, 'unknown-tag', '光計算機']];

/** Each step goes on from where the one before it ended. */
describe('a branch', { sequential: true }, () => {
  it.each([['--since', 'main'], ['--staged']])('without a change passes, and says so: %s', async (...flags) => {
    const { code, found, notes, summary } = await looked(...flags);
    expect([code, found, summary['files']]).toEqual([0, [], 0]);
    expect(notes.join('\n')).toContain('nothing to check');
    const pretty = await told(flags);
    expect([pretty.code, pretty.stderr]).toEqual([0, '']);
    expect(pretty.stdout).toMatch(/0 files/);
  });

  it('shows a new file to --since, and only what is staged to --staged', async () => {
    repository.put('発表/新しい.md', NEW);
    expect((await looked('--staged')).found).toEqual([]);
    repository.git('add', '発表/新しい.md');
    expect((await looked('--staged')).found).toEqual(NEW_FOUND);
    expect((await looked('--since', 'main')).found).toEqual(NEW_FOUND);
    repository.commit('A new talk');
    expect((await looked('--staged')).found).toEqual([]);
    expect((await looked('--since', 'main')).found).toEqual(NEW_FOUND);
    expect((await looked('--since', 'HEAD')).found).toEqual([]);
  });

  it('shows a file under its new name alone', async () => {
    repository.git('mv', '発表/新しい.md', '発表/改名.md');
    repository.commit('Rename');
    expect((await looked('--since', 'main')).found).toEqual([['発表/改名.md', 4, 'unknown-tag', '光計算機']]);
  });

  it('looks at no file that is gone, and at none of another kind', async () => {
    repository.git('rm', '--quiet', '発表/良い.md');
    repository.put('絵.png', '絵');
    repository.commit('Away');
    expect((await looked('--since', 'main')).summary['files']).toBe(1);
  });

  it('stays within the paths', async () => {
    repository.put('他/話.md', talkOf('他の話', 'mlops: [drift, 甲]'));
    repository.commit('Elsewhere');
    expect((await looked('他', '--since', 'main')).found).toEqual([['他/話.md', 4, 'unknown-tag', '甲']]);
    const below = await checked(join(repository.root, '他'), ['.', '--since', 'main'], { env: GIT_ENV });
    expect(below.found).toEqual([['話.md', 4, 'unknown-tag', '甲']]);
  });

  it('is mended within what changed', async () => {
    repository.put('他/話.md', talkOf('他の話', 'mlops: [drfit]'));
    repository.put('発表/古い 罪.md', ERROR);
    await looked('--since', 'main', '--write', '--', '他');
    expect(repository.git('-c', 'core.quotepath=false', 'status', '--porcelain')).toBe(' M 他/話.md\n');
    expect(repository.git('diff', '-U0', '--', '他/話.md')).toContain('\n+mlops: [drift]\n');
  });

  it.each<readonly [flags: readonly string[], message: RegExp]>([
    [['--since', '無い枝'], /無い枝/],
    [['--since=--output=罠'], /--output=罠/],
  ])('%j is a mistake, exit 2', async (flags, message) => {
    const { code, stdout, stderr } = await told(flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(existsSync(join(repository.root, '罠'))).toBe(false);
  });

  it('outside a repository there is nothing to ask', async () => {
    const cwd = repositoryWith({ '良い.md': CLEAN });
    for (const flags of [['--staged'], ['--since', 'main']]) {
      const { code, stdout, stderr } = await run(['check', ...flags], { cwd, env: GIT_ENV });
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^mlops-tag: .*git/)]);
    }
  });
});

describe('--files-from', () => {
  it.each<readonly [list: string, found: readonly string[], code: number]>([
    ['発表/改名.md\n', ['unknown-tag'], 1],
    ['発表/改名.md\r\n発表/古い 罪.md', ['unknown-tag', 'unknown-tag'], 1],
    ['./発表/改名.md\n発表/改名.md\n', ['unknown-tag'], 1],
    ['', [], 0],
    ['\n\n', [], 0],
    ['発表/無い.md\n', ['invalid-file'], 1],
    ['絵.png\n', [], 0],
  ])('%j', async (list, rules, expected) => {
    const { code, stdout } = await told(['-f', 'json', '--files-from', '-'], list);
    const { findings } = JSON.parse(stdout);
    expect([code, findings.map(({ rule }: { readonly rule: string }) => rule)]).toEqual([expected, rules]);
  });
});

/** Threads need the build, which `npm test` makes. */
const BIN = join(ROOT, 'bin/mlops-tag.js');

describe('310 files', () => {
  const cwd = repositoryWith(
    Object.fromEntries(
      Array.from({ length: 310 }, (_, i) => {
        const tags = ['drift', 'drfit', '甲', 'ドリフト'][i % 4] ?? '';
        return [`会${i % 7}/${i}.md`, talkOf(`発表 ${i % 300}`, `mlops: [${tags}]`)];
      }),
    ),
  );
  const inThreads = (threads: number, format: string) =>
    spawnSync(process.execPath, [BIN, 'check', '-f', format, '--threads', String(threads)], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CI: '1', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '' },
      maxBuffer: 1 << 27,
    });

  it.each(['json', 'pretty', 'sarif'])('give the same bytes from one thread and two as %s', (format) => {
    const one = inThreads(1, format);
    expect([one.status, one.stderr]).toEqual([1, '']);
    const two = inThreads(2, format);
    expect([two.status, two.stderr]).toEqual([1, '']);
    expect(two.stdout).toBe(one.stdout);
  });
});
