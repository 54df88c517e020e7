/** `--format svg`: the map of all talks, and below it a small one for each group. */
import type { CoverageGroup, CoverageReport } from '../../../coverage/types.ts';
import { plainLine } from '../../text.ts';
import type { CoverageReporter } from '../document.ts';
import { largestGroups } from '../outline.ts';
import { captionOf } from './caption.ts';
import { joined, namesOf } from './names.ts';
import type { SmallMaps } from './small-maps.ts';
import { mapSvg } from './svg.ts';

export const coverageSvg: CoverageReporter = (report, { taxonomy }) => {
  const small = smallMaps(report);
  return mapSvg(report.coverage.all, taxonomy, {
    title: report.title === undefined ? joined(namesOf(taxonomy.id, taxonomy.title)) : plainLine(report.title),
    caption: captionOf(report.coverage, '·'),
    weight: report.coverage.weight,
    standalone: true,
    ...(small === undefined ? {} : { small }),
  });
};

/** The largest groups, in the report's order. */
function smallMaps({ coverage, shows }: CoverageReport): SmallMaps | undefined {
  const { by, and, groups } = coverage;
  if (by === null || groups.length < 2 || shows.groups < 1) return undefined;
  const { shown } = largestGroups(groups, shows.groups);
  const key = and === null ? by : `${by} and ${and}`;
  const which = shown.length < groups.length ? `: the ${shown.length} largest of ${groups.length}` : '';
  return {
    title: `By ${key}${which}`,
    groups: shown.map((group) => ({ name: groupName(group, by, and), group })),
  };
}

function groupName(group: CoverageGroup, by: string, and: string | null): string {
  const name = (value: string, key: string): string => (value === '' ? `(no ${key})` : value);
  return and === null ? name(group.key, by) : `${name(group.key, by)} · ${name(group.and ?? '', and)}`;
}
