/** A first word that is neither a path nor a command: most likely a mistyped command, so nothing is run. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../findings.ts';
import { nearest } from '../nearest.ts';
import type { CommandContext } from './context.ts';

/** A word that somebody would mean as a path, whether it exists or not. */
const PATH_LIKE = /[./\\*?[\]{}~]|^-/;

/** @throws UsageError naming the nearest command */
export function refuseMistypedCommand(argv: readonly string[], program: Command, { cwd }: CommandContext): void {
  const [word] = argv;
  if (word === undefined || PATH_LIKE.test(word)) return;
  const names = [...program.commands.map((command) => command.name()), 'help'];
  if (names.includes(word) || existsSync(resolve(cwd, word))) return;
  const meant = nearest(word, names) ?? 'tag';
  throw new UsageError(
    `"${word}" is neither a path that exists nor a command.\nThe nearest command is "${meant}": mlops-tag ${meant} --help. All commands: ${names.join(', ')}.`,
  );
}
