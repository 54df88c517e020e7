/** A file that is there whole or not at all: written beside its place, renamed when complete. Streams, so no library that takes the whole text serves. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { UsageError } from '../findings.ts';

export interface AtomicFile {
  write(text: string): Promise<void>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** `shown`: the path as the user wrote it; an aborted `signal` leaves nothing behind. @throws UsageError when it cannot be written */
export async function openAtomicFile(path: string, shown: string, signal: AbortSignal): Promise<AtomicFile> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const handle = await openFor(beside, shown);
  const vanish = (): void => rmSync(beside, { force: true });
  signal.addEventListener('abort', vanish);
  const discard = async (): Promise<void> => {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
  };
  return {
    write: async (text) => void (await handle.writeFile(text)),
    async commit() {
      try {
        await handle.sync();
        await handle.close();
        await rename(beside, path);
        signal.removeEventListener('abort', vanish);
      } catch (error) {
        await discard();
        throw cannotWrite(shown, error);
      }
    },
    discard,
  };
}

async function openFor(beside: string, shown: string): Promise<FileHandle> {
  try {
    return await open(beside, 'wx');
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

function cannotWrite(shown: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    EACCES: 'no permission',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  };
  return new UsageError(`${shown} cannot be written: ${reasons[code] ?? code}.`);
}
