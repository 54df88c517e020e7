/** `tag`, the default command: fold the options; the work is done in tag-run.ts. */
import { type Command, Option } from 'commander';
import { FORMAT_NAMES } from '../report/index.ts';
import type { CommandContext } from './context.ts';
import {
  choice,
  collect,
  collectList,
  failOnOption,
  limitOption,
  minConfidenceOption,
  offering,
  readingOptions,
  threadsOption,
} from './options.ts';
import type { ReadingFlags } from './reading.ts';
import { LANGUAGES, ORDERS, type Order, STATUSES } from './select.ts';
import { runTag } from './tag-run.ts';

/** The options of `tag` as commander folds them. */
export interface TagFlags extends ReadingFlags {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly only?: readonly string[];
  readonly status?: readonly string[];
  readonly lang?: readonly string[];
  readonly sort?: Order;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly threads?: number;
  readonly progress: boolean;
  readonly color?: boolean;
}

const EXAMPLES = `
Examples:
  $ mlops-tag notes/                              every talk in a folder
  $ mlops-tag 'talks/**/*.md' --only monitoring   those on one part or element
  $ mlops-tag talks.yaml --status review          worth a look, by doubt
  $ mlops-tag talks/ -f pretty -f json=report.json -f csv=talks.csv
  $ curl -s … | mlops-tag - --stdin-filename talks.json --format ndjson`;

export function addTagCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('tag', { isDefault: true })
    .description('tag talks with the parts of MLOps they treat (the default command)')
    .argument('[paths...]', 'files, folders, globs, or - for standard input; what the config includes when absent')
    .addOption(
      offering(
        new Option(
          '-f, --format <name[=file]>',
          'report: pretty, json, ndjson, csv, markdown; can be repeated (default: pretty)',
        ),
        FORMAT_NAMES,
      ).argParser(collect),
    )
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .addOption(
      offering(
        new Option('--only <id>', 'show only the talks with this element or part; can be repeated'),
        'concepts',
      ).argParser(collectList),
    )
    .addOption(minConfidenceOption())
    .addOption(limitOption())
    .addOption(
      offering(
        new Option('--status <status>', 'show only talks that are tagged, untagged or review; can be repeated'),
        STATUSES,
      ).argParser(collectList),
    )
    .addOption(
      offering(new Option('--lang <lang>', 'show only talks in en, ja or other; can be repeated'), LANGUAGES).argParser(
        collectList,
      ),
    )
    .addOption(
      choice('--sort <by>', 'order of the talks; those up for review come by doubt, all others as they stand', ORDERS),
    );
  for (const option of readingOptions()) command.addOption(option);
  command
    .addOption(failOnOption())
    .addOption(threadsOption())
    .option('--no-progress', 'no progress on a terminal')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[]) => {
      await runTag(paths, command.optsWithGlobals<TagFlags>(), context);
    });
}
