/** The cache of `check`: opened where it is asked for, written when the run is done. */
import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { type CheckCache, cacheKey } from '../check/cache.ts';
import { CACHE_LOCATION, isThereFrom, readCache, writeCache } from '../check/cache-file.ts';
import type { CheckedFile } from '../check/types.ts';
import type { Model } from '../classify/model.ts';
import { UsageError } from '../findings.ts';
import { VERSION } from '../version.ts';
import type { CheckRun } from './check-open.ts';

export interface CacheFlags {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

export function isCached({ cache, cacheLocation }: CacheFlags): boolean {
  return cache === true || cacheLocation !== undefined;
}

export interface OpenCache {
  readonly cache: CheckCache;
  /** Files that are there and not of this run, as far as they may concern it. */
  others(): readonly CheckedFile[];
  /** Writes what is new. A sentence for the report where that failed. */
  close(): Promise<string | undefined>;
}

/** Undefined where no cache is asked for. */
export async function openCache(
  { pipeline, settings, read, config, scope }: CheckRun,
  flags: CacheFlags,
): Promise<OpenCache | undefined> {
  if (!isCached(flags)) return undefined;
  const { cacheLocation } = flags;
  if (cacheLocation?.trim() === '') throw new UsageError('--cache-location names no file.');
  const { cwd, root } = config;
  const file = cacheLocation === undefined ? resolve(root, CACHE_LOCATION) : resolve(cwd, cacheLocation);
  const { taxonomy, classifier } = pipeline;
  const { paths, ...reading } = read;
  // Paths from the root are the same wherever the repository lies.
  const { folders: _folders, ...portable } = settings;
  const depends = [VERSION, taxonomy.hash, nameOf(classifier.model), classifier.threshold, portable, reading];
  const cache = await readCache(file, cacheKey([...depends, paths?.patterns ?? [], relative(root, cwd)]));
  const isThere = isThereFrom(cwd);
  return {
    cache,
    others: () => cache.others(isThere),
    close: () => {
      if (scope.candidates === undefined) cache.prune(isThere);
      return writeCache(file, cache);
    },
  };
}

/** A name for a model that no other has; empty for none. */
function nameOf(model: Model | undefined): string {
  if (model === undefined) return '';
  const { words, table: _table, ...rest } = model;
  const hash = createHash('sha256').update(JSON.stringify([rest, words.keys.join('\n')]));
  for (const numbers of [words.starts, words.elements, words.weights]) hash.update(numbers);
  return hash.digest('hex');
}
