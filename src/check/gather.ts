/** The checked files of a run, in order: from the cache where nothing changed, else by looking. */
import type { Pipeline } from '../pipeline.ts';
import type { FileRef } from '../sources/discover.ts';
import { isFinding } from '../sources/document.ts';
import { readBytes } from '../sources/read.ts';
import type { CheckCache } from './cache.ts';
import type { CheckSettings } from './context.ts';
import { hashOf } from './file.ts';
import type { CheckedFile } from './types.ts';

export interface Gathered {
  readonly files: readonly CheckedFile[];
  /** How many of them were known. */
  readonly cached: number;
}

export interface GatherOptions {
  readonly settings: CheckSettings;
  readonly maxFileSize: number;
  readonly cache?: CheckCache;
  /** Told of each file. */
  readonly done: () => void;
}

export async function gather(
  { found, checked }: Pick<Pipeline, 'found' | 'checked'>,
  { settings, maxFileSize, cache, done }: GatherOptions,
): Promise<Gathered> {
  const byPath = new Map<string, CheckedFile>();
  const take = (file: CheckedFile): void => {
    byPath.set(file.path, file);
    done();
  };
  if (cache !== undefined) {
    for (const file of found.files) {
      const known = unchanged(file, cache, maxFileSize);
      if (known !== undefined) take(known);
    }
  }
  const rest = found.files.filter(({ path }) => !byPath.has(path));
  for await (const file of checked(rest, settings)) {
    take(file);
    cache?.keep(file);
  }
  return { files: found.files.flatMap(({ path }) => byPath.get(path) ?? []), cached: found.files.length - rest.length };
}

/** What is known of the file, if its bytes are those that it is known of. */
function unchanged(file: FileRef, cache: CheckCache, maxFileSize: number): CheckedFile | undefined {
  if (!cache.knows(file.path)) return undefined;
  const bytes = readBytes(file, maxFileSize);
  return isFinding(bytes) ? undefined : cache.find(file.path, hashOf(bytes));
}
