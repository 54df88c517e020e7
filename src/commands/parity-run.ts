/** Runs `eval --parity`: talks given in English and Japanese are tagged, paired and held against each other. */
import { parityOf } from '../evaluate/parity.ts';
import { type Half, halfOf } from '../evaluate/parity-pairs.ts';
import { UsageError } from '../findings.ts';
import { openPipeline, type Pipeline, type PipelineOptions } from '../pipeline.ts';
import { counted } from '../report/eval/document.ts';
import { EVAL_FORMATS } from '../report/eval/formats.ts';
import { PARITY_REPORTERS } from '../report/eval/parity-formats.ts';
import { isFinding } from '../sources/document.ts';
import { isFileDone } from '../tagging.ts';
import type { CommandContext } from './context.ts';
import type { EvalFlags } from './eval.ts';
import { FindingLog } from './finding-log.ts';
import { outputRequests, refuseOverwriting, writeReports } from './outputs.ts';
import { startProgress } from './progress.ts';
import { reportContext } from './terminal.ts';

export async function runParity(
  paths: readonly string[],
  options: PipelineOptions,
  inputs: readonly string[],
  flags: EvalFlags,
  context: CommandContext,
): Promise<void> {
  refuseWhatNeedsLabels(flags);
  const requests = outputRequests(flags.format, flags.output, EVAL_FORMATS);
  const pipeline = await openPipeline(paths, options);
  refuseOverwriting([...pipeline.paths(), ...inputs], requests, context.cwd);
  const log = new FindingLog(context, flags.color, false);
  const parity = parityOf(await halvesOf(pipeline, flags, log, context));
  await log.end();
  if (log.fails(flags.failOn)) context.setExitCode(1);
  if (parity.pairs.length === 0) throw new UsageError(NO_PAIR);
  if (parity.alone > 0)
    await context.stderr.write(`${counted(parity.alone, 'talk')} without the other half left out\n`);
  await writeReports(requests, context, (format, sink) =>
    PARITY_REPORTERS[format](parity, reportContext(sink, pipeline.taxonomy, flags.color, context.env)),
  );
}

const NO_PAIR =
  'no talk is there in both English and Japanese. Two texts are one talk by their names (x.en.md and x.ja.md, en/x.md and ja/x.md), ' +
  'by the translationKey of both, or by the same id.';

/** What `eval` measures on labels has no meaning for pairs. @throws UsageError */
function refuseWhatNeedsLabels({ min, max, compare, lang }: EvalFlags): void {
  const [given] = Object.entries({ min, max, compare, lang }).find(([, value]) => value !== undefined) ?? [];
  if (given !== undefined) throw new UsageError(`--${given} is for labelled talks; it cannot go with --parity.`);
}

async function halvesOf(
  { classifier, files, talks }: Pipeline,
  flags: EvalFlags,
  log: FindingLog,
  context: CommandContext,
): Promise<readonly Half[]> {
  const progress = await startProgress(files, flags.progress && !context.stdout.isTTY, context);
  const halves: Half[] = [];
  try {
    for await (const event of talks()) {
      if (isFinding(event)) await log.add(event);
      else if (isFileDone(event)) progress.step();
      else halves.push(...[halfOf(classifier.explain(event))].filter((half) => half !== undefined));
    }
  } finally {
    progress.stop();
  }
  return halves;
}
