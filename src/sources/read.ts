/** Files and streams to talks: what touches the file system. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Finding } from '../findings.ts';
import type { Talk } from '../talk.ts';
import { asBuffer, CHUNK, collected, isSpecial, looksLikeUtf8, readWhole } from './bytes.ts';
import { decode, refusedEncoding, refusedLines } from './decode.ts';
import type { FileRef } from './discover.ts';
import { isFinding, MAX_LINE_SIZE } from './document.ts';
import { opened } from './file-names.ts';
import { type FileDone, type FileEvent, FileReader, type ReadOptions } from './file-reader.ts';
import { type Format, formatOfNamed } from './formats/index.ts';
import { retrying, type Wait } from './lazy.ts';
import { type StdinName, stdinNameOf } from './stdin-name.ts';
import { isSystemError, special, unreadable } from './unreadable.ts';

export type { FileDone, ReadOptions } from './file-reader.ts';

export type ReadEvent = Talk | Finding | FileDone;

/** All that a file yields, `FileDone` last. Where it yields a `Wait`, the caller awaits its `load()` and goes on. */
export function* readFileTalks(file: FileRef, options: ReadOptions = {}): Generator<ReadEvent | Wait> {
  const reader = new FileReader(file.path, file.named, options);
  const format = formatOfNamed(file.path);
  if (format === undefined) yield { code: 'unknown-format', path: file.path };
  else yield* contentOf(file, format, reader);
  yield* reader.end();
}

/** The same, with what a `Wait` asks for done. */
export async function* fileTalks(file: FileRef, options: ReadOptions = {}): AsyncGenerator<ReadEvent> {
  yield* settled(readFileTalks(file, options));
}

/** The bytes of a file, or why they cannot be had; `limit`: how many at most. */
export function readBytes(file: FileRef, limit: number): Buffer | Finding {
  const { path } = file;
  let handle: number | undefined;
  try {
    if (file.named && isSpecial(file.file)) return special(path);
    handle = openSync(opened(file.file), 'r');
    const bytes = readWhole(handle, limit);
    return typeof bytes === 'number' ? { code: 'too-large', path, bytes, limit } : bytes;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unreadable(path, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** All that these bytes yield as the content of `file`, `FileDone` last: as `fileTalks`, for who has them already. */
export async function* bytesTalks(
  file: FileRef,
  bytes: Uint8Array,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent> {
  const reader = new FileReader(file.path, file.named, options);
  const format = formatOfNamed(file.path);
  if (format === undefined) yield { code: 'unknown-format', path: file.path };
  else if (format.streams) yield* settled(linesIn(asBuffer(bytes), file.path, reader));
  else yield* settled(reader.whole(bytes, format));
  yield* reader.end();
}

/** All that standard input yields, read as a file called `filename` would be, or as what it looks like. */
export async function* readStreamTalks(
  stream: AsyncIterable<Uint8Array>,
  filename: string | undefined,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent> {
  if (filename !== undefined) {
    yield* readNamed(stream, filename.replaceAll('\\', '/'), options);
    return;
  }
  const chunks = stream[Symbol.asyncIterator]();
  try {
    const { name, head, failure } = await sniffed(chunks);
    yield* readNamed(followed(head, chunks, failure), name, options);
  } finally {
    await chunks.return?.();
  }
}

interface Sniffed {
  readonly name: StdinName;
  /** The chunks that were read to tell it. */
  readonly head: readonly Uint8Array[];
  /** What the system said instead of giving a chunk. */
  readonly failure?: unknown;
}

/** The name that fits what comes first. */
async function sniffed(chunks: AsyncIterator<Uint8Array>): Promise<Sniffed> {
  const head: Uint8Array[] = [];
  let size = 0;
  // Looked at anew only when it has doubled, so that a long first line costs no more than its length.
  let nextLook = 0;
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await chunks.next();
    } catch (failure) {
      return { name: 'stdin.md', head, failure };
    }
    const { done, value } = next;
    const ended = done === true || size > MAX_LINE_SIZE;
    if (done !== true) {
      head.push(value);
      size += value.length;
    }
    if (size < nextLook && !ended) continue;
    nextLook = size * 2;
    const name = stdinNameOf(Buffer.concat(head).toString('latin1'), ended);
    if (name !== undefined) return { name, head };
  }
}

async function* followed(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  failure: unknown,
): AsyncGenerator<Uint8Array> {
  yield* head;
  if (failure !== undefined) throw failure;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* readNamed(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  options: ReadOptions,
): AsyncGenerator<ReadEvent> {
  const reader = new FileReader(path, true, options);
  const format = formatOfNamed(path);
  try {
    if (format === undefined) yield { code: 'unknown-format', path };
    else yield* streamContent(stream, format, reader);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield unreadable(path, error);
  }
  yield* reader.end();
}

async function* streamContent(
  stream: AsyncIterable<Uint8Array>,
  format: Format,
  reader: FileReader,
): AsyncGenerator<ReadEvent> {
  if (format.streams) {
    yield* streamedLines(stream, reader);
  } else {
    const bytes = await collected(stream, reader.maxFileSize);
    if (typeof bytes === 'number') yield reader.tooLarge(bytes);
    else yield* settled(reader.whole(bytes, format));
  }
}

async function* streamedLines(stream: AsyncIterable<Uint8Array>, reader: FileReader): AsyncGenerator<ReadEvent> {
  let first = true;
  for await (const chunk of stream) {
    const refused = first ? refusedLines(asBuffer(chunk), reader.path) : undefined;
    if (refused !== undefined) {
      yield reader.refused(refused);
      return;
    }
    first = false;
    yield* settled(reader.lines(asBuffer(chunk)));
  }
  yield* settled(reader.lastLine());
}

async function* settled(events: Iterable<ReadEvent | Wait>): AsyncGenerator<ReadEvent> {
  for (const event of events) {
    if (isWait(event)) await event.load();
    else yield event;
  }
}

export function isWait(event: ReadEvent | Wait): event is Wait {
  return 'kind' in event && event.kind === 'wait';
}

function* contentOf(file: FileRef, format: Format, reader: FileReader): Generator<FileEvent> {
  if (!format.streams) {
    const bytes = readBytes(file, reader.maxFileSize);
    if (isFinding(bytes)) yield reader.refused(bytes);
    else yield* reader.whole(bytes, format);
    return;
  }
  let handle: number | undefined;
  try {
    if (file.named && isSpecial(file.file)) {
      yield special(file.path);
      return;
    }
    handle = openSync(opened(file.file), 'r');
    yield* lines(handle, file.path, reader);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield unreadable(file.path, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Lines as they are read; a file in another encoding than UTF-8 is decoded as a whole. */
function* lines(handle: number, path: string, reader: FileReader): Generator<FileEvent> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let read = readSync(handle, chunk, 0, CHUNK, null);
  const head = chunk.subarray(0, read);
  if (isReadByLine(head) || fstatSync(handle).size > reader.maxFileSize) {
    const refused = refusedLines(head, path);
    if (refused !== undefined) {
      yield reader.refused(refused);
      return;
    }
    for (; read > 0; read = readSync(handle, chunk, 0, CHUNK, null)) yield* reader.lines(chunk.subarray(0, read));
    yield* reader.lastLine();
    return;
  }
  const rest = readWhole(handle, reader.maxFileSize);
  if (typeof rest === 'number') yield reader.tooLarge(rest);
  else yield* linesIn(Buffer.concat([head, rest]), path, reader);
}

function isReadByLine(head: Buffer): boolean {
  return looksLikeUtf8(head) || refusedEncoding(head) !== undefined;
}

/** The lines of a whole file, whatever its encoding. */
function* linesIn(whole: Buffer, path: string, reader: FileReader): Generator<FileEvent> {
  const head = whole.subarray(0, CHUNK);
  const text = isReadByLine(head) ? undefined : yield* retrying(() => decode(whole, path));
  const refused = typeof text === 'string' ? undefined : refusedLines(head, path);
  if (refused !== undefined) {
    yield reader.refused(refused);
    return;
  }
  // Broken lines among good ones are told line by line.
  yield* reader.lines(typeof text === 'string' ? Buffer.from(text) : whole);
  yield* reader.lastLine();
}
