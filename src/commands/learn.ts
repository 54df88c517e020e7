/** `learn`: make a model from labelled talks; the work is done in learn-run.ts. */
import { type Command, Option } from 'commander';
import type { CommandContext } from './context.ts';
import { collect, collectList, failOnOption, offering, readingOptions } from './options.ts';
import type { ReadingFlags } from './reading.ts';
import { LANGUAGES } from './select.ts';

/** The options of `learn` as commander folds them. */
export interface LearnFlags extends ReadingFlags {
  readonly output?: string;
  readonly from?: string;
  readonly practice?: readonly string[];
  readonly lang?: readonly string[];
  readonly failOn: 'error' | 'warning' | 'never';
  readonly progress: boolean;
  readonly color?: boolean;
}

const EXAMPLES = `
Examples:
  $ mlops-tag learn labelled.ndjson -o model.json
  $ mlops-tag learn --from default talks/ -o ours.json   on top of the model that ships
  $ mlops-tag talks/ --model ours.json
  $ mlops-tag learn labelled/ --taxonomy our.yaml -o our-model.json`;

export function addLearnCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('learn')
    .description('learn from labelled talks how to judge what the vocabulary finds, and words that it lacks')
    .argument('<gold...>', 'labelled talks: files, folders, globs, or - for standard input')
    .option('-o, --output <file>', 'write the model to a file, whole or not at all')
    .addOption(
      offering(new Option('--from <model>', 'learn on top of a model: "default" for the one that ships, or a file'), [
        'default',
      ]),
    )
    .addOption(
      new Option(
        '--practice <path>',
        'learn from these labelled talks too, at a lower weight, but do not measure on them; can be repeated',
      ).argParser(collect),
    )
    .addOption(
      offering(
        new Option('--lang <lang>', 'learn from the talks in en, ja or other; can be repeated'),
        LANGUAGES,
      ).argParser(collectList),
    );
  for (const option of readingOptions()) if (option.long !== '--model') command.addOption(option);
  command
    .addOption(failOnOption())
    .option('--no-progress', 'no progress on a terminal')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[]) => {
      const { runLearn } = await import('./learn-run.ts');
      await runLearn(paths, command.optsWithGlobals<LearnFlags>(), context);
    });
}
