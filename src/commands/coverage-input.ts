/** What `coverage` counts: talks that it tags, or records that `tag` wrote, told apart by how a file begins. */
import { AmongTalks } from '../coverage/records/among-talks.ts';
import { MovedTags } from '../coverage/records/moved-tags.ts';
import { peeked } from '../coverage/records/peeked.ts';
import { type Batch, fileRecords, ourFileAt, streamRecords } from '../coverage/records/read.ts';
import { HEAD, type OurFile, ourFile } from '../coverage/records/told-apart.ts';
import { UnknownTags } from '../coverage/records/unknown-tags.ts';
import type { CountedTalk } from '../coverage/types.ts';
import type { Finding } from '../findings.ts';
import type { Found, Pipeline, PipelineOptions } from '../pipeline.ts';
import type { FileRef } from '../sources/discover.ts';
import { isFinding } from '../sources/document.ts';
import type { Wait } from '../sources/lazy.ts';
import type { FileDone } from '../sources/read.ts';
import { isFileDone, type PipelineEvent } from '../tagging.ts';
import { DuplicateIds } from './duplicate-ids.ts';

export type CountedEvent = CountedTalk | Finding | FileDone;

/** What is learnt on the way, to be told when all is read. */
export interface Heard {
  /** A sentence each. */
  readonly notes: string[];
  /** Whether there were records, which nobody tagged anew. */
  records: boolean;
}

type InputOptions = Pick<PipelineOptions, 'stdin' | 'stdinFilename' | 'read'>;

/**
 * What the pipeline's files and standard input hold, to be taken batch by batch: first the records, then the talks that are
 * tagged now. `options`: those that the pipeline was opened with.
 */
export async function* countedTalks(
  pipeline: Pipeline,
  options: InputOptions,
  heard: Heard,
): AsyncGenerator<Iterable<CountedEvent | Wait>> {
  const duplicates = new DuplicateIds();
  const watches = [new UnknownTags(pipeline.taxonomy), new MovedTags(pipeline.taxonomy)];
  yield pipeline.found.findings;
  for await (const batch of batchesOf(pipeline, options, heard)) yield talksOf(batch, duplicates, watches);
  const rest = duplicates.rest();
  if (rest !== undefined) yield [rest];
  heard.notes.push(...watches.map((watch) => watch.note()).filter((note) => note !== undefined));
}

type TagWatch = UnknownTags | MovedTags;

function* talksOf(
  batch: Batch,
  duplicates: DuplicateIds,
  watches: readonly TagWatch[],
): Generator<CountedEvent | Wait> {
  for (const event of batch) {
    if ('talk' in event) {
      const { talk, path, line } = event;
      const duplicate = duplicates.findingOn({ id: talk.id, source: { path, line } });
      if (duplicate !== undefined) yield duplicate;
      for (const watch of watches) watch.add(talk);
      yield talk;
    } else yield event;
  }
}

async function* batchesOf(pipeline: Pipeline, options: InputOptions, heard: Heard): AsyncGenerator<Batch> {
  const { files, stdin } = pipeline.found;
  const talks: FileRef[] = [];
  let talksIn: Found['stdin'];
  if (stdin) {
    const { head, stream } = await peeked(options.stdin(), HEAD);
    const name = options.stdinFilename?.replaceAll('\\', '/');
    const ours = ourFile(head, name);
    if (ours !== undefined && ours.form !== 'other') heard.records = true;
    if (ours === undefined) talksIn = stream;
    else yield* streamed(stream(), name, ours, options);
  }
  for (const file of files) {
    const ours = ourFileAt(file);
    if (ours === undefined) talks.push(file);
    else if (ours.form === 'other') yield foreign(file.path, ours.schema, file.named);
    else {
      heard.records = true;
      yield fileRecords(file, ours.form, options.read);
    }
  }
  if (talks.length > 0 || talksIn !== undefined)
    yield* tagged(pipeline, { files: talks, stdin: talksIn, findings: [] });
}

async function* streamed(
  stream: AsyncIterable<Uint8Array>,
  name: string | undefined,
  ours: OurFile,
  { read }: InputOptions,
): AsyncGenerator<Batch> {
  const path = name ?? (ours.form === 'lines' ? 'stdin.ndjson' : 'stdin.json');
  if (ours.form === 'other') yield foreign(path, ours.schema, true);
  else yield* streamRecords(stream, path, ours.form, read);
}

/** A report of another command: passed over in a folder, and a finding where the user named it. */
function* foreign(path: string, schema: string, named: boolean): Batch {
  if (named) yield { code: 'other-schema', path, schema };
  yield { kind: 'file', path, talks: 0, skipped: !named };
}

async function* tagged(pipeline: Pipeline, only: Found): AsyncGenerator<Batch> {
  const among = new AmongTalks();
  for await (const event of pipeline.tagged(only)) yield taggedEvents(event, among);
}

function* taggedEvents(event: PipelineEvent, among: AmongTalks): Batch {
  if (isFileDone(event)) {
    yield* among.rest(event.path);
    yield event;
  } else if (isFinding(event)) yield event;
  else if (among.has(event)) yield* among.told(event);
  else yield { talk: event, path: event.source.path, line: event.source.line };
}
