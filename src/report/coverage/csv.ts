/** For spreadsheets: a row a group and concept, counts with what they are of. */
import type { Count, CoverageGroup } from '../../coverage/types.ts';
import type { ByLanguage } from '../../taxonomy/types.ts';
import { row } from '../csv.ts';
import type { ReportContext } from '../types.ts';
import type { CoverageReporter } from './document.ts';
import { countOf, outlineOf, rowsOf } from './outline.ts';

const COLUMNS = [
  'by',
  'key',
  'and',
  'kind',
  'id',
  'label_en',
  'label_ja',
  'talks',
  'primary',
  'of',
  'share',
  'low',
  'high',
] as const;

export const coverageCsv: CoverageReporter = ({ coverage }, context) => {
  const concepts = rowsOf(outlineOf(coverage, context.taxonomy, 'en'));
  const labels = labelsById(context);
  const rows = coverage.groups.flatMap((group) =>
    concepts.map((concept) => {
      const { id, isPart } = concept;
      const { en = '', ja = '' } = labels.get(id) ?? {};
      const names = [coverage.by ?? '', group.key, group.and ?? ''];
      return row([...names, isPart ? 'part' : 'element', id, en, ja, ...numbers(countOf(concept, group), group)]);
    }),
  );
  return row(COLUMNS) + rows.join('');
};

function labelsById({ taxonomy }: ReportContext): ReadonlyMap<string, ByLanguage> {
  return new Map(taxonomy.concepts.map(({ id, prefLabel }) => [id, prefLabel]));
}

function numbers(count: Count, { talks: of }: CoverageGroup): readonly number[] {
  const { talks, primary, share, low, high } = count;
  return [talks, primary, of, ...[share, low, high].map(sixDecimals)];
}

/** As exact as a count of talks can be, and no number that a spreadsheet takes for text. */
function sixDecimals(value: number): number {
  return Number(value.toFixed(6));
}
