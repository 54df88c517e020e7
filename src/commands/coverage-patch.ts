/** `--patch REF`: the talks of the files that changed, as they were where HEAD left a commit and as they are. */
import { resolve } from 'node:path';
import type { Classifier } from '../classify/index.ts';
import { patchOf } from '../coverage/patch.ts';
import { streamRecords } from '../coverage/records/read.ts';
import { HEAD, ourFile } from '../coverage/records/told-apart.ts';
import type { CountedTalk, Coverage, Patch } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import type { PipelineOptions } from '../pipeline.ts';
import { beyondNotes } from '../scope/beyond.ts';
import { changesSince, type GitChanges } from '../scope/git.ts';
import { type Discovered, discover, type FileRef } from '../sources/discover.ts';
import { isFinding } from '../sources/document.ts';
import { bytesTalks } from '../sources/read.ts';
import { isFileDone, tagged } from '../tagging.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { Breath } from './breath.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import { goneFiles } from './coverage-gone.ts';
import type { CountedEvent } from './coverage-input.ts';
import { tellNote } from './reading.ts';
import { languageSelector } from './select.ts';

/** Gathers the talks of changed files while a run counts all talks. */
export class PatchRun {
  readonly #ref: string;
  readonly #changes: GitChanges;
  /** By the names that git has for them. */
  readonly #files: ReadonlyMap<string, FileRef>;
  readonly #shown: ReadonlySet<string>;
  readonly #after: CountedTalk[] = [];
  #ofFile: CountedTalk[] = [];

  private constructor(ref: string, changes: GitChanges, files: ReadonlyMap<string, FileRef>) {
    this.#ref = ref;
    this.#changes = changes;
    this.#files = files;
    this.#shown = new Set([...files.values()].map(({ path }) => path));
  }

  /** Of the files that changed since `ref` those that the paths name, or named. @throws UsageError where git cannot say */
  static async open(
    ref: string,
    { paths, found: all }: { readonly paths: readonly string[]; readonly found: Discovered },
    { discover: leftOut }: PipelineOptions,
    context: CommandContext,
  ): Promise<PatchRun> {
    const { cwd } = context;
    if (all.stdin)
      throw new UsageError(
        '--patch needs files that git keeps, and standard input is none; name the files instead of -.',
      );
    const changes = await changesSince(ref, context);
    const found = await discover(paths, { cwd, ...leftOut, candidates: changes.files });
    const there = new Map(found.files.map((file) => [resolve(cwd, file.path), file]));
    const standing = changes.files.flatMap((name) => {
      const file = there.get(resolve(cwd, name));
      return file === undefined ? [] : [[name, file] as const];
    });
    const known = new Set(standing.map(([name]) => name));
    const missing = changes.files.filter((name) => !known.has(name));
    const gone = await goneFiles(missing, paths, { cwd, ...leftOut });
    const run = new PatchRun(ref, changes, new Map([...standing, ...gone]));
    const others = all.files.filter(({ path }) => !run.#shown.has(path)).map(({ path }) => resolve(cwd, path));
    for (const note of [...changes.notes, ...beyondNotes(others, changes.root)]) await tellNote({ note }, context);
    return run;
  }

  /** To be told of every talk that is counted … */
  talk(talk: CountedTalk): void {
    this.#ofFile.push(talk);
  }

  /** … and when a file is done: records say where their talks were tagged, not in which file they stand. */
  file(path: string): void {
    if (this.#shown.has(path)) this.#after.push(...this.#ofFile);
    this.#ofFile = [];
  }

  /** What the changes do to `coverage`, the counts of all talks as they are now. */
  async patch(coverage: Coverage, run: TaggingRun): Promise<Patch> {
    return patchOf(this.#ref, { before: await this.#before(run), after: this.#after }, coverage, run.taxonomy);
  }

  async #before(run: TaggingRun): Promise<readonly CountedTalk[]> {
    const isSelected = languageSelector(run.flags.lang);
    const contents = await this.#changes.before([...this.#files.keys()]);
    const breath = new Breath();
    const talks: CountedTalk[] = [];
    let unread = 0;
    for (const [name, bytes] of contents) {
      const file = this.#files.get(name);
      if (file === undefined) continue;
      for await (const event of countedIn(file, bytes, run)) {
        if (breath.isDue()) await breath.taken();
        if (isFinding(event)) unread++;
        else if (!isFileDone(event) && isSelected(event)) talks.push(event);
      }
    }
    if (unread > 0) await tellNote({ note: unreadNote(unread, this.#ref) }, run.context);
    return talks;
  }
}

/** How talks are tagged that stand in no file any more. */
interface TaggingRun {
  readonly taxonomy: Taxonomy;
  readonly classifier: Classifier;
  readonly options: PipelineOptions;
  readonly flags: CoverageFlags;
  readonly context: CommandContext;
}

/** What `countedTalks` would yield of a file with these bytes. */
async function* countedIn(
  file: FileRef,
  bytes: Buffer,
  { classifier, options }: TaggingRun,
): AsyncGenerator<CountedEvent> {
  const ours = ourFile(bytes.subarray(0, HEAD), file.path);
  if (ours === undefined) {
    for await (const event of bytesTalks(file, bytes, options.read)) yield tagged(event, classifier);
  } else if (ours.form !== 'other') {
    for await (const batch of streamRecords(once(bytes), file.path, ours.form, options.read))
      for (const event of batch) {
        if ('load' in event) await event.load();
        else yield 'talk' in event ? event.talk : event;
      }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function unreadNote(findings: number, ref: string): string {
  const what = findings === 1 ? 'one finding' : `${findings} findings`;
  return `${what} in files as they were before --patch ${ref}; talks that could not be read then count as added`;
}
