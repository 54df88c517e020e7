/** Runs `eval`: labelled talks are tagged, measured, reported, and held against what the caller asks of them. */
import { loadReadingConfig } from '../config/load.ts';
import { comparedWith, type Earlier, earlierOf } from '../evaluate/comparison.ts';
import { type Evaluation, evaluate } from '../evaluate/evaluation.ts';
import { type GoldTalk, goldOf, isGold, isUnlabelled, withOrigins } from '../evaluate/gold.ts';
import { type JudgedTalk, judgedTalk } from '../evaluate/judged.ts';
import { type Breach, breaches, type Limit, limitsOf } from '../evaluate/limits.ts';
import { figuresOf } from '../evaluate/scores.ts';
import { UsageError } from '../findings.ts';
import { openPipeline, type Pipeline } from '../pipeline.ts';
import { readAnyText } from '../read-text.ts';
import { counted, FIGURE_NAMES } from '../report/eval/document.ts';
import { EVAL_FORMATS } from '../report/eval/formats.ts';
import { EVAL_REPORTERS } from '../report/eval/index.ts';
import { isFinding } from '../sources/document.ts';
import type { TaggedTalk, Talk } from '../talk.ts';
import type { CommandContext } from './context.ts';
import { DuplicateIds } from './duplicate-ids.ts';
import type { EvalFlags } from './eval.ts';
import { FindingLog } from './finding-log.ts';
import { outputRequests, refuseOverwriting, writeReports } from './outputs.ts';
import { runParity } from './parity-run.ts';
import { startProgress } from './progress.ts';
import { inputsOf, pipelineOptions, showsConfig, tellNote } from './reading.ts';
import { languageGroup, languageSelector } from './select.ts';
import { reportContext } from './terminal.ts';

export async function runEval(paths: readonly string[], flags: EvalFlags, context: CommandContext): Promise<void> {
  if (await showsConfig(flags, context)) return;
  const config = await loadReadingConfig(flags, context);
  const options = pipelineOptions(flags, config, context);
  if (flags.parity === true) return runParity(paths, options, inputsOf(config), flags, context);
  const requests = outputRequests(flags.format, flags.output, EVAL_FORMATS);
  const limits = [...limitsOf('min', flags.min), ...limitsOf('max', flags.max)];
  const earlier = flags.compare === undefined ? undefined : await readEarlier(flags.compare, context);
  const pipeline = await openPipeline(paths, withOrigins(options));
  refuseOverwriting([...pipeline.paths(), ...inputsOf(config), flags.compare], requests, context.cwd);
  await tellNote(pipeline, context);
  const log = new FindingLog(context, flags.color, false);
  const { talks, unlabelled } = await judge(pipeline, flags, log, context);
  await log.end();
  if (log.fails(flags.failOn)) context.setExitCode(1);
  if (talks.length === 0) throw new UsageError(nothingLabelled(unlabelled, flags));
  if (unlabelled > 0) await context.stderr.write(`${counted(unlabelled, 'talk')} without labels left out\n`);

  const evaluation = evaluate(talks, pipeline.taxonomy);
  const report = {
    evaluation,
    unlabelled,
    ...(earlier === undefined ? {} : { comparison: comparedWith(evaluation, earlier) }),
  };
  await writeReports(requests, context, (format, sink) =>
    EVAL_REPORTERS[format](report, reportContext(sink, pipeline.taxonomy, flags.color, context.env)),
  );
  await tellBreaches(limits, evaluation, context);
}

/** @throws UsageError where the file cannot be read or is no report of `eval` */
async function readEarlier(name: string, { cwd }: CommandContext): Promise<Earlier> {
  return earlierOf(await readAnyText(name, cwd, '--compare'), name);
}

interface Judged {
  readonly talks: readonly JudgedTalk[];
  readonly unlabelled: number;
}

async function judge(pipeline: Pipeline, flags: EvalFlags, log: FindingLog, context: CommandContext): Promise<Judged> {
  const isSelected = languageSelector(flags.lang);
  const progress = await startProgress(pipeline.files, flags.progress && !context.stdout.isTTY, context);
  const duplicates = new DuplicateIds();
  const talks: JudgedTalk[] = [];
  let unlabelled = 0;
  try {
    for await (const event of goldOf(pipeline.talks(), pipeline.taxonomy)) {
      if (isFinding(event)) await log.add(event);
      else if (isUnlabelled(event)) unlabelled += isSelected(event.unlabelled) ? 1 : 0;
      else if (!isGold(event)) progress.step();
      else if (isSelected(event.talk)) {
        await log.add(duplicates.findingOn(event.talk));
        talks.push(judgedTalk(event, tagsOf(event, pipeline), languageGroup(event.talk.lang)));
      }
    }
    await log.add(duplicates.rest());
  } finally {
    progress.stop();
  }
  return { talks, unlabelled };
}

/** What is declared must not tell the classifier what to doubt: the talk is read as if nobody had labelled it. */
function tagsOf({ talk }: GoldTalk, { classifier }: Pipeline): TaggedTalk {
  const { declared: _declared, origin: _origin, ...unlabelled }: Talk = talk;
  return classifier.classify(unlabelled);
}

function nothingLabelled(unlabelled: number, { lang }: EvalFlags): string {
  const which = lang === undefined ? '' : ` in ${lang.join(', ')}`;
  return (
    `nothing to measure on: ${counted(unlabelled, 'talk')}${which}, none of them labelled. ` +
    'Labels are gold: {tags, primary} in a record, or the tags that a talk declares under "mlops".'
  );
}

async function tellBreaches(limits: readonly Limit[], { scores }: Evaluation, context: CommandContext): Promise<void> {
  const broken = breaches(limits, figuresOf(scores));
  for (const breach of broken) await context.stderr.write(`${breachLine(breach)}\n`);
  if (broken.length > 0) context.setExitCode(1);
}

function breachLine({ figure, bound, value, measured }: Breach): string {
  const name = FIGURE_NAMES[figure];
  if (measured === null) return `${name} could not be measured: no tag was found (--${bound} ${figure}=${value})`;
  return `${name} is ${measured.toFixed(4)}, ${bound === 'min' ? 'below' : 'above'} --${bound} ${figure}=${value}`;
}
