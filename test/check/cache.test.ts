import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CheckCache, cacheKey } from '../../src/check/cache.ts';
import { CACHE_LOCATION, isThereFrom, readCache, writeCache } from '../../src/check/cache-file.ts';
import type { CheckedFile } from '../../src/check/types.ts';

/** What was found in the file at `path` with this content. */
function checked(path: string, title = `題\t「${path}」\n`, content = path): CheckedFile {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 5 };
  const talk = { id: path, identified: false, titled: true, path, title, span, words: [], locked: false };
  return {
    path,
    hash: hashOf(content),
    talks: [talk],
    findings: [{ rule: 'missing-event', path, ...span, message: 'm\u2028', identity: title }],
    disables: [],
    decisions: [],
    skipped: false,
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const always = (): boolean => true;

/** A cache that knows each path with its name as content. */
function filled(paths: readonly string[], key = '鍵', title?: string): Uint8Array {
  const cache = new CheckCache(key);
  for (const path of paths) cache.keep(checked(path, title));
  return cache.changed() ?? new Uint8Array();
}

describe('by content', () => {
  it('gives back what it keeps, and only for the same bytes', () => {
    const cache = new CheckCache('鍵', filled(['発表/監視.md', 'b.md']));
    expect(cache.find('発表/監視.md', hashOf('発表/監視.md'))).toEqual(checked('発表/監視.md'));
    expect(cache.find('b.md', hashOf('changed'))).toBeUndefined();
    expect(cache.find('c.md', hashOf('c.md'))).toBeUndefined();
    expect(cache.changed()).toBeUndefined();
  });

  it('keeps nothing of a file whose bytes nobody had', () => {
    const cache = new CheckCache('鍵');
    const { hash, ...unread } = checked('読めない.md');
    expect(hash).toBeDefined();
    cache.keep(unread);
    expect(cache.changed()).toBeUndefined();
  });

  it('what is kept anew takes the place of the old', () => {
    const cache = new CheckCache('鍵', filled(['監視.md', 'b.md']));
    expect(cache.knows('監視.md')).toBe(true);
    cache.keep(checked('監視.md', '新しい題', '新'));
    const next = new CheckCache('鍵', cache.changed());
    expect(next.find('監視.md', hashOf('監視.md'))).toBeUndefined();
    expect(next.find('監視.md', hashOf('新'))).toEqual(checked('監視.md', '新しい題', '新'));
    expect(next.find('b.md', hashOf('b.md'))).toEqual(checked('b.md'));
  });

  it('any path and title', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.uniqueArray(text), text, (paths, title) => {
        const cache = new CheckCache('鍵');
        for (const path of paths) cache.keep(checked(path, title));
        const next = new CheckCache('鍵', cache.changed());
        for (const path of paths) expect(next.find(path, hashOf(path))).toEqual(checked(path, title));
      }),
      { numRuns: 40 },
    );
  });

  it('is the same bytes in whatever order files came', () => {
    expect(filled(['あ.md', 'b.md', 'c.md'])).toEqual(filled(['c.md', 'あ.md', 'b.md']));
  });
});

describe('other files', () => {
  const PATHS = ['a.md', '監視.md', '配信.md'];

  it('their talks are known, of those that are still there', () => {
    const cache = new CheckCache('鍵', filled(PATHS, '鍵', '同じ題名'));
    expect([cache.knows('a.md'), cache.knows('新しい.md')]).toEqual([true, false]);
    expect(cache.find('a.md', hashOf('a.md'))).toBeDefined();
    expect(cache.left).toBe(2);
    expect(cache.others(always).map(({ path }) => path)).toEqual(['監視.md', '配信.md']);
    expect(cache.others((path) => path !== '監視.md')).toMatchObject([
      { path: '配信.md', talks: checked('配信.md', '同じ題名').talks },
    ]);
  });

  it('are forgotten when they are gone', () => {
    const cache = new CheckCache('鍵', filled(PATHS, '鍵', '同じ題名'));
    cache.find('a.md', hashOf('a.md'));
    cache.prune(always);
    expect(cache.changed()).toBeUndefined();
    cache.prune((path) => path === '監視.md');
    const next = new CheckCache('鍵', cache.changed());
    expect(['a.md', '監視.md', '配信.md'].map((path) => next.knows(path))).toEqual([true, true, false]);
  });
});

describe('what is no cache of this run is as good as none', () => {
  const whole = Buffer.from(filled(['監視.md']));
  const BROKEN: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', Buffer.of()],
    ['another key', filled(['監視.md'], '別の鍵')],
    ['half of it', whole.subarray(0, whole.length / 2)],
    ['all but its end', whole.subarray(0, -1)],
    ['one byte changed', Buffer.from(whole.toString().replace('missing-event', 'missing-evenT'))],
    ['something else', Buffer.from('{"schema": "mlops-tag/cache@1"}\n監視\n')],
    ['noise', Buffer.from([0xff, 0x0a, 0x00, 0x0a])],
  ];

  it.each(BROKEN)('%s', (_, bytes) => {
    const cache = new CheckCache('鍵', bytes);
    expect(cache.find('監視.md', hashOf('監視.md'))).toBeUndefined();
    expect(cache.others(always)).toEqual([]);
    cache.keep(checked('監視.md'));
    expect(cache.changed()).toEqual(filled(['監視.md']));
  });
});

it('keys tell all that they are made of apart', () => {
  const keys = [['1', '鍵'], ['1鍵'], ['1', '鍵', ''], ['1', { 鍵: 1 }], []].map(cacheKey);
  expect(new Set(keys).size).toBe(keys.length);
});

describe('on disk', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mlops-tag-キャッシュ-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('in a folder of its own, which git is told to leave out', async () => {
    const file = join(root, CACHE_LOCATION);
    const cache = await readCache(file, '鍵');
    cache.keep(checked('監視.md'));
    expect(await writeCache(file, cache)).toBeUndefined();
    expect((await readCache(file, '鍵')).find('監視.md', hashOf('監視.md'))).toEqual(checked('監視.md'));
    expect(readdirSync(join(root, '.mlops-tag-cache')).toSorted()).toEqual(['.gitignore', 'check.json']);
    expect(readFileSync(join(root, '.mlops-tag-cache/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('elsewhere, without touching what else lies there', async () => {
    writeFileSync(join(root, '発表.md'), '# 発表\n');
    const cache = new CheckCache('鍵');
    cache.keep(checked('発表.md'));
    expect(await writeCache(join(root, 'c'), cache)).toBeUndefined();
    expect(readdirSync(root).toSorted()).toEqual(['c', '発表.md']);
    const isThere = isThereFrom(root);
    expect([isThere('発表.md'), isThere('無い.md')]).toEqual([true, false]);
  });

  it('nothing is written where nothing changed', async () => {
    const file = join(root, CACHE_LOCATION);
    expect(await writeCache(file, new CheckCache('鍵'))).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });

  const IN_THE_WAY: readonly (readonly [location: string, reason: string])[] = [
    ['', 'it is a folder'],
    ['ファイル/check.json', 'a file is in the way'],
    ['ファイル/奥/更に奥/check.json', 'a file is in the way'],
    ['管', 'it is no regular file'],
    [`${'長'.repeat(300)}/check.json`, 'its name is too long'],
  ];

  it.each(IN_THE_WAY)('a cache that cannot be written at %j is a note', async (location, reason) => {
    writeFileSync(join(root, 'ファイル'), '');
    execFileSync('mkfifo', [join(root, '管')]);
    const file = join(root, location);
    const cache = await readCache(file, '鍵');
    cache.keep(checked('監視.md'));
    expect(await writeCache(file, cache)).toBe(`the cache could not be written: ${reason}`);
    expect(readdirSync(root)).toEqual(['ファイル', '管']);
    expect(lstatSync(join(root, '管')).isFIFO()).toBe(true);
  });

  it.skipIf(!existsSync('/proc/self'))('a system that has no room for folders is a note too', async () => {
    const cache = await readCache('/proc/札/奥/check.json', '鍵');
    cache.keep(checked('監視.md'));
    expect(await writeCache('/proc/札/奥/check.json', cache)).toMatch(/^the cache could not be written: \S/);
  });

  it.skipIf(!existsSync('/dev/zero'))('a device without an end is as good as no cache', async () => {
    const cache = await readCache('/dev/zero', '鍵');
    cache.keep(checked('監視.md'));
    expect(await writeCache('/dev/zero', cache)).toBe('the cache could not be written: it is no regular file');
  });
});
