/** What may be wrong with the groups of `--compare`, said so that the next try works. */
import { resolve } from 'node:path';
import type { Comparison, Coverage } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import { plainFile } from '../plain-file.ts';
import { isGlob } from '../sources/paths.ts';
import type { CommandContext } from './context.ts';
import { groupsCompared } from './coverage-compare.ts';
import type { CoveragePlan } from './coverage-plan.ts';

/**
 * The two groups compared. `otherKey`: that whose values the names are, asked for when they are no groups.
 *
 * @throws UsageError for a group that there is not
 */
export function groupsComparedOr(
  names: NonNullable<CoveragePlan['compared']>,
  coverage: Coverage,
  otherKey: () => string | undefined,
): Comparison {
  try {
    return groupsCompared(names, coverage);
  } catch (error) {
    const key = otherKey();
    if (!(error instanceof UsageError) || key === undefined || key === coverage.by) throw error;
    throw new UsageError(`${error.message} Both are values of ${key}: add --by ${key}.`);
  }
}

/** `behind`: what stands behind the two groups, which are paths. @throws UsageError where one is meant for a third group */
export async function refuseThird(behind: readonly string[], { cwd }: CommandContext): Promise<void> {
  for (const path of behind) {
    if (path === '-' || isGlob(path)) continue;
    const { size, refused } = await plainFile(resolve(cwd, path));
    if (size === undefined && refused === undefined)
      throw new UsageError(`--compare compares two; "${path}" is no file or folder.`);
  }
}
