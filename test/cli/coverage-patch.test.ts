/** `coverage --patch`: what the files that changed since a commit do to the counts. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GIT_ENV, newRepository, type Repository } from '../support/repository.ts';
import { run } from '../support/run.ts';
import { DRIFT, KANSHI, ndjson, SOUP, STORE, TALKS } from './coverage-support.ts';

let repository: Repository;

beforeEach(() => {
  repository = newRepository();
});

afterEach(() => repository.remove());

const talk = (title: string, text: string): string => `# ${title}\n\n${text}\n`;

function start(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) repository.put(name, text);
  repository.commit('Talks');
  repository.git('checkout', '--quiet', '-b', 'pr');
}

function remove(name: string): void {
  rmSync(join(repository.root, name), { recursive: true });
}

async function coverage(argv: readonly string[], folder = '.') {
  const cwd = join(repository.root, folder);
  return run(['coverage', ...argv, '-f', 'json'], { cwd, env: GIT_ENV });
}

async function patched(argv: readonly string[], folder?: string) {
  const { code, stdout, stderr } = await coverage([...argv, '--patch', 'main'], folder);
  expect([code, stderr]).toEqual([0, '']);
  const { patch } = JSON.parse(stdout);
  const titles = (kind: string) => patch[kind].map(({ title }: { title: string }) => title);
  return { ...patch, added: titles('added'), changed: titles('changed'), removed: titles('removed') };
}

describe('a branch', () => {
  it('adds, changes and removes talks', async () => {
    start({
      'talks/そのまま.md': talk('モデル監視', KANSHI),
      'talks/changed.md': talk('Soup', SOUP),
      'talks/gone.md': talk('ドリフトの検知', KANSHI),
      'other/elsewhere.md': talk('Drift elsewhere', DRIFT),
    });
    repository.put('talks/changed.md', talk('Soup', DRIFT));
    repository.put('talks/新しい.md', talk('特徴量ストア', STORE));
    repository.put('other/elsewhere.md', talk('Not counted', SOUP));
    remove('talks/gone.md');
    repository.commit('Change talks');
    expect(await patched(['talks'])).toMatchObject({
      ref: 'main',
      added: ['特徴量ストア'],
      changed: ['Soup'],
      removed: ['ドリフトの検知'],
      talks: { before: 3, after: 3 },
      parts: { 'data-preparation': { before: 0, after: 1 } },
      elements: { 'feature-store': { before: 0, after: 1 } },
    });
  });

  it('counts what is not committed yet, and nothing that main did since', async () => {
    start({ 'talks/a.md': talk('Soup', SOUP) });
    repository.git('checkout', '--quiet', 'main');
    repository.put('talks/main.md', talk('On main', DRIFT));
    repository.commit('Go on');
    repository.git('checkout', '--quiet', 'pr');
    repository.put('talks/新しい.md', talk('監視', KANSHI));
    expect(await patched(['talks'])).toMatchObject({ added: ['監視'], removed: [], talks: { before: 1, after: 2 } });
  });

  it.each([
    ['renamed by git', true],
    ['renamed on the disk', false],
  ])('that has %s is no other talk', async (_name, byGit) => {
    start({ 'talks/2019/監視.md': talk('モデル監視', KANSHI), 'talks/b.md': talk('Drift', DRIFT) });
    repository.put('talks/2020/x.md', talk('Soup', SOUP));
    if (byGit) repository.git('mv', 'talks/2019/監視.md', 'talks/2020/監視.md');
    else renameSync(join(repository.root, 'talks/2019/監視.md'), join(repository.root, 'talks/2020/監視.md'));
    const patch = await patched(['talks']);
    expect(patch).toMatchObject({ added: ['Soup'], changed: [], removed: [], parts: {}, elements: {} });
  });

  it('changes a talk whose title or id stays', async () => {
    start({ 'talks.ndjson': ndjson(TALKS) });
    const [first, second, third, ...rest] = TALKS;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few talks');
    repository.put(
      'talks.ndjson',
      ndjson([{ ...first, id: 'other' }, { ...second, title: 'ドリフト再び' }, { ...third, text: STORE }, ...rest]),
    );
    expect(await patched(['talks.ndjson'])).toMatchObject({
      added: [],
      changed: ['ドリフト再び', 'モデル監視の実際'],
      removed: [],
      talks: { before: 5, after: 5 },
    });
  });

  it('in records that tag wrote', async () => {
    const records = async (talks: typeof TALKS): Promise<string> =>
      (await run(['-', '--stdin-filename', 't.ndjson', '--format', 'ndjson'], { stdin: ndjson(talks) })).stdout;
    start({ 'shards/記録.ndjson': await records(TALKS.slice(0, 3)) });
    repository.put('shards/記録.ndjson', await records(TALKS.slice(1)));
    expect(await patched(['shards'])).toMatchObject({
      added: ['特徴量ストアの運用', 'Cooking for friends'],
      changed: [],
      removed: ['Data drift in production'],
      talks: { before: 3, after: 4 },
    });
  });

  it.each([
    ['a folder', '.', ['talks']],
    ['a folder with a slash', '.', ['./talks/']],
    ['here', 'talks', ['.']],
    ['above', 'other', ['../talks']],
    ['a glob', '.', ['talks/**/*.md']],
    ['a file', '.', ['talks/残る.md', 'talks/消える.md']],
  ])('that removes a file: %s', async (_name, folder, paths) => {
    start({
      'talks/消える.md': talk('監視', KANSHI),
      'talks/残る.md': talk('Soup', SOUP),
      'talks/README.md': talk('Drift', DRIFT),
      'talks/.hidden/x.md': talk('Drift', DRIFT),
      'talks/draft.md': talk('Drift', DRIFT),
      'other/x.md': talk('Drift', DRIFT),
      'talks/.mlops-tagignore': 'draft.md\n',
    });
    for (const name of ['talks/消える.md', 'talks/README.md', 'talks/.hidden', 'talks/draft.md']) remove(name);
    repository.put('other/x.md', talk('Soup', SOUP));
    const { stdout } = await coverage([...paths, '--patch', 'main'], folder);
    const { patch } = JSON.parse(stdout);
    expect(patch.removed.map(({ title }: { title: string }) => title)).toEqual(['監視']);
    expect(patch.talks).toEqual({ before: 2, after: 1 });
  });

  it('of some hundred files', async () => {
    const files = Array.from({ length: 400 }, (_, i) => `talks/発表 "${i}".md`);
    start(Object.fromEntries(files.map((name, i) => [name, talk(`監視 ${i}`, KANSHI)])));
    for (const [i, name] of files.entries())
      repository.put(name, talk(`監視 ${i}`, i % 2 === 0 ? KANSHI.repeat(2) : SOUP));
    const patch = await patched(['talks', '--threads', '1']);
    expect([patch.changed.length, patch.added, patch.removed]).toEqual([200, [], []]);
    expect(patch.elements['model-monitoring']).toEqual({ before: 400, after: 200 });
  });

  it('counts only talks of the language asked for', async () => {
    start({ 'talks/a.md': talk('Drift in production', DRIFT), 'talks/監視.md': talk('監視', KANSHI) });
    remove('talks/a.md');
    remove('talks/監視.md');
    repository.put('talks/b.md', talk('特徴量ストア', STORE));
    expect(await patched(['talks', '--lang', 'ja'])).toMatchObject({ removed: ['監視'], added: ['特徴量ストア'] });
  });

  it('that changes nothing', async () => {
    start({ 'talks/監視.md': talk('監視', KANSHI) });
    const nothing = { added: [], changed: [], removed: [], parts: {}, elements: {} };
    expect(await patched(['talks'])).toMatchObject({ ...nothing, talks: { before: 1, after: 1 } });
  });
});

it('tells what could not be read before', async () => {
  start({ 'talks/壊.yaml': 'title: "no end\n' });
  repository.put('talks/壊.yaml', 'title: モデル監視\n');
  const { code, stderr, stdout } = await coverage(['talks', '--patch', 'main']);
  expect([code, JSON.parse(stdout).patch.added.length]).toEqual([0, 1]);
  expect(stderr).toMatch(/^note: one finding in files as they were before --patch main; /);
});

it.each([
  ['no-such', /--patch no-such: git does not know that branch, tag or commit/],
  ['日本', /--patch 日本: git does not know that branch, tag or commit/],
  ['--all', /--patch takes a branch, tag or commit, such as origin\/main; "--all" is none/],
])('%s is no commit', async (ref, message) => {
  start({ 'talks/監視.md': talk('監視', KANSHI) });
  const { code, stdout, stderr } = await coverage(['talks', `--patch=${ref}`]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
});

it('needs a repository', async () => {
  const { root } = repository;
  repository.put('talks/監視.md', talk('監視', KANSHI));
  remove('.git');
  const { code, stderr } = await run(['coverage', 'talks', '--patch', 'main'], {
    cwd: root,
    env: { ...GIT_ENV, GIT_CEILING_DIRECTORIES: join(root, '..') },
  });
  expect([code, stderr]).toEqual([2, 'mlops-tag: --patch main: this folder is in no git repository.\n']);
});

describe('what git cannot see back counts as unchanged, and that is told', () => {
  it('files of a repository in the repository, new as they are', async () => {
    start({ 'talks/汁.md': talk('Soup', SOUP) });
    for (const name of ['talks/部分/監視.md', 'talks/部分/深い/x.md']) repository.put(name, talk('監視', KANSHI));
    repository.git('init', '--quiet', 'talks/部分');
    repository.git('-C', 'talks/部分', 'add', '--all');
    repository.git('-C', 'talks/部分', 'commit', '--quiet', '--message=Talks');
    repository.put('talks/新.md', talk('監視', KANSHI));
    const { code, stdout, stderr } = await coverage(['talks', '--patch', 'main'], '.');
    expect([code, stderr]).toEqual([
      0,
      'note: 2 files lie in submodules, which --patch cannot see back: they count as unchanged\n',
    ]);
    expect(JSON.parse(stdout).patch).toMatchObject({ added: [{ title: '監視' }], talks: { before: 3, after: 4 } });
  });

  it('files outside the repository', async () => {
    start({ 'talks/汁.md': talk('Soup', SOUP) });
    const outside = newRepository();
    outside.put('監視.md', talk('監視', KANSHI));
    const { code, stdout, stderr } = await coverage(['.', `${outside.root}/監視.md`, '--patch', 'main'], 'talks');
    outside.remove();
    expect([code, stderr]).toEqual([
      0,
      'note: 1 file lies outside the repository, which --patch cannot see back: it counts as unchanged\n',
    ]);
    expect(JSON.parse(stdout).patch).toMatchObject({ added: [], talks: { before: 2, after: 2 } });
  });

  it('refuses standard input', async () => {
    start({ 'talks/監視.md': talk('監視', KANSHI) });
    const { code, stdout, stderr } = await coverage(['-', 'talks', '--patch', 'main']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--patch needs files that git keeps, and standard input is none');
  });
});
