import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesFrom, namesOf } from '../../src/scope/files-from.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ['a.md\n発表/監視.md\n', ['a.md', '発表/監視.md']],
  ['\n\na.md\r\n発表/監視.md', ['a.md', '発表/監視.md']],
  ['発表/二行\nの名.md\0a.md\0', ['発表/二行\nの名.md', 'a.md']],
  ['\ufeff監視.md\n監視.md\n', ['監視.md']],
  [' leading and trailing .md\n   \n', [' leading and trailing .md']],
  ['', []],
];

it.each(LISTS)('%j', (text, names) => {
  expect(namesOf(text)).toEqual(names);
});

it('any names between NULs come back', () => {
  const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\0'));
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      expect(namesOf(`./${names.join('\0./')}\0`)).toEqual(
        names.length === 0 ? ['./'] : names.map((one) => `./${one}`),
      );
    }),
  );
});

const none = async function* (): AsyncGenerator<Uint8Array> {};

it('missing ones are findings', async () => {
  writeFileSync(join(cwd, '監視.md'), '# 監視\n');
  writeFileSync(join(cwd, '一覧.txt'), '監視.md\n無い.md\n');
  expect(await filesFrom('一覧.txt', { cwd, stdin: none })).toEqual({
    files: ['監視.md', '無い.md'],
    findings: [{ code: 'missing-path', path: '無い.md' }],
  });
});

it('from standard input, cut anywhere', async () => {
  writeFileSync(join(cwd, '監視.md'), '# 監視\n');
  const stdin = async function* (): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.from('監視.md\n')) yield Buffer.from([byte]);
  };
  expect(await filesFrom('-', { cwd, stdin })).toEqual({ files: ['監視.md'], findings: [] });
});

it('a list that is not there', async () => {
  await expect(filesFrom('無い.txt', { cwd, stdin: none })).rejects.toThrow(
    /^--files-from 無い\.txt cannot be read: no such file\.$/,
  );
});
