/** Files and streams of records to talks, in memory that one line bounds; documents are read whole. */
import type { Finding } from '../../findings.ts';
import { asBuffer, chunksOf, collected } from '../../sources/bytes.ts';
import { decode } from '../../sources/decode.ts';
import type { FileRef } from '../../sources/discover.ts';
import { isFinding, MAX_FILE_SIZE } from '../../sources/document.ts';
import { retrying } from '../../sources/lazy.ts';
import { type FileDone, type ReadOptions, readBytes } from '../../sources/read.ts';
import { isSystemError, unreadable } from '../../sources/unreadable.ts';
import { type ReadRecord, type RecordEvent, RecordReader } from './reader.ts';
import { HEAD, type OurFile, ourFile, type RecordForm } from './told-apart.ts';

export type RecordsEvent = ReadRecord | Finding | FileDone;

type Limits = Pick<ReadOptions, 'maxFileSize' | 'maxLineSize'>;

const MAY_BE_OURS = /\.(?:ndjson|jsonl|json)$/i;

/** What of ours a file is, if it is; what cannot be read is left to who reads talks. */
export function ourFileAt(file: FileRef): OurFile | undefined {
  if (!file.named && !MAY_BE_OURS.test(file.path)) return undefined;
  for (const head of chunksOf(file, HEAD)) return isFinding(head) ? undefined : ourFile(head, file.path);
  return undefined;
}

/** All that a file of records yields, `FileDone` last. */
export async function* fileRecords(
  file: FileRef,
  form: RecordForm,
  { maxFileSize = MAX_FILE_SIZE, maxLineSize }: Limits,
): AsyncGenerator<RecordsEvent> {
  const reader = new RecordReader(file.path, maxLineSize);
  yield* settled(form === 'lines' ? linesOf(file, reader) : wholeOf(readBytes(file, maxFileSize), form, reader));
  yield* reader.end();
}

/** All that a stream of records yields under a name, `FileDone` last. */
export async function* streamRecords(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  form: RecordForm,
  { maxFileSize = MAX_FILE_SIZE, maxLineSize }: Limits,
): AsyncGenerator<RecordsEvent> {
  const reader = new RecordReader(path, maxLineSize);
  try {
    if (form === 'lines') {
      for await (const chunk of stream) yield* settled(reader.lines(asBuffer(chunk)));
      yield* settled(reader.lastLine());
    } else {
      const bytes = await collected(stream, maxFileSize);
      const whole = typeof bytes === 'number' ? tooLarge(path, bytes, maxFileSize) : bytes;
      yield* settled(wholeOf(whole, form, reader));
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield unreadable(path, error);
  }
  yield* reader.end();
}

function tooLarge(path: string, bytes: number, limit: number): Finding {
  return { code: 'too-large', path, bytes, limit };
}

function* linesOf(file: FileRef, reader: RecordReader): Generator<RecordEvent> {
  for (const chunk of chunksOf(file)) {
    if (isFinding(chunk)) yield* reader.refused(chunk);
    else yield* reader.lines(chunk);
  }
  yield* reader.lastLine();
}

function* wholeOf(bytes: Buffer | Finding, form: RecordForm, reader: RecordReader): Generator<RecordEvent> {
  const text = isFinding(bytes) ? bytes : yield* retrying(() => decode(bytes, reader.path));
  if (typeof text !== 'string') yield* reader.refused(text);
  else if (form === 'document') yield* reader.document(text);
  else {
    yield* reader.lines(Buffer.from(text));
    yield* reader.lastLine();
  }
}

async function* settled(events: Iterable<RecordEvent>): AsyncGenerator<ReadRecord | Finding> {
  for (const event of events) {
    if ('load' in event) await event.load();
    else yield event;
  }
}
