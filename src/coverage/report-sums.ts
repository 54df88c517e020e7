/** Whether the counts of a report fit together: what is computed from them takes for granted that they do. */
import type { Count, Coverage, CoverageGroup } from './types.ts';

/** A count that cannot be, and where it stands. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** The first that does not fit. */
export function misfitOf({ talks, all, groups }: Coverage): Misfit | undefined {
  const wholes = [{ path: ['all'], group: all }, ...groups.map((group, i) => ({ path: ['groups', i], group }))];
  if (all.talks !== talks)
    return { path: ['all', 'talks'], reason: `is ${all.talks}, and the report's talks are ${talks}` };
  for (const { path, group } of wholes) {
    const misfit = misfitIn(group, talks);
    if (misfit !== undefined) return { path: [...path, ...misfit.path], reason: misfit.reason };
  }
  return undefined;
}

function misfitIn(group: CoverageGroup, all: number): Misfit | undefined {
  const { talks, tagged, untagged, review } = group;
  const sum = tagged + untagged + review;
  if (talks > all) return { path: ['talks'], reason: `is ${talks}, more than the report's ${all}` };
  if (sum !== talks)
    return { path: ['talks'], reason: `is ${talks}, and tagged, untagged and review add up to ${sum}` };
  return (
    countMisfit('parts', group) ??
    countMisfit('elements', group) ??
    namedMisfit('tools', group) ??
    namedMisfit('organisations', group)
  );
}

function countMisfit(kind: 'parts' | 'elements', group: CoverageGroup): Misfit | undefined {
  for (const [id, count] of Object.entries(group[kind])) {
    const misfit = tooMany(count, group.talks);
    if (misfit !== undefined) return { path: [kind, id, ...misfit.path], reason: misfit.reason };
  }
  return undefined;
}

function tooMany({ talks, primary }: Count, of: number): Misfit | undefined {
  if (talks > of) return { path: ['talks'], reason: `is ${talks}, more than the group's ${of} talks` };
  return primary > talks ? { path: ['primary'], reason: `is ${primary}, more than its ${talks} talks` } : undefined;
}

function namedMisfit(kind: 'tools' | 'organisations', group: CoverageGroup): Misfit | undefined {
  for (const [i, { talks, elements }] of group[kind].entries()) {
    if (talks > group.talks)
      return { path: [kind, i, 'talks'], reason: `is ${talks}, more than the group's ${group.talks} talks` };
    for (const [id, count] of Object.entries(elements))
      if (count > talks)
        return { path: [kind, i, 'elements', id], reason: `is ${count}, more than its ${talks} talks` };
  }
  return undefined;
}
