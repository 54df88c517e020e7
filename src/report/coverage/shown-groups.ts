/** The groups that a text has room for: those that are compared, else the largest; and the words on all others. */
import { typedName } from '../../coverage/group-named.ts';
import type { CoverageReport } from '../../coverage/types.ts';
import { largestGroups, type ShownGroups } from './outline.ts';
import { counted } from './words.ts';

/** Of groups that are compared just these, before and after; else `most` at most, the largest. */
export function groupsShown(report: CoverageReport, most: number): ShownGroups {
  const { groups } = report.coverage;
  const compared = comparedGroups(report);
  if (compared.length === 0) return largestGroups(groups, most);
  return { shown: compared, left: groups.filter((group) => !compared.includes(group)) };
}

/** None where files are compared, or nothing. */
function comparedGroups({ coverage, comparison }: CoverageReport): ShownGroups['shown'] {
  if (comparison === undefined) return [];
  const found = [comparison.before, comparison.after].flatMap(
    (side) => coverage.groups.find((group) => typedName(group) === side.name) ?? [],
  );
  return found.length === 2 ? found : [];
}

/** The groups that a text leaves out, and where all are. */
export function leftGroups(left: ShownGroups['left'], report: CoverageReport): string {
  const more = counted(left.length, 'more group');
  if (comparedGroups(report).length > 0) return `The groups that are compared are shown; ${more}: -f csv lists them.`;
  const largest = left.reduce((most, { talks }) => Math.max(most, talks), 0);
  const size = left.length === 1 ? counted(largest, 'talk') : `${counted(largest, 'talk')} or fewer each`;
  const all = report.coverage.groups.length;
  return `The largest groups are shown; ${more} of ${size}: --groups ${all} shows all, -f csv lists them.`;
}
