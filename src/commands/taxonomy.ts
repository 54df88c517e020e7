/** `taxonomy`: look at a taxonomy, check it, test it, see what it does on talks; the work is done in taxonomy-run.ts. */
import { Argument, type Command, Option } from 'commander';

import type { CommandContext } from './context.ts';
import { choice, collectList, failOnOption, offering, readingOptions } from './options.ts';
import type { ReadingFlags } from './reading.ts';

interface SharedFlags {
  readonly output?: string;
  readonly color?: boolean;
}

export interface LookFlags extends SharedFlags {
  readonly format: 'pretty' | 'json';
  readonly taxonomy?: string;
}

export interface CheckFlags extends SharedFlags {
  readonly format: 'pretty' | 'json';
  readonly taxonomy?: string;
  readonly failOn: 'error' | 'warning' | 'never';
}

export interface StatsFlags extends SharedFlags, ReadingFlags {
  readonly format: 'pretty' | 'json' | 'csv';
  readonly only?: readonly string[];
}

const EXAMPLES = `
Examples:
  $ mlops-tag taxonomy list                 the tree of parts and elements
  $ mlops-tag taxonomy show drift           one element, by its id
  $ mlops-tag taxonomy show データドリフト  or by a label of it
  $ mlops-tag taxonomy validate ours.yaml   mistakes and weak places
  $ mlops-tag taxonomy test ours.yaml       its examples and counter-examples
  $ mlops-tag taxonomy stats talks/         which labels match, which never do`;

export function addTaxonomyCommand(program: Command, context: CommandContext): void {
  const taxonomy = program
    .command('taxonomy')
    .description('look at, check and test a taxonomy')
    .addHelpText('after', EXAMPLES);
  addList(taxonomy, context);
  addShow(taxonomy, context);
  addValidate(taxonomy, context);
  addTest(taxonomy, context);
  addStats(taxonomy, context);
}

function addList(taxonomy: Command, context: CommandContext): void {
  const command = look(taxonomy.command('list').description('show the tree of parts and elements')).addHelpText(
    'after',
    '\nExample:\n  $ mlops-tag taxonomy list --format json | jq -r ".parts[].id"',
  );
  command.action(async () => {
    const { runList } = await import('./taxonomy-run.ts');
    await runList(command.optsWithGlobals<LookFlags>(), context);
  });
}

function addShow(taxonomy: Command, context: CommandContext): void {
  const command = look(
    taxonomy
      .command('show')
      .description('show the labels, notes, relations and examples of a concept')
      .addArgument(offering(new Argument('<id>', 'an id, or a label in any language'), 'concepts')),
  ).addHelpText(
    'after',
    '\nExamples:\n  $ mlops-tag taxonomy show feature-store\n  $ mlops-tag taxonomy show 特徴量ストア',
  );
  command.action(async (name: string) => {
    const { runShow } = await import('./taxonomy-run.ts');
    await runShow(name, command.optsWithGlobals<LookFlags>(), context);
  });
}

function addValidate(taxonomy: Command, context: CommandContext): void {
  const command = check(
    taxonomy
      .command('validate')
      .description('find mistakes and weak places')
      .argument('[file]', 'a taxonomy file (default: the one that ships)'),
  ).addHelpText('after', '\nExample:\n  $ mlops-tag taxonomy validate my-taxonomy.yaml --fail-on warning');
  command.action(async (file: string | undefined) => {
    const { runValidate } = await import('./taxonomy-run.ts');
    await runValidate(file, command.optsWithGlobals<CheckFlags>(), context);
  });
}

function addTest(taxonomy: Command, context: CommandContext): void {
  const command = check(
    taxonomy
      .command('test')
      .description('run the examples and counter-examples')
      .argument('[file]', 'a taxonomy file (default: the one that ships)'),
  ).addHelpText('after', '\nExample:\n  $ mlops-tag taxonomy test my-taxonomy.yaml');
  command.action(async (file: string | undefined) => {
    const { runTests } = await import('./taxonomy-run.ts');
    await runTests(file, command.optsWithGlobals<CheckFlags>(), context);
  });
}

function addStats(taxonomy: Command, context: CommandContext): void {
  const command = taxonomy
    .command('stats')
    .description('count, for each label, the talks it matches: alone, with other labels of its concept, never')
    .argument('<paths...>', 'files, folders, globs, or - for standard input')
    .addOption(choice('-f, --format <name>', 'report', ['pretty', 'json', 'csv']).default('pretty'))
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .addOption(
      offering(
        new Option('--only <id>', 'labels of this element or part alone; can be repeated'),
        'concepts',
      ).argParser(collectList),
    );
  for (const option of readingOptions()) command.addOption(option);
  command
    .addHelpText('after', '\nExample:\n  $ mlops-tag taxonomy stats talks/ --only drift')
    .action(async (paths: readonly string[]) => {
      const { runStats } = await import('./taxonomy-stats-run.ts');
      await runStats(paths, command.optsWithGlobals<StatsFlags>(), context);
    });
}

function look(command: Command): Command {
  return command
    .addOption(choice('-f, --format <name>', 'report', ['pretty', 'json']).default('pretty'))
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .option('--taxonomy <file>', 'another taxonomy (YAML or JSON) instead of the built-in which-part');
}

function check(command: Command): Command {
  return look(command).addOption(failOnOption());
}
