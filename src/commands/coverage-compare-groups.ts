/** `--compare` of two groups; what is wrong with their names is told so that the next try works. */
import { resolve } from 'node:path';
import { comparisonOf } from '../coverage/compare.ts';
import { groupNamed, typedName } from '../coverage/group-named.ts';
import type { Comparison, Coverage } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import { plainFile } from '../plain-file.ts';
import { isGlob } from '../sources/paths.ts';
import type { CommandContext } from './context.ts';
import type { ComparedNames } from './coverage-plan.ts';

/**
 * The two groups compared. `otherKey`: another key that has both names as values, to be suggested where they are no groups.
 *
 * @throws UsageError for a group that there is not
 */
export function groupsCompared(names: ComparedNames, coverage: Coverage, otherKey: string | undefined): Comparison {
  try {
    return groupsNamed(names, coverage);
  } catch (error) {
    if (!(error instanceof UsageError) || otherKey === undefined || otherKey === coverage.by) throw error;
    throw new UsageError(`${error.message} Both are values of ${otherKey}: add --by ${otherKey}.`);
  }
}

function groupsNamed([before, after]: ComparedNames, coverage: Coverage): Comparison {
  const [older, newer] = [groupNamed(coverage, before), groupNamed(coverage, after)];
  if (older === newer) throw new UsageError(`--compare: "${before}" and "${after}" are the same group.`);
  return comparisonOf(
    { name: typedName(older), group: older },
    { name: typedName(newer), group: newer },
    coverage.weight,
  );
}

/** `behind`: the paths behind the two names. @throws UsageError where one does not exist, so that it was meant as a third name */
export async function refuseThird(behind: readonly string[], { cwd }: CommandContext): Promise<void> {
  for (const path of behind) {
    if (path === '-' || isGlob(path)) continue;
    const { size, refused } = await plainFile(resolve(cwd, path));
    if (size === undefined && refused === undefined)
      throw new UsageError(`--compare compares two; "${path}" is no file or folder.`);
  }
}
