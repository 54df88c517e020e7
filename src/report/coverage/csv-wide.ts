/** For spreadsheets: a row a group, a column a part or element, in each the talks that count. */
import { weighed } from '../../coverage/counts.ts';
import { row } from '../csv.ts';
import type { CoverageReporter } from './document.ts';
import { countOf, type OutlineRow, outlineOf, rowsOf } from './outline.ts';

/** Each part stands before its elements; its prefix keeps it apart from elements, and adding up from counting twice. */
export const coverageWideCsv: CoverageReporter = ({ coverage }, { taxonomy }) => {
  const { groups, weight } = coverage;
  const concepts = rowsOf(outlineOf(coverage, taxonomy, 'en'));
  const rows = groups.map((group) => {
    const { key, and = '', talks, tagged, untagged, review } = group;
    const counts = concepts.map((concept) => weighed(countOf(concept, group), weight));
    return row([key, and, talks, tagged, untagged, review, ...counts]);
  });
  return row(['key', 'and', 'talks', 'tagged', 'untagged', 'review', ...concepts.map(nameOf)]) + rows.join('');
};

function nameOf({ id, isPart }: OutlineRow): string {
  return isPart ? `part:${id}` : id;
}
