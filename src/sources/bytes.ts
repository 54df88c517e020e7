/** Bytes of open files, as a whole or in pieces. */
import { isUtf8 } from 'node:buffer';
import { fstatSync, readSync } from 'node:fs';

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

/** Whether the beginning of a file may be UTF-8, apart from a character that the end cuts. */
export function looksLikeUtf8(head: Buffer): boolean {
  let end = head.length;
  while (end > head.length - 4 && end > 0 && (head[end - 1] ?? 0) >= 0x80) end--;
  return !head.includes(0) && isUtf8(head.subarray(0, end));
}

export function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
