/** `init`: a config, a workflow and a pre-commit hook for this repository; the work is done in init-run.ts. */
import type { Command } from 'commander';
import type { CommandContext } from './context.ts';

export interface InitFlags {
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  $ mlops-tag init             look around, and write what is missing
  $ mlops-tag init --dry-run   show what would be written`;

export function addInitCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('init')
    .description('write a config, a GitHub workflow and a pre-commit hook for the talks of this repository')
    .option('--dry-run', 'show what would be written, write nothing')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const { runInit } = await import('./init-run.ts');
      await runInit(command.optsWithGlobals<InitFlags>(), context);
    });
}
