/** Reads text files that the user names, such as models and earlier reports, of a size that is limited. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { messageOf, UsageError } from './findings.ts';
import { decode } from './sources/decode.ts';
import { withLibraries } from './sources/lazy.ts';

/** Bytes of such a file at most. */
export const MAX_TEXT = 50_000_000;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * The text of the file at `path`, which `what` calls it by in messages; pipes and devices are read up to the limit and no further.
 *
 * @throws UsageError where it cannot be read or is larger than `limit` bytes
 */
export async function readText(path: string, cwd: string, what: string, limit = MAX_TEXT): Promise<string> {
  return (await readBytes(path, cwd, what, limit)).toString('utf8');
}

/**
 * The same in any encoding that talks are read in, without a byte order mark.
 *
 * @throws UsageError where it is no text, too
 */
export async function readAnyText(path: string, cwd: string, what: string): Promise<string> {
  const bytes = await readBytes(path, cwd, what, MAX_TEXT);
  const text = await withLibraries(() => decode(bytes, path));
  if (typeof text !== 'string') throw new UsageError(`${what} ${path} ${messageOf(text)}.`);
  return text;
}

async function readBytes(path: string, cwd: string, what: string, limit: number): Promise<Buffer> {
  if (path.trim() === '') throw new UsageError(`${what} names no file.`);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream: AsyncIterable<Buffer> = createReadStream(resolve(cwd, path), { end: limit });
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
    }
  } catch (error) {
    throw new UsageError(`${what} ${path} cannot be read: ${reasonOf(error)}.`);
  }
  if (size > limit) throw new UsageError(`${what} ${path} is too large: more than ${limit} bytes.`);
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'unknown reason' : code);
}
