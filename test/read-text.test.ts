/** Files that the user names: read up to a size, with words for what hinders it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readText } from '../src/read-text.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-text-'));
  mkdirSync(join(place, '発表'));
  writeFileSync(join(place, '監視.json'), '監視');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('is the whole text up to the limit', async () => {
  expect(await readText('監視.json', place, 'the model', 6)).toBe('監視');
});

it.each([
  ['監視.json', 'the model 監視.json is too large: more than 5 bytes.'],
  ['無い.json', 'the model 無い.json cannot be read: no such file.'],
  ['発表', 'the model 発表 cannot be read: it is a folder.'],
  [`${'長'.repeat(300)}`, 'cannot be read: its name is too long.'],
  ['', 'the model names no file.'],
  [' ', 'the model names no file.'],
])('is refused: %j', async (path, message) => {
  await expect(readText(path, place, 'the model', 5)).rejects.toThrow(message);
});

it.skipIf(!existsSync('/dev/zero'))('ends where a device does not', async () => {
  await expect(readText('/dev/zero', place, '--compare', 100_000)).rejects.toThrow(
    '--compare /dev/zero is too large: more than 100000 bytes.',
  );
});
