/** One run of git: no shell, nothing that waits for a person, and its complaints as words for people. */
import { UsageError } from '../findings.ts';

/** Where git runs. */
export interface Git {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Names of a million files fit. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** No lock is taken, nothing is asked, and what it says can be told apart. */
const SETTINGS = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/**
 * What git writes to its output. `flag`: what the user asked for, for messages; `input`: what git reads, nothing when absent.
 * @throws UsageError when git fails
 */
export async function runGit(
  command: readonly string[],
  flag: string,
  { cwd, env }: Git,
  input?: string,
): Promise<Buffer> {
  const { execFile } = await import('node:child_process');
  // A monitor of the file system that the repository names would be a program run on its behalf.
  const words = ['-c', 'core.fsmonitor=false', '-c', 'diff.relative=false', ...command];
  const options = { cwd, env: { ...env, ...SETTINGS }, encoding: 'buffer', maxBuffer: MAX_OUTPUT } as const;
  return await new Promise((resolve, reject) => {
    const child = execFile('git', words, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new UsageError(`${flag}: ${complaint(error, stderr.toString())}`));
    });
    if (input === undefined) return;
    // Where git ends before it has read all, its exit says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function complaint(error: Error, said: string): string {
  if ('code' in error && error.code === 'ENOENT') return 'git is not installed, or not on the PATH.';
  if (/not a git repository/.test(said)) return 'this folder is in no git repository.';
  if (/must be run in a work tree/.test(said)) return 'this repository has no working tree.';
  const unknown = /bad revision '(.*)\.\.\.HEAD'|unknown revision/.exec(said);
  if (unknown !== null)
    return 'git does not know that branch, tag or commit here, or HEAD has no commit yet; fetch it first (git fetch origin; in GitHub Actions, fetch-depth: 0).';
  const first = said.split('\n').find((line) => /^(?:fatal|error): /.test(line));
  return `git says: ${first?.replace(/^\w+: /, '') ?? error.message.split('\n', 1)[0]}`;
}
