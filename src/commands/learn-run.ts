/** Runs `learn`: labelled talks in, a model out; what it is worth is said on stderr. */
import type { Model } from '../classify/model.ts';
import { loadReadingConfig } from '../config/load.ts';
import { type GoldTalk, goldOf, isGold, isUnlabelled, withOrigins } from '../evaluate/gold.ts';
import { UsageError } from '../findings.ts';
import { type FiguresBefore, figuresBefore } from '../learn/before.ts';
import { type Together, togetherBy } from '../learn/cross-validation.ts';
import { FEWEST_TALKS, learn } from '../learn/learn.ts';
import { modelText } from '../model/file.ts';
import { agedModel, withModel } from '../model/fit.ts';
import { readModel } from '../model/read.ts';
import { openPipeline } from '../pipeline.ts';
import { counted } from '../report/eval/document.ts';
import { visibleLine } from '../report/text.ts';
import { isFinding } from '../sources/document.ts';
import { NO_MODEL, shippedModel } from '../taxonomy/load.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import { DuplicateIds } from './duplicate-ids.ts';
import { FindingLog } from './finding-log.ts';
import type { LearnFlags } from './learn.ts';
import { fileNamed, type OutputRequest, openOutput, refuseOverwriting } from './outputs.ts';
import { inputsOf, pipelineOptions, showsConfig } from './reading.ts';
import { languageSelector } from './select.ts';

export async function runLearn(paths: readonly string[], flags: LearnFlags, context: CommandContext): Promise<void> {
  if (await showsConfig(flags, context)) return;
  checkPaths(paths, flags, context);
  const from = flags.from === undefined || flags.from === NO_MODEL ? undefined : await modelNamed(flags.from, context);
  const log = new FindingLog(context, flags.color, false);
  const gold = await labelled(paths, flags, log, context);
  const { taxonomy, talks } = gold;
  if (from !== undefined) withModel(taxonomy, from.model, from.name);
  const given = await practiceTalks(flags, log, context);
  const ids = new Set(talks.map(({ talk }) => talk.id));
  const practice = given.talks.filter(({ talk }) => !ids.has(talk.id));
  await log.end();
  if (log.fails(flags.failOn)) context.setExitCode(1);
  const notes = [
    leftOut(gold.unlabelled + given.unlabelled, 'talk', 'without labels'),
    leftOut(given.talks.length - practice.length, 'practice talk', 'with the id of one that is measured on'),
    from === undefined ? undefined : agedModel(from.model, taxonomy, from.name),
  ];
  for (const note of notes) if (note !== undefined) await context.stderr.write(`${visibleLine(note)}\n`);
  if (talks.length < FEWEST_TALKS) throw new UsageError(tooFew(talks.length, flags));

  const file = await openOutput(fileNamed(flags.output), context);
  try {
    const model = await learnt(talks, practice, taxonomy, from?.model, flags, context);
    await file.write(modelText(model));
    await file.finish();
    const before = from === undefined ? undefined : figuresBefore(talks, taxonomy, from.model);
    await context.stderr.write(summary(model, togetherBy(talks), before));
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** @throws UsageError for paths that cannot serve, before anything is read */
function checkPaths(paths: readonly string[], flags: LearnFlags, { cwd }: CommandContext): void {
  const { output, practice = [], from, taxonomy } = flags;
  if (output?.trim() === '') throw new UsageError('--output names no file.');
  if ([...paths, ...practice].filter((path) => path === '-').length > 1)
    throw new UsageError('standard input ("-") can be read once only.');
  const inputs = [...paths, ...practice, from, taxonomy];
  refuseOverwriting(inputs, outputOf(flags), cwd);
}

function outputOf({ output }: LearnFlags): readonly OutputRequest[] {
  const file = fileNamed(output);
  return file === undefined ? [] : [{ format: 'model', file }];
}

interface NamedModel {
  readonly model: Model;
  /** What to call it. */
  readonly name: string;
}

async function modelNamed(name: string, { cwd }: CommandContext): Promise<NamedModel> {
  if (name === 'default') return { model: shippedModel(), name: 'the model that ships' };
  return { model: await readModel(name, cwd), name };
}

async function practiceTalks(
  flags: LearnFlags,
  log: FindingLog,
  context: CommandContext,
): Promise<Omit<LabelledTalks, 'taxonomy'>> {
  const { practice = [] } = flags;
  return practice.length === 0 ? { talks: [], unlabelled: 0 } : await labelled(practice, flags, log, context);
}

function leftOut(count: number, what: string, why: string): string | undefined {
  return count === 0 ? undefined : `${counted(count, what)} ${why} left out`;
}

function tooFew(talks: number, { lang }: LearnFlags): string {
  const which = lang === undefined ? '' : ` in ${lang.join(', ')}`;
  return `${counted(talks, 'labelled talk')}${which}: too few to learn from, ${FEWEST_TALKS} are the least. A talk is labelled by gold: {tags, primary} or by the tags that it declares (mlops: [drift]).`;
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
  const config = await loadReadingConfig(flags, context);
  const options = { ...pipelineOptions(flags, config, context), model: NO_MODEL, classify: {} };
  const { taxonomy, talks: read, paths: inputs } = await openPipeline(paths, withOrigins(options));
  refuseOverwriting([...inputs(), ...inputsOf(config)], outputOf(flags), context.cwd);
  const duplicates = new DuplicateIds();
  const talks: GoldTalk[] = [];
  let unlabelled = 0;
  for await (const event of goldOf(read(), taxonomy)) {
    if (isFinding(event)) await log.add(event);
    else if (isUnlabelled(event)) unlabelled += isSelected(event.unlabelled) ? 1 : 0;
    else if (isGold(event) && isSelected(event.talk)) {
      await log.add(duplicates.findingOn(event.talk));
      talks.push(event);
    }
  }
  await log.add(duplicates.rest());
  return { taxonomy, talks, unlabelled };
}

/** Learns, with a moving line on a terminal. */
async function learnt(
  talks: readonly GoldTalk[],
  practice: readonly GoldTalk[],
  taxonomy: Taxonomy,
  from: Model | undefined,
  flags: LearnFlags,
  context: CommandContext,
): Promise<Model> {
  const progress = await startLearning(flags.progress, context);
  try {
    return await learn(talks, taxonomy, {
      ...(from === undefined ? {} : { from }),
      practice,
      onProgress: (done, of) => progress.step(done / of),
    });
  } finally {
    progress.stop();
  }
}

interface Learning {
  step(share: number): Promise<void>;
  stop(): void;
}

/** Signals get their turn between two steps, and end the learning; the line stands on stderr, whatever becomes of stdout in the end. */
async function startLearning(wanted: boolean, { stderr, env, signal }: CommandContext): Promise<Learning> {
  const breathe = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
  if (!wanted || !stderr.isTTY || env['CI']) return { step: breathe, stop: () => undefined };
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

const HOW_DEALT: Readonly<Record<Together, string>> = {
  events: ' by event, each talk judged by a model that saw none of its event',
  'few-events': ', each talk judged by a model that did not see it, but others of its event (too few events)',
  'single-talks':
    ', each talk judged by a model that did not see it; single talks without an event are dealt out one by one',
};

/** What was learned, and what it is worth on talks that were not learned from. */
function summary(
  { learned, crossValidated, words, threshold }: Model,
  together: Together,
  before: FiguresBefore | undefined,
): string {
  const languages = Object.entries(learned.languages).map(([lang, talks]) => `${lang} ${talks}`);
  const practice = learned.practice === 0 ? '' : ` and ${counted(learned.practice, 'practice talk')}`;
  const figures = (of: Readonly<Record<string, number | null>>): string =>
    ['micro', 'macro', 'parts', 'primary', 'untagged', 'ece']
      .map((name) => `${name} ${of[name]?.toFixed(3) ?? '-'}`)
      .join('  ');
  const table = ({ all, languages }: FiguresBefore): readonly string[] => [
    `  all    ${figures(all)}`,
    ...Object.entries(languages).map(([lang, of]) => `  ${lang.padEnd(5)}  ${figures(of)}`),
  ];
  return [
    `learned from ${counted(learned.talks, 'talk')} (${languages.join(', ')})${practice}: ${counted(words.words.length, 'word')}, a tag from ${threshold.toFixed(2)}`,
    `cross-validated in ${crossValidated.folds} folds${HOW_DEALT[together]}:`,
    ...table(crossValidated),
    ...(before === undefined
      ? []
      : ['before, by the model learned on top of (which may have seen these talks):', ...table(before)]),
    '',
  ].join('\n');
}
