/** The cache on disk. It is a help and no more: where it cannot be read or written, the run goes on without it. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { plainFile, refusalOf } from '../plain-file.ts';
import { CheckCache } from './cache.ts';

/** From the root of the config. */
export const CACHE_LOCATION = '.mlops-tag-cache/check.json';

/** The cache that lies at `file` (absolute), if it holds for `key`. */
export async function readCache(file: string, key: string): Promise<CheckCache> {
  const { size } = await plainFile(file);
  return new CheckCache(key, size === undefined ? undefined : await readFile(file).catch(() => undefined));
}

/** Whether there is a file at a path that is given from `cwd`. */
export function isThereFrom(cwd: string): (path: string) => boolean {
  return (path) => existsSync(resolve(cwd, path));
}

/** Writes what changed, whole or not at all. Gives a sentence for the report where that failed. */
export async function writeCache(file: string, cache: CheckCache): Promise<string | undefined> {
  const bytes = cache.changed();
  if (bytes === undefined) return undefined;
  const { refused } = await plainFile(file);
  const refusal = refused ?? (await written(file, bytes));
  return refusal === undefined ? undefined : `the cache could not be written: ${refusal}`;
}

/** Why it could not be written; undefined where it was. */
async function written(file: string, bytes: Uint8Array): Promise<string | undefined> {
  const beside = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await makeFolder(dirname(file));
    await writeFile(beside, bytes);
    await rename(beside, file);
    return undefined;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return refusalOf(error);
  }
}

/** A folder of the tool's own keeps itself out of git. */
async function makeFolder(folder: string): Promise<void> {
  const isNew = await makeFolders(folder);
  if (isNew && basename(folder) === dirname(CACHE_LOCATION)) await writeFile(join(folder, '.gitignore'), '*\n');
}

/** Whether it had to be made. One by one: told to make all at once, Node.js tries for ever where none can be made (/proc). */
async function makeFolders(folder: string): Promise<boolean> {
  if (existsSync(folder)) return false;
  const above = dirname(folder);
  if (above !== folder) await makeFolders(above);
  await mkdir(folder);
  return true;
}
