/** Counts the talks of a pipeline as they stream by. */
import { CoverageCounter } from '../coverage/counter.ts';
import type { CountedTalk } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import { openPipeline, type Pipeline, type PipelineOptions } from '../pipeline.ts';
import { isFinding } from '../sources/document.ts';
import type { FileDone } from '../sources/read.ts';
import { isFileDone } from '../tagging.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { Breath } from './breath.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import { countedTalks, type Heard } from './coverage-input.ts';
import { notesOnRecords } from './coverage-notes.ts';
import { FindingLog } from './finding-log.ts';
import { startProgress } from './progress.ts';
import { tellNote } from './reading.ts';
import { languageSelector } from './select.ts';

/** What all counting of a run goes by. */
export interface CountRun {
  readonly flags: CoverageFlags;
  readonly context: CommandContext;
  /** Those that its pipelines are opened with. */
  readonly options: PipelineOptions;
  readonly by: string | undefined;
  /** The notes that were told: what is true of two files is told once. */
  readonly told: Set<string>;
}

/** Told of what is counted, as it passes. */
export interface Watcher {
  talk(talk: CountedTalk): void;
  /** Of a file whose talks have passed. */
  file?(path: string): void;
}

/** Counts all talks of `pipeline` that the flags let through. What is found goes to stderr. */
export async function countTalks(
  pipeline: Pipeline,
  { flags, context, options, by, told }: CountRun,
  watchers: readonly Watcher[] = [],
): Promise<CoverageCounter> {
  const counter = new CoverageCounter({
    ...(by === undefined ? {} : { by }),
    ...(flags.and === undefined ? {} : { and: flags.and }),
    weight: flags.weight,
    includeReview: flags.includeReview === true,
    taxonomy: pipeline.taxonomy,
    years: flags.trend !== undefined,
  });
  const isSelected = languageSelector(flags.lang);
  const log = new FindingLog(context, flags.color, false);
  const heard: Heard = { notes: [], records: false };
  const progress = await startProgress(pipeline.files, flags.progress && !context.stdout.isTTY, context);
  const take = (event: CountedTalk | FileDone): void => {
    if (isFileDone(event)) {
      progress.step();
      for (const watcher of watchers) watcher.file?.(event.path);
    } else if (isSelected(event)) {
      counter.add(event);
      for (const watcher of watchers) watcher.talk(event);
    }
  };
  const breath = new Breath();
  try {
    for await (const batch of countedTalks(pipeline, options, heard))
      for (const event of batch) {
        if (breath.isDue()) await breath.taken();
        if ('load' in event) await event.load();
        else if (isFinding(event)) await log.add(event);
        else take(event);
      }
  } finally {
    progress.stop();
  }
  await log.end();
  for (const note of [...heard.notes, ...(heard.records ? notesOnRecords(flags) : [])]) {
    if (!told.has(note)) await tellNote({ note }, context);
    told.add(note);
  }
  if (log.fails(flags.failOn)) context.setExitCode(1);
  return counter;
}

interface CountedFile {
  readonly counter: CoverageCounter;
  readonly taxonomy: Taxonomy;
}

/** All talks of one file, counted apart. @throws UsageError where it holds none */
export async function countFile(file: string, run: CountRun): Promise<CountedFile> {
  const pipeline = await openPipeline([file], run.options);
  const counter = await countTalks(pipeline, run);
  if (counter.coverage().talks > 0) return { counter, taxonomy: pipeline.taxonomy };
  throw new UsageError(
    `${file} holds neither a report of coverage --format json nor talks, nor records of tag --format ndjson.`,
  );
}
