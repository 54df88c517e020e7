/** `explain`: why a talk has these tags and not others. */
import { type Command, Option } from 'commander';
import type { CommandContext } from './context.ts';
import { runExplain } from './explain-run.ts';
import { choice, collectList, minConfidenceOption, offering, readingOptions } from './options.ts';
import type { ReadingFlags } from './reading.ts';

export interface ExplainFlags extends ReadingFlags {
  readonly only?: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly color?: boolean;
}

const EXAMPLES = `
Examples:
  $ mlops-tag explain notes/opml.md                the text, its evidence marked
  $ mlops-tag explain notes/opml.md --only drift   one element alone
  $ pbpaste | mlops-tag explain -`;

export function addExplainCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('explain')
    .description('show the evidence in the text, the arithmetic of every concept, and what those below the cut lacked')
    .argument('<paths...>', 'files, folders, globs, or - for standard input')
    .addOption(choice('-f, --format <name>', 'report', ['pretty', 'json']).default('pretty'))
    .addOption(
      offering(new Option('--only <id>', 'explain this element or part alone; can be repeated'), 'concepts').argParser(
        collectList,
      ),
    )
    .addOption(minConfidenceOption());
  for (const option of readingOptions()) command.addOption(option);
  command.addHelpText('after', EXAMPLES).action(async (paths: readonly string[]) => {
    await runExplain(paths, command.optsWithGlobals<ExplainFlags>(), context);
  });
}
