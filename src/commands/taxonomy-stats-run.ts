/** Runs `taxonomy stats`: talks stream through a counter, findings go to stderr. */
import { loadReadingConfig } from '../config/load.ts';
import { openPipeline } from '../pipeline.ts';
import { statsCsv, statsJson, statsPretty } from '../report/taxonomy/stats.ts';
import { isFinding } from '../sources/document.ts';
import { isFileDone } from '../tagging.ts';
import { ofConcepts, StatsCounter, type TaxonomyStats } from '../taxonomy/stats.ts';
import { ancestors } from '../taxonomy/tree.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import { FindingLog } from './finding-log.ts';
import { pipelineOptions, showsConfig } from './reading.ts';
import type { StatsFlags } from './taxonomy.ts';
import { looks, namedConcept, writeOut } from './taxonomy-shared.ts';

export async function runStats(paths: readonly string[], flags: StatsFlags, context: CommandContext): Promise<void> {
  if (await showsConfig(flags, context)) return;
  const config = await loadReadingConfig(flags, context);
  const pipeline = await openPipeline(paths, pipelineOptions(flags, config, context));
  const only = flags.only === undefined ? undefined : withThoseBelow(flags.only, pipeline.taxonomy);
  const counter = new StatsCounter(pipeline.taxonomy);
  const log = new FindingLog(context, flags.color, false);
  for await (const item of pipeline.talks()) {
    if (isFinding(item)) await log.add(item);
    else if (!isFileDone(item)) counter.add(item);
  }
  const stats = counter.stats();
  await writeOut(
    render(only === undefined ? stats : ofConcepts(stats, only), pipeline.taxonomy, flags, context),
    flags,
    context,
  );
  await log.end();
  if (log.fails('error')) context.setExitCode(1);
}

function withThoseBelow(names: readonly string[], taxonomy: Taxonomy): ReadonlySet<string> {
  const named = names.map((name) => namedConcept(name, taxonomy).id);
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  const below = taxonomy.concepts.filter(({ id }) => ancestors(id, byId).some((above) => named.includes(above)));
  return new Set([...named, ...below.map(({ id }) => id)]);
}

function render(stats: TaxonomyStats, taxonomy: Taxonomy, flags: StatsFlags, context: CommandContext): string {
  if (flags.format === 'csv') return statsCsv(stats);
  return flags.format === 'json' ? statsJson(stats) : statsPretty(stats, looks(taxonomy, flags, context));
}
