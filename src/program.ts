/** The commander program: the one table of commands and options that parsing, --help, completion and the README come from. */
import { Command, CommanderError } from 'commander';
import { addBaselineCommand } from './commands/baseline.ts';
import { addCheckCommand } from './commands/check.ts';
import { addCompletionCommand } from './commands/completion.ts';
import type { CommandContext } from './commands/context.ts';
import { addCoverageCommand } from './commands/coverage.ts';
import { addEvalCommand } from './commands/eval.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addInitCommand } from './commands/init.ts';
import { addLearnCommand } from './commands/learn.ts';
import { refuseMistypedCommand } from './commands/mistyped.ts';
import { addTagCommand } from './commands/tag.ts';
import { addTaxonomyCommand } from './commands/taxonomy.ts';
import { visibleText } from './report/text.ts';
import { VERSION } from './version.ts';

const EXAMPLES = `
Examples:
  $ mlops-tag notes/                   a folder of notes, in the terminal
  $ mlops-tag talks/*.md --format json -o report.json
  $ cat talks.ndjson | mlops-tag - --format ndjson | jq -r .primary
  $ mlops-tag check talks/             do talks declare the tags that fit them?
  $ mlops-tag coverage talks/ --by event
  $ mlops-tag explain notes/opml.md    why these tags, and why not others
  $ mlops-tag taxonomy list            the parts and elements of MLOps

"mlops-tag COMMAND --help" tells more.
Exit codes: 0 fine, 1 findings, 2 cannot run.`;

/** All commands, each in a file of its own. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('mlops-tag')
    .description(
      'Which part of MLOps is this talk about? Tags talk descriptions in English and Japanese, and shows the words behind every tag.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .option('--color', 'colour even where the output is no terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(true)
    .enablePositionalOptions(false);
  addTagCommand(program, context);
  addCheckCommand(program, context);
  addBaselineCommand(program, context);
  addCoverageCommand(program, context);
  addExplainCommand(program, context);
  addEvalCommand(program, context);
  addLearnCommand(program, context);
  addTaxonomyCommand(program, context);
  addInitCommand(program, context);
  addCompletionCommand(program, context);
  return program;
}

/** Parses and runs `argv` (without node and script). Exit codes go to the context; throws what a command throws. */
export async function runProgram(argv: readonly string[], context: CommandContext): Promise<void> {
  const program = createProgram(context);
  const written: Promise<void>[] = [];
  for (const command of [program, ...descendants(program)]) {
    command.exitOverride();
    command.configureOutput({
      writeOut: (text) => void written.push(context.stdout.write(text)),
      writeErr: (text) => void written.push(context.stderr.write(visibleText(text))),
      getOutHelpWidth: () => context.stdout.columns,
      getErrHelpWidth: () => context.stderr.columns,
    });
  }
  if (argv.length === 0) {
    await context.stderr.write(`${shortHelp(program)}\n`);
    context.setExitCode(2);
    return;
  }
  refuseMistypedCommand(argv, program, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    context.setExitCode(error.exitCode === 0 ? 0 : 2);
  } finally {
    await Promise.all(written);
  }
}

function descendants(command: Command): readonly Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}

function shortHelp(program: Command): string {
  const names = program.commands.map((command) => command.name()).join(', ');
  return [
    'Usage: mlops-tag PATH…            tag talks: files, folders, globs, or - for standard input',
    `       mlops-tag COMMAND …        one of ${names}`,
    'Try "mlops-tag --help", or "mlops-tag notes/".',
  ].join('\n');
}
