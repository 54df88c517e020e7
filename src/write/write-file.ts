/** A mended file to the disk: whole or not at all, and only over the very bytes that were read. */
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { openAtomicFile } from './atomic-file.ts';
import type { Refusal } from './types.ts';

const CHANGED: Refusal = { refused: 'it changed on disk since it was read; check again' };

export interface WholeFile {
  readonly path: string;
  /** The path as the user wrote it. */
  readonly shown: string;
  /** What was read when it was checked. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Replaces the file, permissions kept; a refusal, and nothing written, where it is no longer `before`. @throws UsageError when it cannot be written */
export async function writeFileWhole(file: WholeFile, signal: AbortSignal): Promise<Refusal | undefined> {
  const { path, shown, before, after } = file;
  const isUnchanged = async (): Promise<boolean> => {
    const bytes = await readFile(path).catch(() => undefined);
    return bytes?.equals(before) ?? false;
  };
  if (!(await isUnchanged())) return CHANGED;
  if (!(await mayWrite(path))) return { refused: 'it is write-protected' };
  const atomic = await openAtomicFile(path, shown, signal);
  try {
    await atomic.write(after);
  } catch (error) {
    await atomic.discard();
    throw error;
  }
  return (await atomic.commit(isUnchanged)) ? undefined : CHANGED;
}

async function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
