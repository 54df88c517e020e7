/** What the file system refused, in plain words. */
import type { Finding } from '../findings.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'it is not there',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk failed',
};

export function unreadable(path: string, error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code: 'unreadable-file', path, reason: REASONS[code] ?? (code === '' ? 'unknown reason' : code) };
}

/** A pipe, a socket or a device. */
export function special(path: string): Finding {
  return { code: 'unreadable-file', path, reason: 'it is no regular file; pipe it in as -' };
}

/** Whether the system refused something, rather than the program being wrong. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
