/** Files on the disk: whole or untouched, permissions kept, and never over somebody else's change. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openAtomicFile } from '../../src/write/atomic-file.ts';
import { writeFileWhole } from '../../src/write/write-file.ts';

const root = mkdtempSync(join(tmpdir(), 'mlops-tag-write-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  path = join(folder, '話.md');
});

const { signal } = new AbortController();
const before = Buffer.from('title: 話\r\n');
const after = Buffer.from('title: 話\r\nmlops: [drift]\r\n');

describe('a file', () => {
  it('is replaced, and nothing is left beside it', async () => {
    writeFileSync(path, before);
    expect(await writeFileWhole({ path, shown: '話.md', before, after }, signal)).toBeUndefined();
    expect(readFileSync(path)).toEqual(after);
    expect(readdirSync(folder)).toEqual(['話.md']);
  });

  it.each([0o600, 0o644, 0o755, 0o664, 0o640])('keeps its permissions: %o', async (mode) => {
    writeFileSync(path, before);
    chmodSync(path, mode);
    await writeFileWhole({ path, shown: '話.md', before, after }, signal);
    expect(statSync(path).mode & 0o7777).toBe(mode);
  });

  it('is replaced behind a symbolic link, which stays one', async () => {
    writeFileSync(join(folder, 'real.md'), before);
    symlinkSync('real.md', path);
    await writeFileWhole({ path, shown: '話.md', before, after }, signal);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.md'))).toEqual(after);
  });

  it.each([
    ['changed', Buffer.from('title: 別の話\r\n')],
    ['gone', undefined],
  ])('that is %s since it was read is not written', async (_name, now) => {
    if (now !== undefined) writeFileSync(path, now);
    expect(await writeFileWhole({ path, shown: '話.md', before, after }, signal)).toEqual({
      refused: 'it changed on disk since it was read; check again',
    });
    expect(now === undefined ? readdirSync(folder) : readFileSync(path)).toEqual(now ?? []);
  });

  it('that changes while the new one is written is not overwritten', async () => {
    writeFileSync(path, before);
    const atomic = await openAtomicFile(path, '話.md', signal);
    await atomic.write(after);
    writeFileSync(path, '別の人の変更');
    const isUnchanged = async (): Promise<boolean> => readFileSync(path).equals(before);
    expect(await atomic.commit(isUnchanged)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('別の人の変更');
    expect(readdirSync(folder)).toEqual(['話.md']);
  });
});

/** Writes two contents in turn, saying a word after each, until somebody kills it. */
const WRITER = `
import { writeFileWhole } from './src/write/write-file.ts';
const [path, size] = process.argv.slice(2);
const contents = ['古', '新'].map((letter) => Buffer.from(letter.repeat(Number(size))));
const { signal } = new AbortController();
for (let turn = 0; ; turn++) {
  const [before, after] = turn % 2 === 0 ? contents : [contents[1], contents[0]];
  const refusal = await writeFileWhole({ path, shown: path, before, after }, signal);
  process.stdout.write((refusal?.refused ?? 'written') + '\\n');
}
`;
const SIZE = 200_000;

describe('killed at any moment', () => {
  it('the file is the old one or the new one', async () => {
    const writer = join(root, 'writer.mjs');
    const stdin = { contents: WRITER, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' as const };
    await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: writer, logLevel: 'silent' });
    const whole = new Set(['古', '新'].map((letter) => letter.repeat(SIZE)));
    writeFileSync(path, '古'.repeat(SIZE));
    for (const lines of [1, 2, 3, 5, 7, 4, 6, 9]) {
      // What an earlier kill left half written is beside the file, never in its place.
      if (readFileSync(path, 'utf8').startsWith('新')) writeFileSync(path, '古'.repeat(SIZE));
      expect(await killedAfter(lines, writer)).toEqual(Array.from({ length: lines }, () => 'written'));
      expect(whole.has(readFileSync(path, 'utf8'))).toBe(true);
    }
  }, 60_000);
});

/** What a writer said until it was killed. */
async function killedAfter(lines: number, writer: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, path, String(SIZE)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (said.length < lines) said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  await ended;
  return said;
}
