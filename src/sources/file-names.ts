/** Names of files as the system has them: nearly always UTF-8, elsewhere bytes, which no string gives back. */
import { type Dirent, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What the file system is asked for: a path, or its bytes where they are no UTF-8. */
export type FileName = string | Uint8Array;

/** A file as the functions of `node:fs` want it; what has crossed a thread is bytes of no kind they know. */
export function opened(file: FileName): string | Buffer {
  return typeof file === 'string' ? file : Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}

/** A text that tells a file from every other. */
export function keyOf(file: FileName): string {
  return typeof file === 'string' ? file : `\0${opened(file).toString('latin1')}`;
}

export interface FolderEntry {
  /** With U+FFFD for what is no UTF-8. */
  readonly name: string;
  readonly file: FileName;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** What lies in a folder. */
export function entriesOf(folder: FileName): readonly FolderEntry[] {
  const entries = readdirSync(opened(folder), { withFileTypes: true });
  if (typeof folder === 'string' && !entries.some(({ name }) => name.includes('\ufffd')))
    return entries.map((entry) => ({ name: entry.name, file: join(folder, entry.name), kind: kindOf(entry) }));
  const prefix = Buffer.from(typeof folder === 'string' ? join(folder, sep) : [...folder, ...Buffer.from(sep)]);
  return readdirSync(opened(folder), { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
    const bytes = Buffer.concat([prefix, entry.name]);
    const path = bytes.toString();
    const file = Buffer.from(path).equals(bytes) ? path : bytes;
    return { name: entry.name.toString(), file, kind: kindOf(entry) };
  });
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
