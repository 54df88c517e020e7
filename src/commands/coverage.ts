/** `coverage`: count which parts of MLOps groups of talks treat; the work is done in coverage-run.ts. */
import { type Command, Option } from 'commander';
import { GROUP_KEYS } from '../coverage/keys.ts';
import type { Weight } from '../coverage/types.ts';
import { COVERAGE_FORMATS } from '../report/coverage/formats.ts';
import type { CommandContext } from './context.ts';
import {
  choice,
  collect,
  collectList,
  failOnOption,
  limitOption,
  minConfidenceOption,
  offering,
  positiveInteger,
  readingOptions,
  threadsOption,
} from './options.ts';
import type { ReadingFlags } from './reading.ts';
import { LANGUAGES } from './select.ts';

/** The options of `coverage` as commander folds them. */
export interface CoverageFlags extends ReadingFlags {
  readonly by?: string;
  readonly and?: string;
  readonly weight: Weight;
  readonly includeReview?: boolean;
  /** The two that are compared; what stands behind them is paths. */
  readonly compare?: readonly string[];
  readonly trend?: 'year';
  readonly gaps?: boolean;
  readonly tools?: boolean;
  readonly organisations?: boolean;
  readonly title?: string;
  readonly groups: number;
  readonly min?: readonly string[];
  readonly expect?: string;
  readonly patch?: string;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly update?: string;
  readonly lang?: readonly string[];
  readonly failOn: 'error' | 'warning' | 'never';
  readonly threads?: number;
  readonly progress: boolean;
  readonly color?: boolean;
}

const EXAMPLES = `
Examples:
  $ mlops-tag coverage talks/ --by event           what each conference covers
  $ mlops-tag coverage talks/ --by event -f html=report.html
  $ cat shards/*.ndjson | mlops-tag coverage - --by event --and year
  $ mlops-tag coverage talks/ --by event --compare "OpML '19" "OpML '20"
  $ mlops-tag coverage talks/ --min "monitoring>=3" --patch origin/main`;

export function addCoverageCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('coverage')
    .description('count which parts of MLOps events, years or speakers cover, and what they leave out')
    .argument(
      '[paths...]',
      'files, folders, globs, or - for standard input: talks, or records of tag --format ndjson; what the config includes when absent',
    )
    .addOption(
      offering(
        new Option('--by <key>', `group talks by ${GROUP_KEYS.join(', ')}, or any other key they have`),
        GROUP_KEYS,
      ),
    )
    .addOption(offering(new Option('--and <key>', 'and by a second key: a group for each pair'), GROUP_KEYS))
    .addOption(
      choice('--weight <what>', 'what shares count: talks that treat an element, or those whose primary it is', [
        'talk',
        'primary',
      ]).default('talk'),
    )
    .option('--include-review', 'count the tags of talks in doubt too')
    .option(
      '--compare <a b...>',
      'what is new, grown, shrunk, gone from group A to B (of --by; default: event), or between two files: reports (-f json) or records',
    )
    .addOption(choice('--trend <key>', 'how shares move', ['year']))
    .option('--gaps', 'what a group lacks while others have it')
    .option('--tools', 'which products talks name, and for what')
    .option('--organisations', 'who speaks about what')
    .option('--title <text>', 'what the collection is called, at the head of the reports')
    .addOption(
      new Option('--groups <n>', 'groups that a text shows at most, largest first')
        .argParser(positiveInteger)
        .default(12),
    )
    .addOption(
      new Option('--min <target>', 'exit 1 when missed: "monitoring>=3", "drift>=10%"; can be repeated').argParser(
        collect,
      ),
    )
    .option('--expect <file>', 'exit 1 when a target of this file is missed')
    .option('--patch <ref>', 'what the files add that changed since HEAD left this branch or commit')
    .addOption(
      offering(
        new Option(
          '-f, --format <name[=file]>',
          `report: ${COVERAGE_FORMATS.join(', ')}; can be repeated (default: pretty)`,
        ),
        COVERAGE_FORMATS,
      ).argParser(collect),
    )
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .option(
      '--update <file>',
      'put the markdown report between two markers in this file, and nothing on stdout unless --format asks',
    )
    .addOption(
      offering(
        new Option('--lang <lang>', 'count only talks in en, ja or other; can be repeated'),
        LANGUAGES,
      ).argParser(collectList),
    )
    .addOption(minConfidenceOption())
    .addOption(limitOption());
  for (const option of readingOptions()) command.addOption(option);
  command
    .addOption(failOnOption())
    .addOption(threadsOption())
    .option('--no-progress', 'no progress on a terminal')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[]) => {
      const { runCoverage } = await import('./coverage-run.ts');
      await runCoverage(paths, command.optsWithGlobals<CoverageFlags>(), context);
    });
}
