/** `baseline update|prune`: findings that `check --baseline` leaves out; the work is done in baseline-run.ts. */
import { type Command, Option } from 'commander';
import type { CheckingFlags } from './check-open.ts';
import type { CommandContext } from './context.ts';
import { collect, readingOptions, threadsOption } from './options.ts';

/** The options of `baseline` as commander folds them. */
export interface BaselineFlags extends CheckingFlags {
  readonly color?: boolean;
}

export function addBaselineCommand(program: Command, context: CommandContext): void {
  const baseline = program
    .command('baseline')
    .description('keep a list of findings that check is to leave out, so that only new ones fail');
  addVerb(baseline, 'update', 'write all findings of now to the baseline', context);
  addVerb(baseline, 'prune', 'take out of the baseline what is found no more', context);
}

function addVerb(baseline: Command, verb: 'update' | 'prune', description: string, context: CommandContext): void {
  const command = baseline
    .command(verb)
    .description(description)
    .argument('[paths...]', "files, folders, globs (default: the config's include, or .)")
    .option('--baseline <file>', "the baseline (default: the config's, or .mlops-tag-baseline.json beside it)")
    .addOption(
      new Option('--rule <id=severity>', 'error, warning or off for a rule; can be repeated').argParser(collect),
    );
  for (const option of readingOptions()) command.addOption(option);
  command.addOption(threadsOption()).action(async (paths: readonly string[]) => {
    const { runBaseline } = await import('./baseline-run.ts');
    await runBaseline(verb, paths, command.optsWithGlobals<BaselineFlags>(), context);
  });
}
