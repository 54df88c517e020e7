/** A file that is there whole or not at all: written beside its place, renamed when complete. Streams, so no library that takes the whole text serves. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { UsageError } from '../findings.ts';

export interface AtomicFile {
  write(content: string | Uint8Array): Promise<void>;
  /** Puts the file in its place; where `still` says no at the last moment, nothing is put anywhere and the answer is false. */
  commit(still?: () => Promise<boolean>): Promise<boolean>;
  discard(): Promise<void>;
}

/** `shown`: the path as the user wrote it; an aborted `signal` leaves nothing behind. @throws UsageError when it cannot be written */
export async function openAtomicFile(path: string, shown: string, signal: AbortSignal): Promise<AtomicFile> {
  const kind = await kindOf(path, shown);
  return kind === 'other' ? openDirectly(path, shown) : openBeside(await targetOf(path), shown, signal);
}

/** A device or a pipe (`/dev/stdout`) cannot be replaced by a file; it is written as it is. */
async function openDirectly(path: string, shown: string): Promise<AtomicFile> {
  const handle = await openFor(path, 'w', shown);
  const close = async (): Promise<boolean> => {
    await handle.close();
    return true;
  };
  return {
    write: (content) => written(handle, content, shown),
    commit: close,
    discard: async () => void (await close()),
  };
}

async function openBeside(path: string, shown: string, signal: AbortSignal): Promise<AtomicFile> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const handle = await openFor(beside, 'wx', shown);
  const vanish = (): void => rmSync(beside, { force: true });
  signal.addEventListener('abort', vanish);
  const discard = async (): Promise<void> => {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
  };
  return {
    write: (content) => written(handle, content, shown),
    async commit(still) {
      try {
        await keepOwnership(handle, path);
        await handle.sync();
        await handle.close();
        const isWanted = still === undefined || (await still());
        await (isWanted ? rename(beside, path) : rm(beside, { force: true }));
        signal.removeEventListener('abort', vanish);
        return isWanted;
      } catch (error) {
        await discard();
        throw cannotWrite(shown, error);
      }
    },
    discard,
  };
}

/** Permissions and owner of the file that will be replaced; the owner as far as the system lets it be given. */
async function keepOwnership(handle: FileHandle, path: string): Promise<void> {
  const old = await stat(path).catch(() => undefined);
  if (old === undefined) return;
  const own = await handle.stat();
  if (own.uid !== old.uid || own.gid !== old.gid) await handle.chown(old.uid, old.gid).catch(() => undefined);
  if (own.mode !== old.mode) await handle.chmod(old.mode & 0o7777);
}

async function kindOf(path: string, shown: string): Promise<'file' | 'other' | 'none'> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new UsageError(`${shown} cannot be written: it is a folder.`);
    return stats.isFile() ? 'file' : 'other';
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return 'none';
  }
}

/** Where a symbolic link leads, so that the link stays and the file behind it is replaced. */
async function targetOf(path: string): Promise<string> {
  return await realpath(path).catch(() => path);
}

async function written(handle: FileHandle, content: string | Uint8Array, shown: string): Promise<void> {
  try {
    await handle.writeFile(content);
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

async function openFor(path: string, flags: string, shown: string): Promise<FileHandle> {
  try {
    return await open(path, flags);
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'no permission',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function cannotWrite(shown: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError(`${shown} cannot be written: ${REASONS[code] ?? code}.`);
}
