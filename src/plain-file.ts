/** Whether a path leads to a file like any other, and what stands in the way, in words: a pipe or a device may have no end. */
import { realpathSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EEXIST: 'a file is in the way',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way',
  EROFS: 'the disk is read-only',
  EIO: 'the disk failed',
};

export interface PlainFile {
  /** In bytes; absent where there is no file. */
  readonly size?: number;
  /** Why it can be neither read nor written. */
  readonly refused?: string;
}

export async function plainFile(path: string): Promise<PlainFile> {
  try {
    const stats = await stat(path);
    if (stats.isFile()) return { size: stats.size };
    return { refused: stats.isDirectory() ? 'it is a folder' : 'it is no regular file' };
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? {} : { refused: refusalOf(error) };
  }
}

/** Which regular file an absolute path leads to, links followed: what tells two names of one file. Undefined where there is none. */
export function regularFileAt(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true });
    return stats.isFile() ? `${stats.dev}:${stats.ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** Where a file would be made that is not there, links in its folder followed. */
export function placeOf(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

/** What the file system refused, in a few words. */
export function refusalOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? (code === '' ? 'unknown reason' : code);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
