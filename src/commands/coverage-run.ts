/** Runs `coverage`: talks or records are counted as they stream by, and the counts reported. */
import { loadReadingConfig } from '../config/load.ts';
import type { ReadingConfig } from '../config/types.ts';
import { gapsOf } from '../coverage/gaps.ts';
import type { Target } from '../coverage/targets.ts';
import type { Comparison, Coverage, CoverageReport } from '../coverage/types.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import { type ComparedFiles, comparedFiles, filesCompared, namesFiles } from './coverage-compare.ts';
import { groupsComparedOr, refuseThird } from './coverage-compare-groups.ts';
import { refuseUnknown } from './coverage-concepts.ts';
import type { CountRun } from './coverage-count.ts';
import { openFiles } from './coverage-files.ts';
import { notesOn, tellNext } from './coverage-notes.ts';
import { OtherKeys } from './coverage-other-keys.ts';
import { pageAssets } from './coverage-page.ts';
import { type CoveragePlan, keyOf, planOf } from './coverage-plan.ts';
import { CoverageReports } from './coverage-reports.ts';
import { type Collection, type Counted, openTalks } from './coverage-talks.ts';
import { targetsHeld, targetsOf, tellMissed } from './coverage-targets.ts';
import { openUpdate } from './coverage-update.ts';
import { refuseOverwriting } from './outputs.ts';
import { inputsOf, pathsOr, pipelineOptions, showsConfig, tellNote } from './reading.ts';

export async function runCoverage(
  paths: readonly string[],
  flags: CoverageFlags,
  context: CommandContext,
): Promise<void> {
  const plan = planOf(paths, flags);
  if (await showsConfig(flags, context)) return;
  const config = await loadReadingConfig(flags, context);
  const targets = await targetsOf(flags, context);
  const opened = await openCollection(plan, config, flags, context);
  refuseUnknown(targets, { ...opened, readsStdin: plan.paths.includes('-') }, context);
  const reports = await openReports(plan, [...opened.inputs, ...inputsOf(config), flags.expect], flags, context);
  try {
    const counted = await opened.count();
    for (const note of notesOn(counted.coverage, flags)) await tellNote({ note }, context);
    const report = await reportOf(counted, opened, { plan, targets, flags });
    await reports.write(report, opened.taxonomy);
    await tellMissed(report.targets, flags, context);
    await tellNext(plan, flags, counted.coverage, context);
  } catch (error) {
    await reports.abandon();
    throw error;
  }
}

interface Opened extends Collection {
  readonly compare: (coverage: Coverage) => Comparison | undefined;
}

/** The talks that the paths name; without any, the two files that are compared. */
async function openCollection(
  plan: CoveragePlan,
  config: ReadingConfig,
  flags: CoverageFlags,
  context: CommandContext,
): Promise<Opened> {
  const { paths, compared } = plan;
  await refuseThird(plan.behind, context);
  const talks = { named: paths.length > 0, inConfig: config.file !== undefined };
  const isOfFiles = compared !== undefined && (await namesFiles(compared, flags.by, talks, context));
  const run: CountRun = {
    flags,
    context,
    options: {
      ...pipelineOptions(flags, config, context),
      ...(flags.threads === undefined ? {} : { threads: flags.threads }),
    },
    by: keyOf(flags, compared !== undefined, isOfFiles),
    told: new Set(),
  };
  const files = isOfFiles ? await comparedFiles(compared, run) : undefined;
  const lists = plan.requests.some(({ format }) => format === 'html');
  const collection =
    files !== undefined && paths.length === 0
      ? await openFiles(files, run)
      : await openTalks(pathsOr(paths, config), lists, run);
  const otherKeys = compared === undefined || isOfFiles ? undefined : new OtherKeys(compared);
  return {
    ...collection,
    inputs: [...collection.inputs, ...(isOfFiles ? compared : [])],
    count: () => collection.count(otherKeys === undefined ? [] : [otherKeys]),
    compare: comparerOf(compared, files, otherKeys),
  };
}

function comparerOf(
  compared: CoveragePlan['compared'],
  files: ComparedFiles | undefined,
  otherKeys: OtherKeys | undefined,
): Opened['compare'] {
  if (compared === undefined) return () => undefined;
  return files === undefined
    ? (coverage) => groupsComparedOr(compared, coverage, () => otherKeys?.key())
    : () => filesCompared(files);
}

/** @throws UsageError where a report would take the place of what is read, or cannot be written */
async function openReports(
  { requests }: CoveragePlan,
  inputs: Parameters<typeof refuseOverwriting>[0],
  flags: CoverageFlags,
  context: CommandContext,
): Promise<CoverageReports> {
  const { update } = flags;
  const updated = update === undefined ? [] : [{ format: 'markdown', file: update }];
  refuseOverwriting(inputs, [...requests, ...updated], context.cwd);
  const opened = update === undefined ? {} : { update: await openUpdate(update, context) };
  return CoverageReports.open({ requests, ...opened }, flags, context);
}

interface Asked {
  readonly plan: CoveragePlan;
  readonly targets: readonly Target[] | undefined;
  readonly flags: CoverageFlags;
}

/** @throws UsageError for a group or concept that there is not */
async function reportOf(
  { coverage, ...counted }: Counted,
  { taxonomy, compare }: Opened,
  { plan, targets, flags }: Asked,
): Promise<CoverageReport> {
  const comparison = compare(coverage);
  const results = targetsHeld(targets, coverage, taxonomy);
  const page = plan.requests.some(({ format }) => format === 'html') ? await pageAssets() : undefined;
  return {
    coverage,
    ...(flags.title === undefined ? {} : { title: flags.title.trim() }),
    ...counted,
    ...gaps(coverage, taxonomy, flags),
    ...(comparison === undefined ? {} : { comparison }),
    ...(results === undefined ? {} : { targets: results }),
    shows: { tools: flags.tools === true, organisations: flags.organisations === true, groups: flags.groups },
    ...(page === undefined ? {} : { page }),
  };
}

function gaps(coverage: Coverage, taxonomy: Taxonomy, flags: CoverageFlags): Pick<CoverageReport, 'gaps'> {
  return flags.gaps === true ? { gaps: gapsOf(coverage, taxonomy) } : {};
}
