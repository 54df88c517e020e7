/** What the config leaves out of folders and globs, beside the ignore files. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/sources/discover.ts';
import { folderWith } from './support.ts';

const FILES = {
  '.git/': '',
  '.gitignore': 'ignored.md\n',
  '発表/監視.md': '',
  '発表/下書き/書きかけ.md': '',
  '発表/下書き/.mlops-tagignore': '!書きかけ.md\n',
  'talks/a.draft.md': '',
  'talks/a.md': '',
  'talks/ignored.md': '',
  'ours.yaml': '',
};
const EXCLUDE = ['下書き/', '*.draft.md', '!ignored.md'];

async function found(cwd: string, root: string, paths: readonly string[], omit: readonly string[] = []) {
  const { files } = await discover(paths, { cwd, exclude: { root, patterns: EXCLUDE }, omit });
  return files.map(({ path }) => path);
}

describe('exclude', () => {
  it.each<readonly [name: string, from: string, paths: readonly string[], expected: readonly string[]]>([
    ['a folder', '.', ['.'], ['ours.yaml', 'talks/a.md', '発表/監視.md']],
    ['folders from below', '発表', ['.', '../talks'], ['../talks/a.md', '監視.md']],
    ['globs', '.', ['**/*.md'], ['talks/a.md', '発表/監視.md']],
    ['a named file, which is read', '.', ['talks/a.draft.md'], ['talks/a.draft.md']],
    ['a named folder, which is read', '.', ['発表/下書き'], ['発表/下書き/書きかけ.md']],
  ])('%s', async (_, from, paths, expected) => {
    const root = folderWith(FILES);
    expect(await found(join(root, from), root, paths)).toEqual(expected);
  });

  it('holds below a link to the root', async () => {
    const place = folderWith({
      ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`real/${path}`, text])),
    });
    symlinkSync(join(place, 'real'), join(place, 'link'));
    const root = join(place, 'link');
    expect(await found(root, root, ['.'])).toEqual(['ours.yaml', 'talks/a.md', '発表/監視.md']);
    expect(await found(root, root, ['発表/**'])).toEqual(['発表/監視.md']);
  });

  it('counts where ignore files do not', async () => {
    const root = folderWith(FILES);
    const options = { cwd: root, ignoreFiles: false, exclude: { root, patterns: EXCLUDE } };
    const { files } = await discover(['.'], options);
    expect(files.map(({ path }) => path)).toEqual(['ours.yaml', 'talks/a.md', 'talks/ignored.md', '発表/監視.md']);
  });

  it('leaves out what belongs to the run, named or not', async () => {
    const root = folderWith(FILES);
    expect(await found(root, root, ['.', 'ours.yaml'], [join(root, 'ours.yaml')])).toEqual([
      'talks/a.md',
      '発表/監視.md',
    ]);
  });
});
