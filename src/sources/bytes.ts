/** Bytes of files, as a whole or in pieces. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Finding } from '../findings.ts';
import type { FileRef } from './discover.ts';
import { type FileName, opened } from './file-names.ts';
import { isSystemError, special, unreadable } from './unreadable.ts';

/** Room for one read. */
export const CHUNK = 1 << 20;

/** The bytes of an open file from where it stands, or their number where they exceed the limit. */
export function readWhole(handle: number, limit: number): Buffer | number {
  const { size } = fstatSync(handle);
  if (size > limit) return size;
  const chunks: Buffer[] = [];
  let total = 0;
  for (let room = size + 1; ; room = CHUNK) {
    const chunk = Buffer.allocUnsafe(room);
    const read = readSync(handle, chunk, 0, room, null);
    total += read;
    if (total > limit) return total;
    chunks.push(chunk.subarray(0, read));
    // A file shorter than the room is at its end; a pipe says so with nothing.
    if (read === 0 || (read < room && total >= size && size > 0)) break;
  }
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}

/** The bytes of a file in pieces, each good until the next is asked for; or why they cannot be had. */
export function* chunksOf({ path, file, named }: FileRef, size: number = CHUNK): Generator<Buffer | Finding> {
  let handle: number | undefined;
  try {
    if (named && isSpecial(file)) {
      yield special(path);
      return;
    }
    handle = openSync(opened(file), 'r');
    const room = Buffer.allocUnsafe(size);
    for (let read = readSync(handle, room); read > 0; read = readSync(handle, room)) yield room.subarray(0, read);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield unreadable(path, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** All of a stream, or how many bytes it has where they exceed the limit. */
export async function collected(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | number> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? size : Buffer.concat(chunks);
}

/** Whether a file is neither regular nor a folder: who opens a pipe waits for a writer, who reads a device may never end. */
export function isSpecial(file: FileName): boolean {
  const stats = statSync(opened(file), { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** Whether the beginning of a file may be UTF-8, apart from a character that the end cuts. */
export function looksLikeUtf8(head: Buffer): boolean {
  let end = head.length;
  while (end > head.length - 4 && end > 0 && (head[end - 1] ?? 0) >= 0x80) end--;
  return !head.includes(0) && isUtf8(head.subarray(0, end));
}

export function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
