/** The completion script of a program for a shell. */
import type { Command } from 'commander';
import { loadShipped } from '../../taxonomy/load.ts';
import type { Shell } from '../completion.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { completables } from './model.ts';
import { zsh } from './zsh.ts';

const SCRIPTS = { bash, zsh, fish };

/** Lists the ids of the shipped taxonomy as they are now. */
export async function completionScript(program: Command, shell: Shell): Promise<string> {
  const { concepts } = await loadShipped();
  return SCRIPTS[shell](
    completables(
      program,
      concepts.map(({ id }) => id),
    ),
  );
}
