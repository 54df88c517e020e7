/** The command line run in process: words in, exit code and texts out. */
import { resolve } from 'node:path';
import { ClosedPipe, type TextSink } from '../../src/commands/context.ts';
import { main } from '../../src/main.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  /** Of the terminal; 80 when absent. */
  readonly columns?: number;
  /** stdout's reader goes away after this many writes. */
  readonly closesAfter?: number;
  /** Aborted as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function run(argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const out = sink(options.isTTY ?? false, options.closesAfter, options.columns);
  const err = sink(options.isTTY ?? false);
  const code = await main({
    argv,
    stdin: async function* () {
      yield typeof options.stdin === 'string' ? Buffer.from(options.stdin) : (options.stdin ?? new Uint8Array());
    },
    stdout: out,
    stderr: err,
    cwd: options.cwd ?? ROOT,
    env: { CI: '1', ...options.env },
    signal: options.signal ?? new AbortController().signal,
  });
  return { code, stdout: out.text(), stderr: err.text() };
}

function sink(isTTY: boolean, closesAfter = Number.POSITIVE_INFINITY, columns = 80): TextSink & { text(): string } {
  const pieces: string[] = [];
  return {
    isTTY,
    columns,
    async write(text) {
      if (pieces.length >= closesAfter) throw new ClosedPipe();
      pieces.push(text);
    },
    text: () => pieces.join(''),
  };
}
