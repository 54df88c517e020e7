import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/sources/discover.ts';
import { fileTalks } from '../../src/sources/read.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function write(...names: readonly string[]): void {
  for (const name of names) put(name, 'x');
}

function put(name: string, content: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), content);
}

async function found(...paths: readonly string[]): Promise<readonly string[]> {
  return (await discover(paths, { cwd })).files.map(({ path, named }) => (named ? `${path}!` : path));
}

it('standard input by either name', async () => {
  for (const path of ['-', '/dev/stdin'])
    expect(await discover([path], { cwd })).toEqual({ files: [], stdin: true, findings: [] });
});

it('an empty path is not the current folder', async () => {
  write('監視.md');
  expect(await discover([''], { cwd })).toEqual({
    files: [],
    stdin: false,
    findings: [{ code: 'missing-path', path: "''" }],
  });
  expect(await found('', '監視.md')).toEqual(['監視.md!']);
});

describe('names that are no UTF-8', () => {
  const bytes = (...parts: readonly (string | number)[]): Buffer =>
    Buffer.concat([cwd, ...parts].map((part) => Buffer.from(typeof part === 'string' ? part : [part])));

  it.skipIf(process.platform !== 'linux')('lead to their files, in folders of such names too', async () => {
    mkdirSync(bytes('/監視', 0xff));
    writeFileSync(bytes('/監視', 0xff, '/a.md'), '# 一つ目\n');
    writeFileSync(bytes('/監視', 0xff, '/b', 0xfe, '.md'), '# 二つ目\n');
    writeFileSync(bytes('/x', 0xfe, '.md'), '# 三つ目\n');
    writeFileSync(bytes('/x', 0xfd, '.md'), '# 四つ目\n');
    write('y\ufffd.md');
    const { files } = await discover(['.'], { cwd });
    expect(files.map(({ path }) => path)).toEqual([
      'x\ufffd.md',
      'x\ufffd.md',
      'y\ufffd.md',
      '監視\ufffd/a.md',
      '監視\ufffd/b\ufffd.md',
    ]);
    const seen: string[] = [];
    for (const ref of structuredClone(files))
      for await (const event of fileTalks(ref))
        seen.push('title' in event ? event.title : 'kind' in event ? '.' : event.code);
    expect(seen).toEqual(['四つ目', '.', '三つ目', '.', 'y\ufffd', '.', '一つ目', '.', '二つ目', '.']);
  });
});

describe('folders', () => {
  it('yields the known endings, less what is about the project', async () => {
    write(
      't/a.md',
      't/b.markdown',
      't/c.mdx',
      't/d.yaml',
      't/e.yml',
      't/f.json',
      't/g.ndjson',
      't/h.jsonl',
      't/i.csv',
      't/j.TXT',
      't/監視.md',
    );
    write(
      't/x.png',
      't/x.toml',
      't/README.md',
      't/readme.ja.md',
      't/CHANGELOG.md',
      't/Contributing.txt',
      't/LICENSE.txt',
      't/license.md',
      't/README-old.md',
      't/contributing-to-mlflow.md',
    );
    write(
      't/CODE_OF_CONDUCT.md',
      't/package.json',
      't/package-lock.json',
      't/tsconfig.base.json',
      't/mlops-tag.config.yaml',
      't/mlops-tag.json',
    );
    write(
      't/.hidden.md',
      't/.git/a.md',
      't/.obsidian/b.md',
      't/node_modules/m/a.md',
      't/sub/deep/k.md',
      't/readmes/l.md',
    );
    expect(await found('t')).toEqual([
      't/a.md',
      't/b.markdown',
      't/c.mdx',
      't/contributing-to-mlflow.md',
      't/d.yaml',
      't/e.yml',
      't/f.json',
      't/g.ndjson',
      't/h.jsonl',
      't/i.csv',
      't/j.TXT',
      't/readmes/l.md',
      't/sub/deep/k.md',
      't/監視.md',
    ]);
  });

  it.each([
    ['.', ['t/a.md']],
    ['./t', ['t/a.md']],
    ['t/', ['t/a.md']],
    ['t//', ['t/a.md']],
    ['./t/.', ['t/a.md']],
    ['.\\t', ['t/a.md']],
  ])('%j shows paths as typed', async (path, expected) => {
    write('t/a.md');
    expect(await found(path)).toEqual(expected);
  });

  it('leaves out the settings of a site and what pyvideo says of a conference, unless they are named', async () => {
    const settings = [
      '_config.yml',
      'config.toml',
      'config.yaml',
      'config.yml',
      'hugo.toml',
      'hugo.yaml',
      'mkdocs.yml',
    ];
    const talks = ['t/config.md', 't/my-config.yml', 't/sub-category.json', 't/videos/監視.json', 't/mkdocs.yaml'];
    write(...settings.map((name) => `t/${name}`), 't/category.json', 't/sub/config.yml', ...talks);
    expect(await found('t')).toEqual([...talks].sort());
    expect(await found('t/*')).toEqual(talks.filter((name) => !name.includes('videos')).sort());
    expect(await found('t/category.json', 't/_config.yml')).toEqual(['t/_config.yml!', 't/category.json!']);
  });

  it('sorts by code unit and gives each file once', async () => {
    write('t/b.md', 't/B.md', 't/a/z.md', 't/a.md', 't/あ.md');
    expect(await found('t', 't/a', 't/b.md', './t')).toEqual(['t/B.md', 't/a.md', 't/a/z.md', 't/b.md!', 't/あ.md']);
  });

  it('heeds ignore files, nested ones and those above up to the repository', async () => {
    mkdirSync(join(cwd, '.git'));
    put('.gitignore', 'drafts/\n*.tmp.md\n/t/secret.md\n');
    put('t/.gitignore', '!keep.tmp.md\nold*\n');
    put('t/.mlops-tagignore', '!old-but-good.md\n監視/\n');
    write(
      't/a.md',
      't/b.tmp.md',
      't/keep.tmp.md',
      't/secret.md',
      't/old.md',
      't/old-but-good.md',
      't/drafts/c.md',
      't/監視/d.md',
      't/sub/old.md',
      't/sub/secret.md',
    );
    const expected = ['t/a.md', 't/keep.tmp.md', 't/old-but-good.md', 't/sub/secret.md'];
    expect(await found('t')).toEqual(expected);
    expect(await found('.')).toEqual(expected);
    expect(await found('t/**/*.md')).toEqual(expected);
  });

  it('reads what is named though it is ignored', async () => {
    put('.gitignore', 'drafts\n');
    mkdirSync(join(cwd, '.git'));
    write('drafts/a.md', 'README.md', 'x.adoc');
    expect(await found('drafts')).toEqual(['drafts/a.md']);
    expect(await found('drafts/a.md', 'README.md', 'x.adoc')).toEqual(['README.md!', 'drafts/a.md!', 'x.adoc!']);
  });

  it('an ignore file of the working folder counts outside of a repository too', async () => {
    put('.mlops-tagignore', 'draft*\n');
    write('t/draft.md', 't/a.md');
    expect(await found('t')).toEqual(['t/a.md']);
  });

  it('follows no link out of the folder, and ends in spite of loops', async () => {
    write('t/a.md', 'out/b.md', 'out/c.png');
    symlinkSync('../out', join(cwd, 't/out'));
    symlinkSync('../out/b.md', join(cwd, 't/b.md'));
    symlinkSync('../out/c.png', join(cwd, 't/c.png'));
    symlinkSync('.', join(cwd, 't/loop'));
    symlinkSync('self', join(cwd, 't/self'));
    symlinkSync('a.md', join(cwd, 't/same.md'));
    symlinkSync('nowhere.md', join(cwd, 't/dangling.md'));
    const { files, findings } = await discover(['t'], { cwd });
    expect(files.map(({ path }) => path)).toEqual(['t/a.md']);
    expect([...findings].sort((a, b) => (a.path < b.path ? -1 : 1))).toMatchObject([
      { code: 'outside-folder', path: 't/b.md' },
      { code: 'unreadable-file', path: 't/dangling.md' },
      { code: 'outside-folder', path: 't/out' },
    ]);
    expect(await found('t/b.md', 't/out')).toEqual(['t/b.md!', 't/out/b.md']);
  });
});

describe('other paths', () => {
  it('globs, with back slashes too', async () => {
    write('t/a.md', 't/sub/b.md', 't/c.json', 't/README.md', 't/x.png', 't/node_modules/d.md');
    expect(await found('t/*.md')).toEqual(['t/a.md']);
    expect(await found('t/**/*.{md,json}')).toEqual(['t/a.md', 't/c.json', 't/sub/b.md']);
    expect(await found('t\\**\\*.md')).toEqual(['t/a.md', 't/sub/b.md']);
    expect(await found('./t/*.json')).toEqual(['t/c.json']);
  });

  it('a file whose name looks like a glob is a file', async () => {
    write('t/[x].md', 't/x.md');
    expect(await found('t/[x].md')).toEqual(['t/[x].md!']);
  });

  it('what does not exist is a finding; nothing at all shows as no file', async () => {
    mkdirSync(join(cwd, 'empty'));
    write('a.md');
    const some = await discover(['a.md', 'nowhere', '監視/*.md', 'a.md/b'], { cwd });
    expect(some.files).toHaveLength(1);
    expect(some.findings).toEqual([
      { code: 'missing-path', path: 'nowhere' },
      { code: 'missing-path', path: '監視/*.md' },
      { code: 'missing-path', path: 'a.md/b' },
    ]);
    expect(await discover(['empty'], { cwd })).toEqual({ files: [], stdin: false, findings: [] });
    expect((await discover(['-'], { cwd })).stdin).toBe(true);
    expect((await discover(['bad\0name'], { cwd })).findings).toMatchObject([{ code: 'missing-path' }]);
  });
});
