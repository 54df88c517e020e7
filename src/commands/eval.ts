/** `eval`: measure the tags on labelled talks; the work is done in eval-run.ts. */
import { type Command, Option } from 'commander';
import { FIGURES } from '../evaluate/scores.ts';
import { EVAL_FORMATS } from '../report/eval/formats.ts';
import type { CommandContext } from './context.ts';
import {
  collect,
  collectLimits,
  collectList,
  failOnOption,
  limitOption,
  minConfidenceOption,
  offering,
  readingOptions,
} from './options.ts';
import type { ReadingFlags } from './reading.ts';
import { LANGUAGES } from './select.ts';

/** The options of `eval` as commander folds them. */
export interface EvalFlags extends ReadingFlags {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly min?: readonly string[];
  readonly max?: readonly string[];
  readonly compare?: string;
  readonly parity?: boolean;
  readonly lang?: readonly string[];
  readonly failOn: 'error' | 'warning' | 'never';
  readonly progress: boolean;
  readonly color?: boolean;
}

const EXAMPLES = `
Examples:
  $ mlops-tag eval labelled.ndjson              records with gold: {tags, …}
  $ mlops-tag eval talks/ -f json=eval.json     a folder that declares its tags
  $ mlops-tag eval talks/ --compare eval.json   what got better, what worse
  $ mlops-tag eval talks/ --min micro=0.7 --max ece=0.06
  $ mlops-tag eval --parity talks/              x.en.md against x.ja.md`;

export function addEvalCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('eval')
    .description('measure the tags on labelled talks: how good, on what, and which mistakes')
    .argument('<gold...>', 'labelled talks: files, folders, globs, or - for standard input')
    .addOption(
      offering(
        new Option('-f, --format <name[=file]>', 'report: pretty, json, markdown; can be repeated (default: pretty)'),
        EVAL_FORMATS,
      ).argParser(collect),
    )
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .addOption(
      offering(
        new Option('--min <name=number>', 'exit 1 when a figure is lower (micro, macro …); can be repeated'),
        FIGURES.filter((figure) => figure !== 'ece').map((figure) => `${figure}=`),
      ).argParser(collectLimits),
    )
    .addOption(
      offering(new Option('--max <name=number>', 'exit 1 when ece, the calibration error, is higher'), [
        'ece=',
      ]).argParser(collectLimits),
    )
    .option('--compare <file>', 'show what changed since this report (--format json)')
    .option('--parity', 'no labels: do talks given in English and Japanese get the same tags in both?')
    .addOption(
      offering(
        new Option('--lang <lang>', 'measure on the talks in en, ja or other; can be repeated'),
        LANGUAGES,
      ).argParser(collectList),
    )
    .addOption(minConfidenceOption())
    .addOption(limitOption());
  for (const option of readingOptions()) command.addOption(option);
  command
    .addOption(failOnOption())
    .option('--no-progress', 'no progress on a terminal')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[]) => {
      const { runEval } = await import('./eval-run.ts');
      await runEval(paths, command.optsWithGlobals<EvalFlags>(), context);
    });
}
