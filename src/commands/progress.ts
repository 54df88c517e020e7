/** A line that moves while files are read: on a terminal only, never in CI. */
import type { CommandContext } from './context.ts';

export interface Progress {
  step(): void;
  stop(): void;
}

const NONE: Progress = { step: () => undefined, stop: () => undefined };
/** Fewer files are done before anybody looks. */
const WORTH_SHOWING = 200;
const EVERY = 50;

export async function startProgress(
  files: number,
  wanted: boolean,
  { stderr, env }: CommandContext,
): Promise<Progress> {
  if (!wanted || !stderr.isTTY || env['CI'] || files < WORTH_SHOWING) return NONE;
  const { default: ora } = await import('ora');
  const spinner = ora({ text: label(0, files), isEnabled: true, discardStdin: false }).start();
  let done = 0;
  return {
    step() {
      if (++done % EVERY === 0) spinner.text = label(done, files);
    },
    stop: () => void spinner.stop(),
  };
}

function label(done: number, files: number): string {
  return `${done} of ${files} files`;
}
