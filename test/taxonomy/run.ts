/** Runs `mlops-tag taxonomy …` inside the test's own process. */
import { Command } from 'commander';
import { addTaxonomyCommand } from '../../src/commands/taxonomy.ts';
import { UsageError } from '../../src/findings.ts';

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  /** What `main` would print to stderr. */
  readonly error?: string;
  readonly exitCode: number;
}

export async function runTaxonomy(argv: readonly string[], cwd: string): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    columns: 80,
    write: async (text: string) => {
      written[name] += text;
    },
  });
  let exitCode = 0;
  const program = new Command('mlops-tag').option('--color').option('--no-color');
  addTaxonomyCommand(program, {
    stdin: async function* () {},
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    cwd,
    env: { NO_COLOR: '1' },
    signal: new AbortController().signal,
    setExitCode: (code) => {
      exitCode = Math.max(exitCode, code);
    },
  });
  try {
    await program.parseAsync(['taxonomy', ...argv], { from: 'user' });
    return { ...written, exitCode };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...written, error: error.message, exitCode: 2 };
  }
}
