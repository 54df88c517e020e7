/** For spreadsheets: a row a group, a column an element, in each the talks that count. */
import { row } from '../csv.ts';
import type { CoverageReporter } from './document.ts';
import { countIn, elementsOf, outlineOf, weighed } from './outline.ts';

export const coverageWideCsv: CoverageReporter = ({ coverage }, { taxonomy }) => {
  const { groups, weight } = coverage;
  const ids = elementsOf(outlineOf(coverage, taxonomy, 'en')).map(({ id }) => id);
  const rows = groups.map(({ key, and = '', talks, tagged, untagged, review, elements }) => {
    const counts = ids.map((id) => weighed(countIn(elements, id), weight));
    return row([key, and, talks, tagged, untagged, review, ...counts]);
  });
  return row(['key', 'and', 'talks', 'tagged', 'untagged', 'review', ...ids]) + rows.join('');
};
