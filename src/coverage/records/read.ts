/** Files and streams of records to talks, in memory that one line bounds; documents are read whole. */
import type { Finding } from '../../findings.ts';
import { asBuffer, chunksOf, collected } from '../../sources/bytes.ts';
import { decode } from '../../sources/decode.ts';
import type { FileRef } from '../../sources/discover.ts';
import { isFinding, MAX_FILE_SIZE } from '../../sources/document.ts';
import { retrying } from '../../sources/lazy.ts';
import { type FileDone, type ReadOptions, readBytes } from '../../sources/read.ts';
import { isSystemError, unreadable } from '../../sources/unreadable.ts';
import { type RecordEvent, RecordReader } from './reader.ts';
import { HEAD, type OurFile, ourFile, type RecordForm } from './told-apart.ts';

/** What some bytes hold, to be taken before the next batch is asked for: an `await` for each record would add half of the time that reading it takes. */
export type Batch = Generator<RecordEvent | FileDone>;

type Limits = Pick<ReadOptions, 'maxFileSize' | 'maxLineSize'>;

/** Bytes of lines that are read at once: more would cost memory and save no time. */
const PIECE = 1 << 16;

const MAY_BE_OURS = /\.(?:ndjson|jsonl|json)$/i;

/** Which file of ours this is; undefined for files of talks and for what cannot be read, which the reader of talks reports. */
export function ourFileAt(file: FileRef): OurFile | undefined {
  if (!file.named && !MAY_BE_OURS.test(file.path)) return undefined;
  for (const head of chunksOf(file, HEAD)) return isFinding(head) ? undefined : ourFile(head, file.path);
  return undefined;
}

/** All that a file of records yields, `FileDone` last. */
export function* fileRecords(
  file: FileRef,
  form: RecordForm,
  { maxFileSize = MAX_FILE_SIZE, maxLineSize }: Limits,
): Batch {
  const reader = new RecordReader(file.path, maxLineSize);
  if (form === 'lines') yield* linesOf(file, reader);
  else yield* wholeOf(readBytes(file, maxFileSize), form, reader);
  yield* reader.end();
}

/** All that a stream of records yields under a name, `FileDone` last. */
export async function* streamRecords(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  form: RecordForm,
  { maxFileSize = MAX_FILE_SIZE, maxLineSize }: Limits,
): AsyncGenerator<Batch> {
  const reader = new RecordReader(path, maxLineSize);
  try {
    if (form === 'lines') {
      for await (const chunk of stream) yield reader.lines(asBuffer(chunk));
      yield reader.lastLine();
    } else {
      const bytes = await collected(stream, maxFileSize);
      const whole: Buffer | Finding =
        typeof bytes === 'number' ? { code: 'too-large', path, bytes, limit: maxFileSize } : bytes;
      yield wholeOf(whole, form, reader);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield reader.refused(unreadable(path, error));
  }
  yield reader.end();
}

function* linesOf(file: FileRef, reader: RecordReader): Generator<RecordEvent> {
  for (const chunk of chunksOf(file, PIECE)) {
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
