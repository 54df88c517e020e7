/** What a trend shows: each part, and the elements that moved. */
import type { Count, CoverageGroup, Trend } from '../../coverage/types.ts';
import { countIn, type Labelled } from './outline.ts';
import type { View } from './view.ts';

/** Years that a series of signs has room for. */
const MOST_YEARS = 24;
/** Of a year with fewer talks a share says little. */
export const FEW_TALKS = 5;

export interface TrendRow extends Labelled {
  readonly isPart: boolean;
  readonly shares: readonly (number | undefined)[];
  readonly first: Count;
  readonly last: Count;
}

export interface TrendTable {
  readonly rows: readonly TrendRow[];
  readonly first: CoverageGroup;
  readonly last: CoverageGroup;
  /** Talks of each year of the series; undefined of one that has none. */
  readonly sizes: readonly (number | undefined)[];
  readonly scale: TrendScale;
}

/** What the series of all rows are drawn by. */
export interface TrendScale {
  /** The highest share of a year that has not few talks, or of any where all have. */
  readonly top: number;
  /** Whether years of few talks go beyond it. */
  readonly isOpen: boolean;
}

/** Absent where there are no two years to compare. */
export function trendTable(trend: Trend, { outline }: View): TrendTable | undefined {
  const series = yearByYear(trend.points, MOST_YEARS);
  const points = series.filter((point) => point !== undefined);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  const rowOf = ({ id, label }: Labelled, isPart: boolean): TrendRow => {
    const countAt = (point: CoverageGroup): Count => countIn(isPart ? point.parts : point.elements, id, point.talks);
    const shares = series.map((point) => (point === undefined ? undefined : countAt(point).share));
    return { id, label, isPart, shares, first: countAt(first), last: countAt(last) };
  };
  const moving = (elements: readonly Labelled[]): readonly TrendRow[] =>
    elements.map((element) => rowOf(element, false)).filter(hasMoved);
  const rows = outline.parts.flatMap(({ elements, ...part }) => {
    const row = rowOf(part, true);
    return row.shares.some((share) => share !== undefined && share > 0) ? [row, ...moving(elements)] : [];
  });
  const all = [...rows, ...moving(outline.others)];
  const sizes = series.map((point) => point?.talks);
  return { rows: all, first, last, sizes, scale: scaleOf(all, sizes) };
}

/** A place a year from the first point to the last, empty where it has no talk; of more years than `most` the last points alone. */
export function yearByYear(points: readonly CoverageGroup[], most: number): readonly (CoverageGroup | undefined)[] {
  const first = Number(points[0]?.key);
  const last = Number(points.at(-1)?.key);
  if (!(last - first < most)) return points.slice(-most);
  const byYear = new Map(points.map((point) => [Number(point.key), point]));
  return Array.from({ length: last - first + 1 }, (_, i) => byYear.get(first + i));
}

function scaleOf(rows: readonly TrendRow[], sizes: TrendTable['sizes']): TrendScale {
  const highest = (isCounted: (talks: number) => boolean): number =>
    Math.max(0, ...rows.flatMap(({ shares }) => shares.filter((_, i) => isCounted(sizes[i] ?? 0))).map(known));
  const [most, ofAny] = [highest((talks) => talks >= FEW_TALKS), highest(() => true)];
  const top = most === 0 ? ofAny : most;
  return { top, isOpen: ofAny > top };
}

function known(share: number | undefined): number {
  return share ?? 0;
}

/** Each share lies outside the other's interval. */
function hasMoved({ first, last }: TrendRow): boolean {
  const outside = (share: number, { low, high }: Count): boolean => share < low || share > high;
  return outside(first.share, last) && outside(last.share, first);
}
