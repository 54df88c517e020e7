import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../src/config/find.ts';
import { changedSince, type Git, staged } from '../../src/scope/git.ts';
import { GIT_ENV, newRepository, type Repository } from '../support/repository.ts';

let repository: Repository;

beforeEach(() => {
  repository = newRepository();
});

afterEach(() => {
  repository.remove();
});

function at(folder = '.', env: Git['env'] = GIT_ENV): Git {
  return { cwd: join(repository.root, folder), env };
}

/** Main has gone on since the branch left it; the branch has changed all that can change. */
function branched(): void {
  const { put, commit, git, root } = repository;
  put('.gitignore', 'build/\n');
  for (const name of ['そのまま.md', '変更.md', '削除.md', '改名前.md', 'old.md']) put(`talks/${name}`, `# ${name}\n`);
  put('talks/mode.md', '# mode\n');
  commit('Talks');
  git('checkout', '--quiet', '-b', 'pr');
  put('talks/変更.md', '# 変更\n');
  put('talks/追加.md', '# 追加\n');
  unlinkSync(join(root, 'talks/削除.md'));
  renameSync(join(root, 'talks/改名前.md'), join(root, 'talks/改名後.md'));
  commit('Change talks');
  git('checkout', '--quiet', 'main');
  put('talks/old.md', '# new on main\n');
  commit('Go on');
  git('checkout', '--quiet', 'pr');
}

describe('since a commit', () => {
  it('all that the branch and the working tree changed, and nothing that main did', async () => {
    branched();
    repository.put('talks/そのまま.md', '# 未コミット\n');
    repository.put('talks/new "quoted"\tname.md', '# new\n');
    repository.put('build/out.md', '# ignored\n');
    const files = [
      'talks/new "quoted"\tname.md',
      'talks/そのまま.md',
      'talks/変更.md',
      'talks/改名後.md',
      'talks/追加.md',
    ];
    expect(await changedSince('main', at())).toEqual({ files: files.toSorted(), notes: [] });
  });

  it.each([
    ['talks', ['変更.md', '改名後.md', '追加.md']],
    ['サイト/深い', ['../../talks/変更.md', '../../talks/改名後.md', '../../talks/追加.md']],
  ])('paths are as one types them in %s', async (folder, files) => {
    branched();
    mkdirSync(join(repository.root, folder), { recursive: true });
    expect((await changedSince('main', at(folder))).files).toEqual(files);
  });

  it('settings of the repository change nothing, and run nothing', async () => {
    branched();
    const { git } = repository;
    git('config', 'diff.relative', 'true');
    git('config', 'diff.noprefix', 'true');
    git('config', 'diff.renames', 'copies');
    git('config', 'core.quotepath', 'true');
    git('config', 'diff.external', 'touch ran');
    git('config', 'core.fsmonitor', 'touch ran');
    git('config', 'color.ui', 'always');
    const { files } = await changedSince('main', at('talks'));
    expect(files).toEqual(['変更.md', '改名後.md', '追加.md']);
    expect(repository.git('-c', 'core.fsmonitor=false', 'status', '--porcelain')).toBe('');
  });

  it('after merges in both directions it takes one of the points where they met', async () => {
    branched();
    const { git, put, commit } = repository;
    const [a, b] = [git('rev-parse', 'main').trim(), git('rev-parse', 'pr').trim()];
    git('merge', '--quiet', '--no-edit', a);
    git('checkout', '--quiet', 'main');
    git('merge', '--quiet', '--no-edit', b);
    git('checkout', '--quiet', 'pr');
    put('talks/交差.md', '# 交差\n');
    commit('Cross');
    expect(git('merge-base', '--all', 'main', 'pr').trim().split('\n')).toHaveLength(2);
    expect((await changedSince('main', at())).files).toContain('talks/交差.md');
  });

  it.runIf(process.platform === 'linux')('a name that is no UTF-8 is said to be left out', async () => {
    repository.commit('Nothing');
    writeFileSync(
      Buffer.concat([Buffer.from(`${repository.root}/`), Buffer.from([0xff]), Buffer.from('.md')]),
      '# x\n',
    );
    repository.put('配信.md', '# 配信\n');
    expect(await changedSince('HEAD', at())).toEqual({
      files: ['配信.md'],
      notes: ['1 changed file was left out: the name is no UTF-8'],
    });
  });

  it.each([
    ['', '--since takes a branch, tag or commit, such as origin/main; "" is none.'],
    ['--output=盗.md', '--since takes a branch, tag or commit, such as origin/main; "--output=盗.md" is none.'],
    [
      '無い枝',
      '--since 無い枝: git does not know that branch, tag or commit here, or HEAD has no commit yet; fetch it first (git fetch origin; in GitHub Actions, fetch-depth: 0).',
    ],
    ['orphan', '--since orphan: "orphan" and HEAD have no commit in common, so there is nothing to compare with.'],
  ])('the ref "%s" is a mistake told in words', async (ref, message) => {
    const { git, commit, put } = repository;
    git('checkout', '--quiet', '--orphan', 'orphan');
    put('別.md', '# 別\n');
    commit('Another root');
    git('checkout', '--quiet', '--orphan', 'main');
    commit('Talks');
    await expect(changedSince(ref, at())).rejects.toThrow(new RegExp(`^${escaped(message)}$`));
  });

  it('a shallow clone is told to fetch more', async () => {
    branched();
    const clone = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
    try {
      const { git, root } = repository;
      git('clone', '--quiet', '--depth=1', '--no-single-branch', `file://${root}`, join(clone, '複製'));
      await expect(changedSince('origin/main', { cwd: join(clone, '複製'), env: GIT_ENV })).rejects.toThrow(
        /this clone is shallow .* fetch-depth: 0/,
      );
    } finally {
      rmSync(clone, { recursive: true });
    }
  });
});

describe('staged', () => {
  it('what the next commit changes, before the first one too', async () => {
    const { put, git } = repository;
    put('発表/監視.md', '# 監視\n');
    put('発表/未追跡.md', '# 未追跡\n');
    git('add', '発表/監視.md');
    expect(await staged(at())).toEqual({ files: ['発表/監視.md'], notes: [] });
    expect(await staged(at('発表'))).toEqual({ files: ['監視.md'], notes: [] });
  });

  it('says which have changes on top', async () => {
    const { put, git, root } = repository;
    for (const name of ['a', 'b', 'c', 'd', '監視', '消す']) put(`${name}.md`, `# ${name}\n`);
    repository.commit('Talks');
    for (const name of ['a', 'b', 'c', 'd', '監視']) put(`${name}.md`, '# staged\n');
    git('rm', '--quiet', '消す.md');
    git('add', '--all');
    put('監視.md', '# 更に\n');
    expect(await staged(at())).toEqual({
      files: ['a.md', 'b.md', 'c.md', 'd.md', '監視.md'],
      notes: ['1 staged file was read with changes that are not staged: 監視.md'],
    });
    for (const name of ['a', 'b', 'c']) put(`${name}.md`, '# more\n');
    unlinkSync(join(root, 'd.md'));
    expect((await staged(at())).notes).toEqual([
      '5 staged files were read with changes that are not staged: a.md, b.md, c.md, and 2 more',
    ]);
  });
});

describe('where git cannot help', () => {
  it('outside of a repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-外-'));
    try {
      const git = { cwd: folder, env: { ...GIT_ENV, GIT_CEILING_DIRECTORIES: tmpdir() } };
      await expect(changedSince('main', git)).rejects.toThrow(/^--since main: this folder is in no git repository\.$/);
      await expect(staged(git)).rejects.toThrow(/^--staged: this folder is in no git repository\.$/);
      expect(repositoryRoot(folder)).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('without git', async () => {
    await expect(staged(at('.', { PATH: repository.root }))).rejects.toThrow(
      /^--staged: git is not installed, or not on the PATH\.$/,
    );
  });

  it('without a commit', async () => {
    await expect(changedSince('main', at())).rejects.toThrow(/or HEAD has no commit yet/);
  });

  it('without a working tree', async () => {
    repository.git('config', 'core.bare', 'true');
    await expect(staged(at('.git'))).rejects.toThrow(/^--staged: (?:this repository has no working tree\.|git says: )/);
  });
});

it('the root is found without git, in a worktree too', () => {
  const { put, root } = repository;
  put('発表/2024/監視.md', '# 監視\n');
  expect(repositoryRoot(join(root, '発表/2024'))).toBe(root);
  put('別/.git', 'gitdir: ../.git/worktrees/別\n');
  put('別/発表/x.md', '# x\n');
  expect(repositoryRoot(join(root, '別/発表'))).toBe(join(root, '別'));
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
