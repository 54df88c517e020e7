/** What a trend shows: each part, and the elements that moved. */
import type { Count, CoverageGroup, Trend } from '../../coverage/types.ts';
import { countIn, type Named } from './outline.ts';
import { evenly } from './spark.ts';
import type { View } from './view.ts';

/** Years that a series of signs has room for. */
const MOST_YEARS = 24;

export interface TrendRow extends Named {
  readonly isPart: boolean;
  readonly shares: readonly (number | undefined)[];
  readonly first: Count;
  readonly last: Count;
}

export interface TrendTable {
  readonly rows: readonly TrendRow[];
  readonly first: CoverageGroup;
  readonly last: CoverageGroup;
  /** Years with talks that are drawn. */
  readonly years: number;
}

/** Absent where there are no two years to compare. */
export function trendTable(trend: Trend, { outline }: View): TrendTable | undefined {
  const series = evenly(trend.points, MOST_YEARS);
  const points = series.filter((point) => point !== undefined);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  const rowOf = ({ id, label }: Named, isPart: boolean): TrendRow => {
    const countAt = (point: CoverageGroup): Count => countIn(isPart ? point.parts : point.elements, id);
    const shares = series.map((point) => (point === undefined ? undefined : countAt(point).share));
    return { id, label, isPart, shares, first: countAt(first), last: countAt(last) };
  };
  const moving = (elements: readonly Named[]): readonly TrendRow[] =>
    elements.map((element) => rowOf(element, false)).filter(hasMoved);
  const rows = outline.parts.flatMap(({ elements, ...part }) => {
    const row = rowOf(part, true);
    return row.shares.some((share) => share !== undefined && share > 0) ? [row, ...moving(elements)] : [];
  });
  return { rows: [...rows, ...moving(outline.others)], first, last, years: points.length };
}

/** Each share lies outside the other's interval. */
function hasMoved({ first, last }: TrendRow): boolean {
  const outside = (share: number, { low, high }: Count): boolean => share < low || share > high;
  return outside(first.share, last) && outside(last.share, first);
}
