/** A small chart over years: a line with its points and its range, or bars. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import { type ChartOption, drawn } from './draw.ts';
import { ink } from './palette.ts';

export interface YearValue {
  readonly year: number;
  readonly value: number;
  /** Beside the first and the last point, and over every bar. */
  readonly text: string;
  /** The range that the value may lie in. */
  readonly range?: { readonly low: number; readonly high: number };
}

interface YearChart {
  readonly id: string;
  readonly kind: 'line' | 'bars';
  /** Ascending. */
  readonly values: readonly YearValue[];
  /** Where the scale ends; it begins at 0. */
  readonly top: number;
  /** The scale's end as text; none when absent. */
  readonly topText?: string;
  readonly title: string;
  readonly description: string;
}

const WIDTH = 300;
const HEIGHT = 132;
/** Of the scale, from where on a point's text is beside the scale's end. */
const HIGH = 0.8;
const LEFT = 38;
const RIGHT = 44;
const FONT = 12;
/** Units that a year's bar takes at most. */
const WIDEST_BAR = 24;
/** Of so many, each point has its dot and each bar its number; of more, the outer ones and the highest. */
const EACH = 8;

export function yearChart(chart: YearChart): string {
  const { id, title, description } = chart;
  const option: ChartOption = {
    grid: { left: LEFT, right: RIGHT, top: 16, bottom: 20 },
    xAxis: yearAxis(chart),
    yAxis: valueAxis(chart),
    series: chart.kind === 'bars' ? [bars(chart)] : [...band(chart), line(chart)],
  };
  return drawn(option, { id, width: WIDTH, height: HEIGHT, title, description });
}

/** Years at their distance, the first and the last of them named. */
function yearAxis({ values }: YearChart): NonNullable<ChartOption['xAxis']> {
  const years = values.map(({ year }) => year);
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  return {
    type: 'value',
    min: first,
    max: last === first ? first + 1 : last,
    splitLine: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: ink('grid') } },
    axisTick: { show: true, customValues: years, lineStyle: { color: ink('grid') } },
    axisLabel: {
      color: ink('quiet'),
      fontSize: FONT,
      hideOverlap: false,
      customValues: [first, last],
      formatter: (year: number) => String(year),
    },
  };
}

/** Its end is named where the first point's own text does not stand. */
function valueAxis({ values, top, topText }: YearChart): NonNullable<ChartOption['yAxis']> {
  return {
    type: 'value',
    min: 0,
    max: top,
    interval: top,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: topText !== undefined, lineStyle: { color: ink('grid'), type: [2, 3] } },
    axisLabel: {
      show: topText !== undefined,
      color: ink('quiet'),
      fontSize: FONT,
      formatter: (value: number) => (value === 0 || (values[0]?.value ?? 0) > HIGH * top ? '' : (topText ?? '')),
    },
  };
}

const STILL = { silent: true, emphasis: { disabled: true } } as const;

function line({ values }: YearChart): LineSeriesOption {
  return {
    ...STILL,
    type: 'line',
    clip: false,
    symbolSize: 6,
    lineStyle: { color: ink('data'), width: 2 },
    itemStyle: { color: ink('data'), borderWidth: 0 },
    data: values.map(({ year, value, text }, at) => ({
      value: [year, value],
      symbol: isNamed(values, at) ? 'circle' : 'none',
      label: {
        show: at === 0 || at === values.length - 1,
        position: at === 0 ? 'left' : 'right',
        color: ink('text'),
        fontSize: FONT,
        textBorderWidth: 0,
        formatter: () => text,
      },
    })),
  };
}

/** Two lines that nobody sees, one on the other, and the area between them; cut off at the scale's end. */
function band({ values, top }: YearChart): readonly LineSeriesOption[] {
  const ranges = values.map(({ year, value, range = { low: value, high: value } }) => ({
    year,
    low: Math.min(range.low, top),
    high: Math.min(range.high, top),
  }));
  const shared = {
    ...STILL,
    type: 'line',
    clip: false,
    stack: 'range',
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

function bars({ values }: YearChart): BarSeriesOption {
  const years = values.map(({ year }) => year);
  const span = Math.max(1, (years.at(-1) ?? 0) - (years[0] ?? 0));
  return {
    ...STILL,
    type: 'bar',
    clip: false,
    barWidth: Math.min(WIDEST_BAR, (0.7 * (WIDTH - LEFT - RIGHT)) / span),
    itemStyle: { color: ink('data') },
    label: {
      show: true,
      position: 'top',
      distance: 3,
      color: ink('text'),
      fontSize: FONT,
      textBorderWidth: 0,
      formatter: ({ dataIndex }) => (isNamed(values, dataIndex) ? (values[dataIndex]?.text ?? '') : ''),
    },
    data: values.map(({ year, value }) => [year, value]),
  };
}

function isNamed(values: readonly YearValue[], at: number): boolean {
  if (values.length <= EACH || at === 0 || at === values.length - 1) return true;
  return values[at]?.value === values.reduce((most, { value }) => Math.max(most, value), 0);
}
