/** A file or a stream to talks: the one place where bytes, formats and fields meet. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Finding } from '../findings.ts';
import type { Talk } from '../talk.ts';
import { AliasTable, type ExtraAliases, STANDARD_ALIASES } from './aliases.ts';
import { decode } from './decode.ts';
import type { FileRef } from './discover.ts';
import { isFinding, MAX_FILE_SIZE, MAX_LINE_SIZE, type Split } from './document.ts';
import type { Entry } from './entry.ts';
import { type FieldContext, toTalk } from './fields.ts';
import { type Format, formatOfNamed } from './formats/index.ts';
import { parseLine } from './formats/ndjson.ts';
import { FileIds } from './ids.ts';
import { retrying, type Wait, waitFor } from './lazy.ts';
import { type Line, LineSplitter } from './line-splitter.ts';
import { unreadable } from './unreadable.ts';

export interface ReadOptions {
  /** How files with several talks are cut; `auto` when absent. */
  readonly split?: Split;
  /** Bytes of one file at most, NDJSON excepted. */
  readonly maxFileSize?: number;
  /** Bytes of one line of NDJSON at most. */
  readonly maxLineSize?: number;
  /** The key under which sources declare tags, or keys joined by dots; `mlops` when absent. */
  readonly declaredKey?: string;
  /** Names of fields beside the built-in ones. */
  readonly aliases?: ExtraAliases;
}

/** Says that a file is done. */
export interface FileDone {
  readonly kind: 'file';
  readonly path: string;
  readonly talks: number;
  /** Whether it is a structured file of a folder in which nothing is a talk. */
  readonly skipped: boolean;
}

export type ReadEvent = Talk | Finding | FileDone;

/** Room for one read of a stream of lines. */
const CHUNK = 1 << 20;

/** All that a file yields, `FileDone` last. Where it yields a `Wait`, the caller awaits its `load()` and goes on. */
export function* readFileTalks(file: FileRef, options: ReadOptions = {}): Generator<ReadEvent | Wait> {
  const reader = new Reader(file.path, file.named, options);
  const format = formatOfNamed(file.path);
  if (format === undefined) {
    yield { code: 'unknown-format', path: file.path };
  } else {
    let handle: number | undefined;
    try {
      handle = openSync(file.file, 'r');
      yield* format.streams ? reader.lines(handle) : reader.whole(handle, format);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      yield unreadable(file.path, error);
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  }
  yield reader.done();
}

/** The same, with what a `Wait` asks for done. */
export async function* fileTalks(file: FileRef, options: ReadOptions = {}): AsyncGenerator<ReadEvent> {
  yield* settled(readFileTalks(file, options));
}

/** All that standard input yields, read as a file called `filename` would be. */
export async function* readStreamTalks(
  stream: AsyncIterable<Uint8Array>,
  filename: string,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent> {
  const path = filename.replaceAll('\\', '/');
  const reader = new Reader(path, true, options);
  const format = formatOfNamed(path);
  if (format === undefined) yield { code: 'unknown-format', path };
  else if (format.streams) yield* reader.lineStream(stream);
  else yield* reader.wholeStream(stream, format);
  yield reader.done();
}

async function* settled(events: Iterable<ReadEvent | Wait>): AsyncGenerator<ReadEvent> {
  for (const event of events) {
    if ('kind' in event && event.kind === 'wait') await event.load();
    else yield event;
  }
}

class Reader {
  readonly #path: string;
  readonly #named: boolean;
  readonly #split: Split;
  readonly #maxFileSize: number;
  readonly #maxLineSize: number;
  readonly #fields: Omit<FieldContext, 'ids'>;
  #talks = 0;
  #findings = 0;
  #skipped = false;
  #blank = true;

  constructor(path: string, named: boolean, options: ReadOptions) {
    this.#path = path;
    this.#named = named;
    this.#split = options.split ?? 'auto';
    this.#maxFileSize = options.maxFileSize ?? MAX_FILE_SIZE;
    this.#maxLineSize = options.maxLineSize ?? MAX_LINE_SIZE;
    this.#fields = { path, aliases: tableOf(options.aliases), declaredKey: options.declaredKey ?? 'mlops' };
  }

  done(): FileDone {
    return { kind: 'file', path: this.#path, talks: this.#talks, skipped: this.#skipped };
  }

  *whole(handle: number, format: Format): Generator<ReadEvent | Wait> {
    const bytes = readWhole(handle, this.#maxFileSize);
    if (typeof bytes === 'number') yield this.#tooLarge(bytes);
    else yield* this.#bytes(bytes, format);
  }

  async *wholeStream(stream: AsyncIterable<Uint8Array>, format: Format): AsyncGenerator<ReadEvent> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream) {
      size += chunk.length;
      if (size <= this.#maxFileSize) chunks.push(chunk);
    }
    if (size > this.#maxFileSize) yield this.#tooLarge(size);
    else yield* settled(this.#bytes(Buffer.concat(chunks), format));
  }

  /** Lines as they are read; a file in another encoding than UTF-8 is decoded as a whole. */
  *lines(handle: number): Generator<ReadEvent | Wait> {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const first = readSync(handle, chunk, 0, CHUNK, null);
    if (!looksLikeUtf8(chunk.subarray(0, first)) && fstatSync(handle).size <= this.#maxFileSize) {
      const rest = readWhole(handle, this.#maxFileSize);
      const bytes = typeof rest === 'number' ? undefined : Buffer.concat([chunk.subarray(0, first), rest]);
      const text = bytes === undefined ? undefined : yield* retrying(() => decode(bytes, this.#path));
      if (typeof text === 'string') {
        yield* this.#lineEvents(new LineSplitter(this.#maxLineSize), [Buffer.from(text)]);
        return;
      }
    }
    yield* this.#lineEvents(new LineSplitter(this.#maxLineSize), chunksOf(handle, chunk, first));
  }

  async *lineStream(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ReadEvent> {
    const splitter = new LineSplitter(this.#maxLineSize);
    const ids = new FileIds(this.#path);
    for await (const chunk of stream) yield* settled(this.#linesOf(splitter.push(asBuffer(chunk)), ids));
    yield* settled(this.#linesOf(splitter.end(), ids));
    yield* this.#summed(!this.#blank);
  }

  *#lineEvents(splitter: LineSplitter, chunks: Iterable<Buffer>): Generator<ReadEvent | Wait> {
    const ids = new FileIds(this.#path);
    for (const chunk of chunks) yield* this.#linesOf(splitter.push(chunk), ids);
    yield* this.#linesOf(splitter.end(), ids);
    yield* this.#summed(!this.#blank);
  }

  *#linesOf(lines: readonly Line[], ids: FileIds): Generator<ReadEvent | Wait> {
    for (const { number, text, problem } of lines) {
      if (problem === 'too-long')
        yield this.#found({ code: 'line-too-long', path: this.#path, line: number, limit: this.#maxLineSize });
      else if (problem === 'undecodable')
        yield this.#found({ code: 'undecodable', path: this.#path, line: number, reason: 'broken UTF-8' });
      if (text === undefined || text === '') continue;
      this.#blank &&= !/\S/.test(text);
      yield* this.#events(ids, () => parseLine(text, number, this.#path, this.#fields.aliases));
    }
  }

  *#bytes(bytes: Buffer, format: Format): Generator<ReadEvent | Wait> {
    const text = yield* retrying(() => decode(bytes, this.#path));
    if (typeof text !== 'string') {
      yield this.#found(text);
      return;
    }
    const empty = !/\S/.test(text);
    if (!empty) {
      const document = { path: this.#path, text, named: this.#named };
      const { aliases } = this.#fields;
      yield* this.#events(new FileIds(this.#path), () => format.parser()(document, { split: this.#split, aliases }));
    }
    yield* this.#summed(format.structured && !empty);
  }

  /**
   * The talks and findings of what `parse` gives, one by one. Where a library is missing all is parsed again, up to
   * where it came to: the same text gives the same entries.
   */
  *#events(ids: FileIds, parse: () => Iterable<Entry | Finding>): Generator<Talk | Finding | Wait> {
    const context: FieldContext = { ...this.#fields, ids };
    let given = 0;
    let entries: Iterator<Entry | Finding> | undefined;
    for (;;) {
      const step = given;
      let next: ReturnType<typeof eventOf>;
      try {
        entries ??= skipped(parse(), step);
        next = eventOf(entries.next(), context);
      } catch (error) {
        entries = undefined;
        yield waitFor(error);
        continue;
      }
      if (next === 'end') return;
      given++;
      if (next === undefined) continue;
      if (isFinding(next)) this.#findings++;
      else this.#talks++;
      yield next;
    }
  }

  /** A file without a talk, of a folder, may be anything; one that the user named was meant. */
  *#summed(structured: boolean): Generator<Finding> {
    if (this.#talks > 0 || this.#findings > 0) return;
    if (this.#named && structured) yield this.#found({ code: 'no-talk', path: this.#path });
    this.#skipped = !this.#named && structured;
  }

  #found(finding: Finding): Finding {
    this.#findings++;
    return finding;
  }

  #tooLarge(bytes: number): Finding {
    return this.#found({ code: 'too-large', path: this.#path, bytes, limit: this.#maxFileSize });
  }
}

/** The entries behind the first `number`. */
function skipped(entries: Iterable<Entry | Finding>, number: number): Iterator<Entry | Finding> {
  const rest = entries[Symbol.iterator]();
  for (let left = number; left > 0; left--) rest.next();
  return rest;
}

/** What an entry comes to: a talk, a finding, nothing (no title), or the end. */
function eventOf(step: IteratorResult<Entry | Finding>, context: FieldContext): Talk | Finding | 'end' | undefined {
  if (step.done === true) return 'end';
  return isFinding(step.value) ? step.value : toTalk(step.value, context);
}

/** Tables by the config's aliases, which are the same object for every file of a run. */
const TABLES = new WeakMap<ExtraAliases, AliasTable>();

function tableOf(aliases: ExtraAliases | undefined): AliasTable {
  if (aliases === undefined) return STANDARD_ALIASES;
  const table = TABLES.get(aliases) ?? new AliasTable(aliases);
  TABLES.set(aliases, table);
  return table;
}

/** The bytes of an open file from where it stands, or their number where they exceed the limit. */
function readWhole(handle: number, limit: number): Buffer | number {
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

function* chunksOf(handle: number, chunk: Buffer, first: number): Iterable<Buffer> {
  for (let read = first; read > 0; read = readSync(handle, chunk, 0, chunk.length, null)) yield chunk.subarray(0, read);
}

/** Whether the beginning of a file may be UTF-8, apart from a character that the end cuts. */
function looksLikeUtf8(head: Buffer): boolean {
  let end = head.length;
  while (end > head.length - 4 && end > 0 && (head[end - 1] ?? 0) >= 0x80) end--;
  return !head.includes(0) && isUtf8(head.subarray(0, end));
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
