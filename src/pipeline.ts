/** From paths to tagged talks: discover, read, classify, file by file, in the order of the files whatever the number of threads. */
import { availableParallelism } from 'node:os';
import type { CheckSettings } from './check/context.ts';
import type { CheckedFile } from './check/types.ts';
import { type Classifier, type ClassifierOptions, createClassifier } from './classify/index.ts';
import { UsageError } from './findings.ts';
import { type Discovered, type DiscoverOptions, discover, type FileRef } from './sources/discover.ts';
import { fileTalks, isWait, type ReadEvent, type ReadOptions, readFileTalks, readStreamTalks } from './sources/read.ts';
import { type PipelineEvent, tagFiles, tagged } from './tagging.ts';
import { type LoadOptions, loadTaxonomy } from './taxonomy/load.ts';
import type { Taxonomy } from './taxonomy/types.ts';
import { inThreads, type ThreadSetup } from './threads.ts';

export interface PipelineOptions {
  readonly cwd: string;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly stdinFilename?: string;
  /** Path of a taxonomy file; the built-in one when absent. */
  readonly taxonomy?: string;
  /** Path of a model, or `none`; the one that ships when absent, where it fits. */
  readonly model?: string;
  /** What is left out of what the paths name. */
  readonly discover?: Pick<DiscoverOptions, 'exclude' | 'omit'>;
  readonly read: ReadOptions;
  readonly classify: ClassifierOptions;
  /** Threads at most; as many as the machine has when absent. */
  readonly threads?: number;
  /** Where given, of what the paths name only these files are read, and it may be none; they may still be on their way. */
  readonly candidates?: Promise<readonly string[] | undefined>;
}

export interface Pipeline {
  readonly taxonomy: Taxonomy;
  /** Made when it is first asked for: who reads what was tagged already needs none. */
  readonly classifier: Classifier;
  /** What the user should know before the answers; absent when there is nothing. */
  readonly note?: string;
  readonly found: Discovered;
  /** Files that will be read, standard input not among them. */
  readonly files: number;
  /** Their paths, as the user would type them. */
  readonly paths: () => readonly string[];
  /** Talks tagged, in as many threads as pay; where given, of `only` rather than of all that was found. */
  readonly tagged: (only?: Found) => AsyncIterable<PipelineEvent>;
  /** Talks as they were read, for who asks more of the classifier than tags. */
  readonly talks: () => AsyncIterable<ReadEvent>;
  /** Some of the files checked, in as many threads as pay. */
  readonly checked: (files: readonly FileRef[], settings: CheckSettings) => AsyncIterable<CheckedFile>;
}

/** What was found, standard input perhaps looked at already. */
export interface Found extends Omit<Discovered, 'stdin'> {
  readonly stdin: (() => AsyncIterable<Uint8Array>) | undefined;
}

/** Files below this number are not worth the start of a thread. */
const WORTH_THREADS = 300;

/** @throws UsageError where the paths match nothing at all, TaxonomyError where the taxonomy has mistakes */
export async function openPipeline(paths: readonly string[], options: PipelineOptions): Promise<Pipeline> {
  // Whoever finds them works while the taxonomy is opened; a mistake of theirs is told where they are awaited.
  options.candidates?.catch(() => undefined);
  const taxonomy = await loadTaxonomy(options.taxonomy, loadOptions(options));
  let made: Classifier | undefined;
  const classifier = (): Classifier => (made ??= createClassifier(taxonomy, options.classify));
  if (options.candidates !== undefined) classifier();
  const candidates = await options.candidates;
  const found = await discover(paths, {
    cwd: options.cwd,
    ...options.discover,
    ...(candidates === undefined ? {} : { candidates }),
  });
  if (found.files.length === 0 && !found.stdin && candidates === undefined)
    throw new UsageError(nothingMatched(paths, found));
  const note = await noteOn(taxonomy, options.model);
  return {
    taxonomy,
    ...(note === undefined ? {} : { note }),
    get classifier() {
      return classifier();
    },
    found,
    files: found.files.length,
    paths: () => found.files.map(({ path }) => path),
    tagged: (only = { ...found, stdin: found.stdin ? options.stdin : undefined }) => tag(only, classifier(), options),
    talks: () => read(found, options),
    checked: (files, settings) => check(files, settings, classifier(), options),
  };
}

/** A model that the user names may be older than the taxonomy. */
async function noteOn(taxonomy: Taxonomy, name: string | undefined): Promise<string | undefined> {
  if (name === undefined || taxonomy.model === undefined) return undefined;
  const { agedModel } = await import('./model/fit.ts');
  return agedModel(taxonomy.model, taxonomy, name);
}

/** How the options of a run name its taxonomy's model. */
export function loadOptions({ cwd, model }: Pick<PipelineOptions, 'cwd' | 'model'>): LoadOptions {
  return { cwd, ...(model === undefined ? {} : { model }) };
}

function nothingMatched(paths: readonly string[], { findings }: Discovered): string {
  const missing = findings.filter(({ code }) => code === 'missing-path').map(({ path }) => path);
  if (missing.length === paths.length) return `${missing.join(', ')}: no such file or folder`;
  return `${paths.join(', ')}: no file to read. Looked for .md .markdown .mdx .yaml .yml .json .ndjson .jsonl .csv .txt, less what .gitignore and .mlops-tagignore name.`;
}

async function* tag(found: Found, classifier: Classifier, options: PipelineOptions): AsyncGenerator<PipelineEvent> {
  const threads = threadsFor(found.files, options);
  if (threads > 1 && found.stdin === undefined) {
    yield* found.findings;
    yield* inThreads(found.files, threads, setupOf(options), (files) => tagFiles(files, classifier, options.read));
    return;
  }
  yield* found.findings;
  if (found.stdin !== undefined) {
    for await (const event of readStreamTalks(found.stdin(), options.stdinFilename, options.read))
      yield tagged(event, classifier);
  }
  // One generator between a file's talks and who takes them: each one more costs as much as parsing a line.
  for (const file of found.files) {
    for (const event of readFileTalks(file, options.read)) {
      if (isWait(event)) await event.load();
      else yield tagged(event, classifier);
    }
  }
}

async function* read({ findings, files, stdin }: Discovered, options: PipelineOptions): AsyncGenerator<ReadEvent> {
  yield* findings;
  if (stdin) yield* readStreamTalks(options.stdin(), options.stdinFilename, options.read);
  for (const file of files) yield* fileTalks(file, options.read);
}

async function* check(
  files: readonly FileRef[],
  settings: CheckSettings,
  classifier: Classifier,
  options: PipelineOptions,
): AsyncGenerator<CheckedFile> {
  const { FileChecker } = await import('./check/file.ts');
  const checker = new FileChecker(classifier, settings, options.read);
  const threads = threadsFor(files, options);
  if (threads > 1)
    yield* inThreads(files, threads, { ...setupOf(options), check: settings }, (piece) => checker.files(piece));
  else for (const file of files) yield await checker.file(file);
}

function threadsFor(files: readonly FileRef[], { threads = availableParallelism() }: PipelineOptions): number {
  return files.length >= WORTH_THREADS ? threads : 1;
}

/** What of the options is plain data and makes a thread answer as this one does. */
function setupOf({ taxonomy, model, cwd, read, classify }: PipelineOptions): ThreadSetup {
  return {
    ...(taxonomy === undefined ? {} : { taxonomy }),
    ...(model === undefined ? {} : { model }),
    cwd,
    read,
    classify,
  };
}
