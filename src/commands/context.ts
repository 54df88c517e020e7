/** The world as a command sees it; `main` makes it from `process`, tests make it from strings. */

export interface TextSink {
  /** Resolves when the reader has taken enough to go on; rejects with `ClosedPipe` when there is no reader any more. */
  write(text: string): Promise<void>;
  readonly isTTY: boolean;
  readonly columns: number;
}

export interface CommandContext {
  /** Asked for only by who reads it. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  setExitCode(code: number): void;
}

/** The reader of stdout went away (`| head`): nothing more to do, nothing wrong. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe';
}
