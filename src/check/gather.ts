/** The checked files of a run, in order: from the cache where nothing changed, else by looking. */
import type { Pipeline } from '../pipeline.ts';
import type { FileRef } from '../sources/discover.ts';
import { isFinding } from '../sources/document.ts';
import { readBytes } from '../sources/read.ts';
import type { CheckSettings } from './context.ts';
import { hashOf } from './file.ts';
import type { CheckedFile } from './types.ts';

/** Results of earlier runs by path. */
export interface Known {
  /** The SHA-256 of the bytes that the result is about; undefined where there is none. */
  hashOf(path: string): string | undefined;
  get(path: string): CheckedFile | undefined;
}

export interface Gathered {
  readonly files: readonly CheckedFile[];
  /** How many of them were known. */
  readonly cached: number;
}

export interface GatherOptions {
  readonly settings: CheckSettings;
  readonly maxFileSize: number;
  readonly known?: Known;
  /** Told of each file. */
  readonly done: () => void;
}

export async function gather(
  { found, checked }: Pick<Pipeline, 'found' | 'checked'>,
  { settings, maxFileSize, known, done }: GatherOptions,
): Promise<Gathered> {
  const byPath = new Map<string, CheckedFile>();
  const take = (file: CheckedFile): void => {
    byPath.set(file.path, file);
    done();
  };
  if (known !== undefined) for (const file of found.files) unchanged(file, known, maxFileSize).forEach(take);
  const rest = found.files.filter(({ path }) => !byPath.has(path));
  for await (const file of checked(rest, settings)) take(file);
  return { files: found.files.flatMap(({ path }) => byPath.get(path) ?? []), cached: found.files.length - rest.length };
}

/** What is known of the file, if its bytes are those that it is known of. */
function unchanged(file: FileRef, known: Known, maxFileSize: number): readonly CheckedFile[] {
  const hash = known.hashOf(file.path);
  if (hash === undefined) return [];
  const bytes = readBytes(file, maxFileSize);
  if (isFinding(bytes) || hashOf(bytes) !== hash) return [];
  const result = known.get(file.path);
  return result === undefined ? [] : [result];
}
