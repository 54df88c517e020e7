/** The checked files of a run: known ones from the cache, the others by looking, all in the order of the run. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CheckCache } from '../../src/check/cache.ts';
import { hashOf } from '../../src/check/file.ts';
import { gather } from '../../src/check/gather.ts';
import type { CheckedFile } from '../../src/check/types.ts';
import type { FileRef } from '../../src/sources/discover.ts';
import { folderWith } from '../config/support.ts';

const PATHS = ['発表/三.md', '発表/一.md', '二.md'];
const SETTINGS = { declared: { key: 'mlops', as: 'id' as const }, suggest: 0.8, maxTags: 6, hashes: true };

function fileOf({ path }: FileRef, hash: string): CheckedFile {
  return { path, hash, talks: [], findings: [], disables: [], decisions: [], skipped: false };
}

/** Gathers over files that hold their paths; says which were looked at. */
async function gathered(root: string, bytes: Uint8Array | undefined, maxFileSize = 1000) {
  const files = PATHS.map((path) => ({ path, file: join(root, path), named: false }));
  const looked: string[] = [];
  let done = 0;
  const cache = bytes === undefined ? undefined : new CheckCache('鍵', bytes);
  async function* checked(rest: readonly FileRef[]) {
    for (const file of rest) {
      looked.push(file.path);
      yield fileOf(file, hashOf(Buffer.from(file.path)));
    }
  }
  const result = await gather(
    { found: { files, stdin: false, findings: [] }, checked },
    { settings: SETTINGS, maxFileSize, done: () => void done++, ...(cache === undefined ? {} : { cache }) },
  );
  return { paths: result.files.map(({ path }) => path), cached: result.cached, looked, done, kept: cache?.changed() };
}

const folder = (): string => folderWith(Object.fromEntries(PATHS.map((path) => [path, path])));

describe('gather', () => {
  it('looks at every file without a cache, and at every one with an empty cache', async () => {
    const all = { paths: PATHS, cached: 0, looked: PATHS, done: 3 };
    expect(await gathered(folder(), undefined)).toMatchObject({ ...all, kept: undefined });
    expect(await gathered(folder(), new Uint8Array())).toMatchObject(all);
  });

  it('looks at no known file again, and keeps the order of the run', async () => {
    const root = folder();
    const { kept } = await gathered(root, new Uint8Array());
    expect(await gathered(root, kept)).toEqual({ paths: PATHS, cached: 3, looked: [], done: 3, kept: undefined });
    writeFileSync(join(root, '発表/一.md'), '変わった');
    expect(await gathered(root, kept)).toMatchObject({ paths: PATHS, cached: 2, looked: ['発表/一.md'], done: 3 });
  });

  it('takes a file that is too large now, or gone, for unknown', async () => {
    const root = folder();
    const { kept } = await gathered(root, new Uint8Array());
    expect(await gathered(root, kept, 8)).toMatchObject({ paths: PATHS, cached: 1, looked: PATHS.slice(0, 2) });
  });
});
