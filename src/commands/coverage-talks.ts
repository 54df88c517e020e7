/** What `coverage` counts by its paths: a collection of talks, with all that a report of it may need. */
import { byOccasion, withoutTexts } from '../coverage/listed-talks.ts';
import type { CountedTalk, Coverage, Patch, Trend } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import { openPipeline } from '../pipeline.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { type CountRun, countTalks, type Watcher } from './coverage-count.ts';
import { PatchRun } from './coverage-patch.ts';
import { tellNote } from './reading.ts';

export interface Counted {
  readonly coverage: Coverage;
  /** Where a file is counted because it is compared, and no talks are named beside it. */
  readonly countedFile?: string;
  readonly lang?: string;
  readonly trend?: Trend;
  readonly patch?: Patch;
  /** By event, year, title and id; absent where no format lists them. */
  readonly talks?: readonly CountedTalk[];
}

/** What is to be counted, opened and not yet read. */
export interface Collection {
  readonly taxonomy: Taxonomy;
  /** The files that are read, as the user would type them. */
  readonly inputs: readonly string[];
  /** `watchers` see the talks pass. */
  count(watchers?: readonly Watcher[]): Promise<Counted>;
}

/** `lists`: whether the talks themselves are asked for. @throws UsageError where the paths match nothing */
export async function openTalks(paths: readonly string[], lists: boolean, run: CountRun): Promise<Collection> {
  const { flags, context, options } = run;
  const pipeline = await openPipeline(paths, options);
  await tellNote(pipeline, context);
  const named = { paths, found: pipeline.found };
  const changed = flags.patch === undefined ? undefined : await PatchRun.open(flags.patch, named, options, context);
  return {
    taxonomy: pipeline.taxonomy,
    inputs: pipeline.paths(),
    async count(others = []) {
      const talks: CountedTalk[] = [];
      const lister: Watcher = { talk: (talk) => void talks.push(withoutTexts(talk)) };
      const watchers = [...others, ...(lists ? [lister] : []), ...(changed === undefined ? [] : [changed])];
      const counter = await countTalks(pipeline, run, watchers);
      const mistake = counter.unknownKey();
      if (mistake !== undefined) throw new UsageError(mistake);
      const coverage = counter.coverage();
      const lang = counter.lang();
      const patch = await changed?.patch(coverage, {
        taxonomy: pipeline.taxonomy,
        classifier: pipeline.classifier,
        options,
        flags,
        context,
      });
      return {
        coverage,
        ...(lang === undefined ? {} : { lang }),
        ...(flags.trend === undefined ? {} : { trend: counter.trend() }),
        ...(patch === undefined ? {} : { patch }),
        ...(lists ? { talks: talks.sort(byOccasion) } : {}),
      };
    },
  };
}
