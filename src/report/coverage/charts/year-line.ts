/** A line over years: broken where a year is missing, with the range of each value as a band, and signs for what the scale has no room for. */
import type { LineSeriesOption } from 'echarts/charts';
import { ink } from './palette.ts';

export interface YearValue {
  readonly year: number;
  /** Beyond the scale it is drawn at its end, with a sign. */
  readonly value: number;
  /** Beside the first and the last point, and over every bar. */
  readonly text: string;
  /** The range that the value may lie in, cut off at the scale's end with a sign. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Of so little that its point is hollow and its range is not drawn. */
  readonly isFew?: boolean;
}

export const FONT = 12;
/** Nothing moves, and nothing answers to a pointer. */
export const STILL = { silent: true, emphasis: { disabled: true } } as const;

/** Of a year that stands alone, whose range is a line. */
const LONE_RANGE = 5;
const SIGN = 7;

/** What lies behind comes first. `hasPoint`: of which values the point itself is drawn, by their place. */
export function yearLine(
  values: readonly YearValue[],
  top: number,
  hasPoint: (at: number) => boolean,
): LineSeriesOption[] {
  const certain = values.filter(({ isFew }) => isFew !== true);
  const bands = runsOf(certain).flatMap((run, at) => (run.length === 1 ? loneRange(run, top) : band(run, top, at)));
  const cut = certain.filter(({ value, range = { high: value } }) => range.high > top);
  return [...bands, ...cutSigns(cut, top), line(values, top, hasPoint)];
}

/** Years that follow each other. */
function runsOf(values: readonly YearValue[]): readonly (readonly YearValue[])[] {
  const runs: YearValue[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === value.year - 1) run.push(value);
    else runs.push([value]);
  }
  return runs;
}

function line(values: readonly YearValue[], top: number, hasPoint: (at: number) => boolean): LineSeriesOption {
  const isAlone = new Set(runsOf(values).flatMap((run) => (run.length === 1 ? run : [])));
  const data = values.flatMap((value, at): NonNullable<LineSeriesOption['data']> => {
    const isShown = hasPoint(at) || value.isFew === true || isAlone.has(value);
    const point = {
      value: [value.year, Math.min(value.value, top)],
      ...(isShown ? looksOf(value, top) : { symbol: 'none' }),
      label: labelOf(value, at, values.length),
    };
    const isBroken = at > 0 && values[at - 1]?.year !== value.year - 1;
    return isBroken ? [[value.year, '-'], point] : [point];
  });
  return {
    ...STILL,
    type: 'line',
    clip: false,
    symbolSize: 6,
    showAllSymbol: true,
    lineStyle: { color: ink('data'), width: 2 },
    itemStyle: { color: ink('data'), borderWidth: 0 },
    data,
  };
}

function looksOf({ value, isFew }: YearValue, top: number) {
  if (isFew !== true) return { symbol: 'circle' };
  const itemStyle = { color: ink('ground'), borderColor: ink('data'), borderWidth: 1.5 };
  return { symbol: value > top ? 'triangle' : 'circle', symbolSize: SIGN, itemStyle };
}

function labelOf({ text }: YearValue, at: number, count: number) {
  return {
    show: at === 0 || at === count - 1,
    position: at === 0 ? ('left' as const) : ('right' as const),
    color: ink('text'),
    fontSize: FONT,
    textBorderWidth: 0,
    formatter: () => text,
  };
}

function rangeOf({ value, range = { low: value, high: value } }: YearValue, top: number) {
  return { low: Math.min(range.low, top), high: Math.min(range.high, top) };
}

/** Two lines that nobody sees, one on the other, and the area between them. */
function band(values: readonly YearValue[], top: number, number: number): readonly LineSeriesOption[] {
  const ranges = values.map((value) => ({ year: value.year, ...rangeOf(value, top) }));
  const shared = {
    ...STILL,
    type: 'line',
    clip: false,
    stack: `range-${number}`,
    symbol: 'none',
    lineStyle: { opacity: 0 },
  } as const;
  return [
    { ...shared, data: ranges.map(({ year, low }) => [year, low]) },
    {
      ...shared,
      areaStyle: { color: ink('band'), opacity: 1 },
      data: ranges.map(({ year, low, high }) => [year, high - low]),
    },
  ];
}

function loneRange(values: readonly YearValue[], top: number): readonly LineSeriesOption[] {
  return values.map((value): LineSeriesOption => {
    const { low, high } = rangeOf(value, top);
    const lineStyle = { color: ink('band'), width: LONE_RANGE };
    const ends = [
      [value.year, low],
      [value.year, high],
    ];
    return { ...STILL, type: 'line', clip: false, symbol: 'none', lineStyle, data: ends };
  });
}

/** Where a range goes on beyond the scale. */
function cutSigns(values: readonly YearValue[], top: number): readonly LineSeriesOption[] {
  if (values.length === 0) return [];
  return [
    {
      ...STILL,
      type: 'line',
      clip: false,
      symbol: 'triangle',
      symbolSize: SIGN - 1,
      showAllSymbol: true,
      lineStyle: { opacity: 0 },
      itemStyle: { color: ink('range'), borderWidth: 0 },
      data: values.map(({ year }) => [year, top]),
    },
  ];
}
