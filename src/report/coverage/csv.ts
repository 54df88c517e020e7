/** For spreadsheets: a row a group and concept, counts with what they are of. */
import type { Count, CoverageGroup, CoverageReport } from '../../coverage/types.ts';
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

/** Names are escaped once a group and once a concept: there can be millions of rows. */
export const coverageCsv: CoverageReporter = (report, context) => [...coverageCsvRows(report, context)].join('');

export function* coverageCsvRows({ coverage }: CoverageReport, context: ReportContext): Generator<string> {
  const labels = labelsById(context);
  const concepts = rowsOf(outlineOf(coverage, context.taxonomy, 'en')).map((concept) => {
    const { en = '', ja = '' } = labels.get(concept.id) ?? {};
    return { concept, cells: cellsOf([concept.isPart ? 'part' : 'element', concept.id, en, ja]) };
  });
  yield row(COLUMNS);
  for (const group of coverage.groups) {
    const names = cellsOf([coverage.by ?? '', group.key, group.and ?? '']);
    yield concepts
      .map(({ concept, cells }) => `${names},${cells},${row(numbers(countOf(concept, group), group))}`)
      .join('');
  }
}

function cellsOf(values: readonly string[]): string {
  return row(values).replace(/\r\n$/, '');
}

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
