/** Which files `check` looks at: those of the paths, or among them those that git or a list names. */
import { type Finding, UsageError } from '../findings.ts';
import type { CommandContext } from './context.ts';

export interface ScopeFlags {
  readonly since?: string;
  readonly staged?: boolean;
  readonly filesFrom?: string;
}

export interface CheckScope {
  /** The files to look at, where not all of them are. */
  readonly candidates?: readonly string[];
  /** Names in a list behind which there is nothing. */
  readonly missing: readonly Finding[];
  /** What the report is to say of the scope. */
  readonly notes: readonly string[];
}

/** @throws UsageError where the flags exclude one another, git cannot say, or the list cannot be read */
export async function scopeOf(flags: ScopeFlags, context: CommandContext): Promise<CheckScope> {
  const { since, staged, filesFrom } = flags;
  refuseSeveral(flags);
  if (filesFrom !== undefined) {
    const { filesFrom: listed } = await import('../scope/files-from.ts');
    const { files, findings } = await listed(filesFrom, context);
    return { candidates: files, missing: findings, notes: [] };
  }
  if (since === undefined && staged !== true) return { missing: [], notes: [] };
  const git = await import('../scope/git.ts');
  const { files, notes } = since === undefined ? await git.staged(context) : await git.changedSince(since, context);
  return { candidates: files, missing: [], notes };
}

function refuseSeveral({ since, staged, filesFrom }: ScopeFlags): void {
  const given = [
    ...(since === undefined ? [] : ['--since']),
    ...(staged === true ? ['--staged'] : []),
    ...(filesFrom === undefined ? [] : ['--files-from']),
  ];
  if (given.length > 1)
    throw new UsageError(`${given.join(' and ')} each say which files to look at; give one of them.`);
}
