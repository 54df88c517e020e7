/** The whole story on a real git repository: set up, checked, mended, a pull request, old sins in a baseline, a commit. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GIT_ENV, newRepository, type Repository } from '../support/repository.ts';
import { type RunResult, run } from '../support/run.ts';
import { AUTUMN, MONITORING, SPRING, STORE, TALKS, untagged } from './talks.ts';

let repository: Repository;

beforeAll(() => {
  repository = newRepository();
  for (const [name, content] of Object.entries(TALKS)) repository.put(name, content);
  repository.commit('Talks');
});

afterAll(() => repository.remove());

const told = (...argv: readonly string[]): Promise<RunResult> => run(argv, { cwd: repository.root, env: GIT_ENV });
const read = (name: string): string => readFileSync(join(repository.root, name), 'utf8');
const status = (): string => repository.git('-c', 'core.quotepath=false', 'status', '--porcelain', '-uall');

type Found = readonly [path: string, line: number, rule: string, tag?: string];

/** What `check` finds, and its exit code; nothing may go to stderr. */
async function check(...flags: readonly string[]): Promise<{ code: number; found: readonly Found[]; said: string }> {
  const { code, stdout, stderr } = await told('check', '--format', 'json', ...flags);
  expect(stderr).toBe('');
  const { findings, notes, summary } = JSON.parse(stdout);
  const found = findings.map(({ path, line, rule, tag }: Record<string, unknown>) =>
    tag === undefined ? [path, line, rule] : [path, line, rule, tag],
  );
  return { code, found, said: [`${summary.files} files`, ...notes].join('; ') };
}

const clean = (files: number) => ({ code: 0, found: [], said: `${files} files` });

/** Each step goes on from where the one before it ended. */
describe('a repository of talks', { sequential: true }, () => {
  it('init writes a config, a workflow and a hook', async () => {
    const { code, stdout } = await told('init');
    expect([code, stdout.split('\n').at(-2)]).toEqual([0, 'Next: mlops-tag check']);
    expect(status()).toBe(
      ['.github/workflows/mlops-tag.yml', '.pre-commit-config.yaml', 'mlops-tag.config.yaml']
        .map((name) => `?? ${name}\n`)
        .join(''),
    );
    repository.commit('Set mlops-tag up');
  });

  it('check finds what is wrong in the talks, and in nothing else', async () => {
    const { code, found, said } = await check();
    expect([code, said]).toEqual([1, '4 files']);
    expect(found).toEqual([
      ['talks/meetup/2023/spring.json', 3, 'redundant-tag', 'drift'],
      ['talks/meetup/2024/store.md', 2, 'missing-tags'],
      ['talks/勉強会/2023/監視.md', 4, 'non-canonical-tag', 'drift'],
      ['talks/勉強会/2024/秋.yaml', 5, 'unknown-tag', 'drfit'],
      ['talks/勉強会/2024/秋.yaml', 6, 'missing-tags'],
    ]);
  });

  it('a dry run shows a diff that git applies, and writes nothing', async () => {
    const { stdout } = await told('check', '--write', '--dry-run');
    expect(status()).toBe('');
    execFileSync('git', ['apply', '-'], { cwd: repository.root, env: GIT_ENV, input: stdout });
    const applied = Object.keys(TALKS).map(read);
    repository.git('checkout', '--quiet', '.');
    await told('check', '--write');
    expect(Object.keys(TALKS).map(read)).toEqual(applied);
  });

  it('what is written are the tags alone: comments, quotes and line ends stay', () => {
    expect(read('talks/勉強会/2023/監視.md')).toBe(MONITORING.replace('Drift', 'drift'));
    expect(read('talks/meetup/2024/store.md')).toBe(STORE.replace('[Ada]', '[Ada]\r\nmlops: [feature-store]'));
    expect(read('talks/勉強会/2024/秋.yaml')).toBe(`${AUTUMN.replace('drfit', 'drift')}  mlops: [release]\n`);
    expect(read('talks/meetup/2023/spring.json')).toBe(SPRING.replace('["drift", "drift"]', '["drift"]'));
    for (const name of ['README.md', 'docs/書き方.md']) expect(read(name)).toBe(TALKS[name]);
  });

  it('then nothing is left to find, and nothing to write', async () => {
    expect(await check()).toEqual(clean(4));
    const before = Object.keys(TALKS).map(read);
    expect(await told('check', '--write')).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(TALKS).map(read)).toEqual(before);
    repository.commit('Mend the tags');
  });

  it('a pull request is told about its own files alone', async () => {
    repository.git('checkout', '--quiet', '-b', '新しい発表');
    repository.put('talks/勉強会/2024/新しい.md', untagged('データドリフトを見つける'));
    repository.put('talks/勉強会/2023/監視.md', read('talks/勉強会/2023/監視.md').replace('drift', 'drfit'));
    repository.commit('A talk and an edit');
    repository.git('checkout', '--quiet', 'main');
    repository.put('talks/meetup/2024/late.md', untagged('Data drift, late'));
    repository.commit('A sin of main');
    repository.git('checkout', '--quiet', '新しい発表');
    const { code, found, said } = await check('--since', 'main');
    expect([code, said]).toEqual([1, expect.stringMatching(/^2 files/)]);
    expect(found).toEqual([
      ['talks/勉強会/2023/監視.md', 4, 'unknown-tag', 'drfit'],
      ['talks/勉強会/2024/新しい.md', 2, 'missing-tags'],
    ]);
    repository.git('checkout', '--quiet', 'main');
  });

  it('a hook sees what is staged', async () => {
    repository.put('talks/meetup/2024/staged.md', untagged('データドリフトの話、その一'));
    repository.put('talks/meetup/2024/not-staged.md', untagged('データドリフトの話、その二'));
    repository.git('add', 'talks/meetup/2024/staged.md');
    const { code, found } = await check('--staged');
    expect([code, found]).toEqual([1, [['talks/meetup/2024/staged.md', 2, 'missing-tags']]]);
    repository.git('rm', '--quiet', '--force', 'talks/meetup/2024/staged.md');
    repository.git('clean', '--quiet', '--force');
    expect(status()).toBe('');
  });
});

/** Main has one sin, of the pull request before. */
describe('old sins', { sequential: true }, () => {
  const BASELINE = '.mlops-tag-baseline.json';
  const LATE = 'talks/meetup/2024/late.md';
  const flags = ['--baseline', BASELINE];

  it('baseline update knows them, and check passes', async () => {
    expect(await check()).toMatchObject({ code: 1, found: [[LATE, 2, 'missing-tags']] });
    expect(await told('baseline', 'update')).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(repository.root, BASELINE))).toBe(true);
    expect(await check(...flags)).toEqual(clean(5));
    expect(await check()).toMatchObject({ code: 1 });
    repository.commit('Know the old sins');
  });

  it('updated again, it is the same file', async () => {
    await told('baseline', 'update');
    expect(status()).toBe('');
  });

  it('it holds from a folder below too', async () => {
    const argv = ['check', '--format', 'concise', '--baseline', `../../${BASELINE}`];
    const below = await run(argv, { cwd: join(repository.root, 'talks/meetup'), env: GIT_ENV });
    expect(below).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('a known one that moves to another line does not come back', async () => {
    repository.put(LATE, read(LATE).replace('title:', '# 遅れて届いた\nspeakers: [Ada]\ntitle:'));
    expect(await check(...flags)).toEqual(clean(5));
  });

  it('a new one fails, beside a known one and in the place of one', async () => {
    repository.put('talks/勉強会/2024/新顔.md', untagged('データドリフトの新顔'));
    expect(await check(...flags)).toMatchObject({ code: 1, found: [['talks/勉強会/2024/新顔.md', 2, 'missing-tags']] });
    repository.git('clean', '--quiet', '--force');
    repository.put(LATE, read(LATE).replace('title:', 'mlops: [drfit]\ntitle:'));
    const { code, found } = await check(...flags);
    expect([code, found]).toEqual([
      1,
      [
        [BASELINE, 4, 'stale-baseline'],
        [LATE, 4, 'unknown-tag', 'drfit'],
      ],
    ]);
  });

  it('a mended one is told as stale, and pruned', async () => {
    repository.put(LATE, read(LATE).replace('drfit', 'drift'));
    expect(await check(...flags)).toMatchObject({ code: 0, found: [[BASELINE, 4, 'stale-baseline']] });
    expect(await check(...flags, '--fail-on', 'warning')).toMatchObject({ code: 1 });
    expect(await told('baseline', 'prune')).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(read(BASELINE))).toEqual({ schema: 'mlops-tag/baseline@1', findings: [] });
    expect(await check(...flags)).toEqual(clean(5));
  });
});
