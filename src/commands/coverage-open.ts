/** What `coverage` reads, opened: talks to count, two files to compare, or both. */
import type { ReadingConfig } from '../config/types.ts';
import type { Comparison, Coverage } from '../coverage/types.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import { comparedFiles, filesCompared, kindCompared } from './coverage-compare.ts';
import { groupsCompared, refuseThird } from './coverage-compare-groups.ts';
import type { CountRun } from './coverage-count.ts';
import { openFiles } from './coverage-files.ts';
import { OtherKeys } from './coverage-other-keys.ts';
import { type ComparedKind, type ComparedNames, type CoveragePlan, hasPage, keyOf } from './coverage-plan.ts';
import { type Collection, type Counted, openTalks } from './coverage-talks.ts';
import { pathsOr, pipelineOptions } from './reading.ts';

export interface Opened extends Omit<Collection, 'count'> {
  count(): Promise<Counted>;
  /** The comparison that was asked for, of files or of groups of what was counted. @throws UsageError for a group that there is not */
  compare(coverage: Coverage): Comparison | undefined;
}

/** @throws UsageError where names or paths lead to nothing, or to what cannot be compared */
export async function openCollection(
  plan: CoveragePlan,
  config: ReadingConfig,
  flags: CoverageFlags,
  context: CommandContext,
): Promise<Opened> {
  const { paths, compared } = plan;
  await refuseThird(plan.behind, context);
  const talks = { named: paths.length > 0, inConfig: config.file !== undefined };
  const kind = compared === undefined ? undefined : await kindCompared(compared, flags.by, talks, context);
  const opening: Opening = { plan, config, run: runOf(kind, config, flags, context) };
  if (compared === undefined) return { ...(await talksNamed(opening)), compare: () => undefined };
  return kind === 'files' ? openFilesCompared(compared, opening) : openGroupsCompared(compared, opening);
}

interface Opening {
  readonly plan: CoveragePlan;
  readonly config: ReadingConfig;
  readonly run: CountRun;
}

function runOf(
  compared: ComparedKind | undefined,
  config: ReadingConfig,
  flags: CoverageFlags,
  context: CommandContext,
): CountRun {
  const { threads } = flags;
  return {
    flags,
    context,
    options: { ...pipelineOptions(flags, config, context), ...(threads === undefined ? {} : { threads }) },
    by: keyOf(flags, compared),
    told: new Set(),
  };
}

/** The talks that the paths name, or those that the config includes. */
function talksNamed({ plan, config, run }: Opening): Promise<Collection> {
  return openTalks(pathsOr(plan.paths, config), hasPage(plan), run);
}

/** Where no talks are named beside the files, what is reported is the later file's counts. */
async function openFilesCompared(names: ComparedNames, opening: Opening): Promise<Opened> {
  const { plan, run } = opening;
  const files = await comparedFiles(names, run);
  const collection = plan.paths.length === 0 ? await openFiles(files, run) : await talksNamed(opening);
  return { ...collection, inputs: [...collection.inputs, ...names], compare: () => filesCompared(files) };
}

async function openGroupsCompared(names: ComparedNames, opening: Opening): Promise<Opened> {
  const talks = await talksNamed(opening);
  const otherKeys = new OtherKeys(names);
  return {
    ...talks,
    count: () => talks.count([otherKeys]),
    compare: (coverage) => groupsCompared(names, coverage, otherKeys.key()),
  };
}
