/** Runs `coverage`: talks or records are counted as they stream by, and the counts reported. */
import { loadReadingConfig } from '../config/load.ts';
import { gapsOf } from '../coverage/gaps.ts';
import type { Target } from '../coverage/targets.ts';
import type { Coverage, CoverageReport } from '../coverage/types.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';
import { notesOn, notesOnFormats, tellNext } from './coverage-notes.ts';
import { type Opened, openCollection } from './coverage-open.ts';
import { pageAssets } from './coverage-page.ts';
import { type CoveragePlan, hasPage, planOf } from './coverage-plan.ts';
import { CoverageReports } from './coverage-reports.ts';
import type { Counted } from './coverage-talks.ts';
import { targetsHeld, targetsOf, tellMissed } from './coverage-targets.ts';
import { openUpdate } from './coverage-update.ts';
import { refuseOverwriting } from './outputs.ts';
import { inputsOf, showsConfig, tellNote } from './reading.ts';

export async function runCoverage(
  paths: readonly string[],
  flags: CoverageFlags,
  context: CommandContext,
): Promise<void> {
  const plan = planOf(paths, flags);
  if (await showsConfig(flags, context)) return;
  const config = await loadReadingConfig(flags, context);
  const opened = await openCollection(plan, config, flags, context);
  const targets = await targetsOf(flags, { ...opened, readsStdin: plan.paths.includes('-') }, context);
  const reports = await openReports(plan, [...opened.inputs, ...inputsOf(config), flags.expect], flags, context);
  try {
    const counted = await opened.count();
    for (const note of [...notesOn(counted.coverage, flags), ...notesOnFormats(plan, flags)])
      await tellNote({ note }, context);
    const report = await reportOf(counted, opened, { plan, targets, flags });
    await reports.write(report, opened.taxonomy);
    await tellMissed(report, opened.taxonomy, flags, context);
    await tellNext(plan, flags, counted.coverage, context);
  } catch (error) {
    await reports.abandon();
    throw error;
  }
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
  const page = hasPage(plan) ? await pageAssets() : undefined;
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
