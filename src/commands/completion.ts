/** `completion`: a script for the shell, made from the program itself, so that it never lags behind. */
import { Argument, type Command } from 'commander';
import type { CommandContext } from './context.ts';
import { offering } from './options.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const EXAMPLES = `
Examples:
  $ mlops-tag completion bash > \\
      ~/.local/share/bash-completion/completions/mlops-tag
  $ mlops-tag completion zsh > "\${fpath[1]}/_mlops-tag"
  $ mlops-tag completion fish > ~/.config/fish/completions/mlops-tag.fish`;

export function addCompletionCommand(program: Command, context: CommandContext): void {
  program
    .command('completion')
    .description('print a completion script for the shell')
    .addArgument(offering(new Argument('<shell>', SHELLS.join(', ')), SHELLS))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: string, _options: unknown, command: Command) => {
      const known = SHELLS.find((name) => name === shell);
      if (known === undefined)
        return command.error(`error: no completion for "${shell}"; there is one for ${SHELLS.join(', ')}`);
      const { completionScript } = await import('./completion/script.ts');
      await context.stdout.write(await completionScript(program, known));
    });
}
