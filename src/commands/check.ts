/** `check`: declared tags are known ones and fit the text, and nothing is missing; the work is done in check-run.ts. */
import { type Command, Option } from 'commander';
import { CHECK_FORMATS } from '../report/check/formats.ts';
import type { CacheFlags } from './check-cache.ts';
import type { CheckingFlags } from './check-open.ts';
import type { CommandContext } from './context.ts';
import { collect, failOnOption, nonNegativeInteger, offering, readingOptions, threadsOption } from './options.ts';

/** The options of `check` as commander folds them. */
export interface CheckFlags extends CheckingFlags, CacheFlags {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly write?: boolean;
  readonly 'write=all'?: boolean;
  readonly dryRun?: boolean;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly maxWarnings?: number;
  readonly progress: boolean;
  readonly color?: boolean;
}

const EXAMPLES = `
Examples:
  $ mlops-tag check                            what the config includes, or this folder
  $ mlops-tag check talks/ --write --dry-run   what --write would change, as a diff
  $ mlops-tag check talks/ --write             put the missing tags in, mend the wrong ones
  $ mlops-tag check --since origin/main        only what a branch changed
  $ mlops-tag check talks/ --rule missing-event=off --fail-on warning
  $ mlops-tag check talks/ -f pretty -f sarif=check.sarif`;

export function addCheckCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('check')
    .description('check that talks declare the tags that fit them, and mend what can be mended')
    .argument('[paths...]', "files, folders, globs, or - for standard input (default: the config's include, or .)")
    .addOption(
      offering(
        new Option(
          '-f, --format <name[=file]>',
          `report: ${CHECK_FORMATS.join(', ')}; can be repeated (default: pretty)`,
        ),
        CHECK_FORMATS,
      ).argParser(collect),
    )
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .option('--write', 'mend what can be mended beyond doubt; only declared tags change')
    .option('--write=all', 'put suggested tags in too')
    .option('--dry-run', 'show what --write would change as a unified diff, in the place of the report; write nothing')
    .addOption(
      new Option('--rule <id=severity>', 'error, warning or off for a rule; can be repeated').argParser(collect),
    );
  scopeOptions(command);
  for (const option of readingOptions()) command.addOption(option);
  command
    .addOption(failOnOption())
    .addOption(
      new Option('--max-warnings <n>', 'exit 1 when there are more warnings, unless --fail-on is never').argParser(
        nonNegativeInteger,
      ),
    )
    .addOption(threadsOption())
    .option('--no-progress', 'no progress on a terminal')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[]) => {
      const { runCheck } = await import('./check-run.ts');
      await runCheck(paths, command.optsWithGlobals<CheckFlags>(), context);
    });
}

/** Which files are looked at, and what is known of them. */
function scopeOptions(command: Command): void {
  command
    .option('--since <ref>', 'only files that changed since the branch left this branch, tag or commit')
    .option('--staged', 'only files staged for the next commit')
    .option('--files-from <file>', 'only files named in a list, a line each (- for standard input)')
    .option('--baseline <file>', 'leave out the findings that a baseline knows')
    .option('--no-baseline', 'count those findings too, whatever the config says')
    .option('--cache', 'keep results, and look anew only at what changed')
    .option('--cache-location <file>', 'where the cache lies (default: .mlops-tag-cache/check.json)');
}
