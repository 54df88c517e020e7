/** From the process to an exit code. Nothing else reads `process` or ends it. */
import { createReadStream, fstatSync } from 'node:fs';
import { ClosedPipe, type CommandContext, type TextSink } from './commands/context.ts';
import { UsageError } from './findings.ts';
import { visibleText } from './report/text.ts';
import { VERSION } from './version.ts';

export interface World extends Omit<CommandContext, 'setExitCode'> {
  readonly argv: readonly string[];
}

/** Runs one command line and answers its exit code: 0 fine, 1 findings, 2 cannot run. Never throws. */
export async function main(world: World): Promise<number> {
  if (world.argv.length === 1 && (world.argv[0] === '--version' || world.argv[0] === '-V')) {
    await world.stdout.write(`${VERSION}\n`);
    return 0;
  }
  let exitCode = 0;
  const context: CommandContext = { ...world, setExitCode: (code) => (exitCode = Math.max(exitCode, code)) };
  try {
    const { runProgram } = await import('./program.ts');
    await runProgram(world.argv, context);
    return exitCode;
  } catch (error) {
    return await explainFailure(error, world);
  }
}

async function explainFailure(error: unknown, { stderr, signal, env }: World): Promise<number> {
  if (error instanceof ClosedPipe) return 0;
  if (signal.aborted) return 2;
  const message = error instanceof UsageError ? error.message : internalMessage(error, env);
  await stderr.write(`mlops-tag: ${visibleText(message)}\n`).catch(() => undefined);
  return 2;
}

function internalMessage(error: unknown, env: CommandContext['env']): string {
  const detail =
    error instanceof Error ? (env['MLOPS_TAG_DEBUG'] ? (error.stack ?? error.message) : error.message) : String(error);
  return `internal error: ${detail}\nThis is a mistake in mlops-tag; run again with MLOPS_TAG_DEBUG=1 for the place and please report it.`;
}

/** Ties `main` to a real process. */
export async function run(process: NodeJS.Process): Promise<void> {
  const interrupted = new AbortController();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      interrupted.abort();
      process.exit(code);
    });
  }
  process.exitCode = await main({
    argv: process.argv.slice(2),
    stdin: () => stdinOf(process),
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    signal: interrupted.signal,
  });
}

/** Of a folder Node.js makes an empty stream; one that reads it says what is wrong. */
function stdinOf(process: NodeJS.Process): AsyncIterable<Uint8Array> {
  return fstatSync(0).isDirectory() ? createReadStream('', { fd: 0, autoClose: false }) : process.stdin;
}

/** A stream as a sink: waits when the reader is slow, and tells a reader that went away from a failure. */
function sinkOf(stream: NodeJS.WriteStream): TextSink {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed ||= error.code === 'EPIPE';
  });
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 80,
    write(text) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new ClosedPipe());
        stream.write(text, (error) => {
          if (!error) return resolve();
          const { code } = error as NodeJS.ErrnoException;
          reject(
            code === 'EPIPE'
              ? new ClosedPipe()
              : new UsageError(`the output cannot be written (${code ?? error.message}).`),
          );
        });
      });
    },
  };
}
