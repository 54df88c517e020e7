/** Runs `explain`: each talk with its evidence in place and the arithmetic of its concepts. */
import type { Explanation } from '../classify/index.ts';
import { loadReadingConfig } from '../config/load.ts';
import { openPipeline } from '../pipeline.ts';
import { explainJson, explainPretty } from '../report/explain.ts';
import { isFinding } from '../sources/document.ts';
import { isFileDone } from '../tagging.ts';
import type { CommandContext } from './context.ts';
import type { ExplainFlags } from './explain.ts';
import { FindingLog } from './finding-log.ts';
import { pipelineOptions, showsConfig, tellNote } from './reading.ts';
import { conceptSelector } from './select.ts';
import { reportContext } from './terminal.ts';

export async function runExplain(
  paths: readonly string[],
  flags: ExplainFlags,
  context: CommandContext,
): Promise<void> {
  if (await showsConfig(flags, context)) return;
  const config = await loadReadingConfig(flags, context);
  const pipeline = await openPipeline(paths, pipelineOptions(flags, config, context));
  await tellNote(pipeline, context);
  const isWanted = conceptSelector(flags.only, pipeline.taxonomy);
  const look = reportContext(context.stdout, pipeline.taxonomy, flags.color, context.env);
  const log = new FindingLog(context, flags.color, false);
  const kept: Explanation[] = [];
  for await (const event of pipeline.talks()) {
    if (isFinding(event)) await log.add(event);
    else if (!isFileDone(event)) {
      const explanation = narrowed(pipeline.classifier.explain(event), isWanted);
      if (flags.format === 'json') kept.push(explanation);
      else await context.stdout.write(explainPretty(explanation, look));
    }
  }
  if (flags.format === 'json') await context.stdout.write(explainJson(kept, look));
  await log.end();
  if (log.fails('error')) context.setExitCode(1);
}

function narrowed(explanation: Explanation, isWanted: (id: string) => boolean): Explanation {
  return {
    ...explanation,
    concepts: explanation.concepts.filter(({ id }) => isWanted(id)),
    marks: explanation.marks.filter(({ concept }) => isWanted(concept)),
  };
}
