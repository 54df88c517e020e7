/** Runs `learn`: labelled talks in, a model out; what it is worth is said on stderr. */
import type { Model } from '../classify/model.ts';
import { type GoldTalk, goldOf, isGold, isUnlabelled, withJudgements } from '../evaluate/gold.ts';
import { UsageError } from '../findings.ts';
import { FEWEST_TALKS, learn } from '../learn/learn.ts';
import { modelText } from '../model/file.ts';
import { withModel } from '../model/fit.ts';
import { readModel } from '../model/read.ts';
import { openPipeline } from '../pipeline.ts';
import { counted } from '../report/eval/document.ts';
import { isFinding } from '../sources/document.ts';
import { NO_MODEL, shippedModel } from '../taxonomy/load.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import { FindingLog } from './finding-log.ts';
import type { LearnFlags } from './learn.ts';
import { openOutput, refuseOverwriting } from './outputs.ts';
import { pipelineOptions } from './reading.ts';
import { languageSelector } from './select.ts';

export async function runLearn(paths: readonly string[], flags: LearnFlags, context: CommandContext): Promise<void> {
  const { output, practice: practicePaths = [] } = flags;
  if (output?.trim() === '') throw new UsageError('--output names no file.');
  refuseOverwriting(
    [...paths, ...practicePaths],
    [{ format: 'model', ...(output === undefined ? {} : { file: output }) }],
    context.cwd,
  );
  const from = flags.from === undefined ? undefined : await modelNamed(flags.from, context);
  const log = new FindingLog(context, flags.color, false);
  const { taxonomy, talks, unlabelled } = await labelled(paths, flags, log, context);
  if (from !== undefined) withModel(taxonomy, from, flags.from ?? '');
  const practice = practicePaths.length === 0 ? [] : (await labelled(practicePaths, flags, log, context)).talks;
  await log.end();
  if (log.fails(flags.failOn)) context.setExitCode(1);
  if (unlabelled > 0) await context.stderr.write(`${counted(unlabelled, 'talk')} without labels left out\n`);
  if (talks.length < FEWEST_TALKS)
    throw new UsageError(
      `${counted(talks.length, 'labelled talk')}: too few to learn from, ${FEWEST_TALKS} are the least. A talk is labelled by gold: {tags, primary} or by the tags that it declares (mlops: [drift]).`,
    );
  const progress = await startLearning(flags.progress, context);
  let model: Model;
  try {
    model = await learn(talks, taxonomy, {
      ...(from === undefined ? {} : { from }),
      practice,
      onProgress: (done, of) => progress.step(done / of),
    });
  } finally {
    progress.stop();
  }
  const file = await openOutput(output, context);
  await file.write(modelText(model));
  await file.finish();
  await context.stderr.write(summary(model));
}

async function modelNamed(name: string, { cwd }: CommandContext): Promise<Model> {
  return name === 'default' ? shippedModel() : readModel(name, cwd);
}

interface LabelledTalks {
  readonly taxonomy: Taxonomy;
  readonly talks: readonly GoldTalk[];
  readonly unlabelled: number;
}

async function labelled(
  paths: readonly string[],
  flags: LearnFlags,
  log: FindingLog,
  context: CommandContext,
): Promise<LabelledTalks> {
  const isSelected = languageSelector(flags.lang);
  const options = { ...pipelineOptions(flags, context, {}), model: NO_MODEL };
  const { taxonomy, talks: read } = await openPipeline(paths, withJudgements(options));
  const talks: GoldTalk[] = [];
  let unlabelled = 0;
  for await (const event of goldOf(read(), taxonomy)) {
    if (isFinding(event)) await log.add(event);
    else if (isUnlabelled(event)) unlabelled += isSelected(event.unlabelled) ? 1 : 0;
    else if (isGold(event) && isSelected(event.talk)) talks.push(event);
  }
  return { taxonomy, talks, unlabelled };
}

interface Learning {
  step(share: number): Promise<void>;
  stop(): void;
}

/** A moving line on a terminal; signals get their turn between two steps either way. */
async function startLearning(wanted: boolean, { stdout, stderr, env }: CommandContext): Promise<Learning> {
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  if (!wanted || stdout.isTTY || !stderr.isTTY || env['CI']) return { step: breathe, stop: () => undefined };
  const { default: ora } = await import('ora');
  const spinner = ora({ text: 'learning', isEnabled: true, discardStdin: false }).start();
  return {
    step(share) {
      spinner.text = `learning ${Math.floor(100 * share)} %`;
      return breathe();
    },
    stop: () => void spinner.stop(),
  };
}

/** What was learned, and what it is worth on talks of events that were not learned from. */
function summary({ learned, crossValidated, words, threshold }: Model): string {
  const languages = Object.entries(learned.languages).map(([lang, talks]) => `${lang} ${talks}`);
  const figures = (of: Readonly<Record<string, number | null>>): string =>
    ['micro', 'macro', 'parts', 'primary', 'untagged', 'ece']
      .map((name) => `${name} ${of[name]?.toFixed(3) ?? '-'}`)
      .join('  ');
  return [
    `learned from ${counted(learned.talks, 'talk')} (${languages.join(', ')})${learned.practice === 0 ? '' : ` and ${counted(learned.practice, 'practice talk')}`}: ${counted(words.words.length, 'word')}, a tag from ${threshold.toFixed(2)}`,
    `cross-validated in ${crossValidated.folds} folds by event, each talk judged by a model that saw none of its event:`,
    `  all  ${figures(crossValidated.all)}`,
    ...Object.entries(crossValidated.languages).map(([lang, of]) => `  ${lang.padEnd(3)}  ${figures(of)}`),
    '',
  ].join('\n');
}
