import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { discover } from '../../src/sources/discover.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function put(name: string, content = 'x'): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), content);
}

const FILES = [
  'README.md',
  '_drafts/later.md',
  'node_modules/a/talk.md',
  'talks/.hidden/secret.md',
  'talks/2024/監視.md',
  'talks/2024/ドリフト.yaml',
  'talks/2024/slides.png',
  'talks/skipped/a.md',
  'talks/skipped/b.md',
  'other/配信.md',
];

const CASES: readonly { readonly paths: readonly string[]; readonly found: readonly string[] }[] = [
  { paths: ['.'], found: ['other/配信.md', 'talks/2024/ドリフト.yaml', 'talks/2024/監視.md', 'talks/skipped/b.md'] },
  { paths: ['talks/'], found: ['talks/2024/ドリフト.yaml', 'talks/2024/監視.md', 'talks/skipped/b.md'] },
  { paths: ['./talks/2024', 'talks'], found: ['talks/2024/ドリフト.yaml', 'talks/2024/監視.md', 'talks/skipped/b.md'] },
  { paths: ['talks/skipped/a.md', 'README.md'], found: ['README.md!', 'talks/skipped/a.md!'] },
  { paths: ['_drafts'], found: ['_drafts/later.md'] },
  { paths: ['**/*.md'], found: ['other/配信.md', 'talks/2024/監視.md', 'talks/skipped/b.md'] },
  { paths: ['other', 'talks/**/ド*.{yaml,yml}'], found: ['other/配信.md', 'talks/2024/ドリフト.yaml'] },
  { paths: ['nothing/*.md'], found: [] },
];

it.each(CASES)('of the files listed, those that a walk finds: $paths', async ({ paths, found }) => {
  for (const file of FILES) put(file);
  put('.gitignore', '_drafts/\n');
  put('talks/skipped/.mlops-tagignore', 'a.md\n');
  const walked = await discover(paths, { cwd });
  const listed = await discover(paths, { cwd, candidates: FILES });
  expect(listed.files.map(({ path, named }) => (named ? `${path}!` : path))).toEqual(found);
  expect(listed.files).toEqual(walked.files);
  expect(listed.findings).toEqual([]);
});

it('nothing that is not listed', async () => {
  for (const file of FILES) put(file);
  const { files, findings } = await discover(['.', 'README.md', 'talks/**/*.yaml', '無い'], {
    cwd,
    candidates: ['other/配信.md', 'gone/消えた.md', 'talks', 'talks/2024/slides.png'],
  });
  expect(files).toEqual([{ path: 'other/配信.md', file: join(cwd, 'other/配信.md'), named: false }]);
  expect(findings).toEqual([{ code: 'missing-path', path: '無い' }]);
});

it('ignore files switched off', async () => {
  put('発表.md');
  put('.gitignore', '*.md\n');
  const shown = async (ignoreFiles: boolean): Promise<readonly string[]> =>
    (await discover(['.'], { cwd, ignoreFiles, candidates: ['発表.md'] })).files.map(({ path }) => path);
  expect(await shown(true)).toEqual([]);
  expect(await shown(false)).toEqual(['発表.md']);
});

it('a folder above the working folder, and links', async () => {
  put('repo/site/a.md');
  put('repo/talks/監視.md');
  symlinkSync('../talks/監視.md', join(cwd, 'repo/site/link.md'));
  symlinkSync('../talks', join(cwd, 'repo/site/all'));
  const shown = async (path: string): Promise<readonly string[]> =>
    (
      await discover([path], { cwd: join(cwd, 'repo/site'), candidates: ['a.md', 'link.md', '../talks/監視.md'] })
    ).files.map((file) => file.path);
  expect(await shown('.')).toEqual(['a.md']);
  expect(await shown('..')).toEqual(['../site/a.md', '../talks/監視.md']);
  expect(await shown('all')).toEqual(['all/監視.md']);
});
