/** A small chart over years: a line with its points and its ranges, or bars. */
import type { BarSeriesOption } from 'echarts/charts';
import { type ChartOption, drawn } from './draw.ts';
import { ink } from './palette.ts';
import { FONT, STILL, type YearValue, yearLine } from './year-line.ts';

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
const HEIGHT = 136;
const LEFT = 48;
const RIGHT = 48;
/** Units that a year's bar takes at most. */
const WIDEST_BAR = 24;
/** Of so many, each point has its dot and each bar its number; of more, the outer ones and the highest. */
const EACH = 8;

export function yearChart(chart: YearChart): string {
  const { id, title, description } = chart;
  const option: ChartOption = {
    grid: { left: LEFT, right: RIGHT, top: 20, bottom: 20 },
    xAxis: yearAxis(chart),
    yAxis: valueAxis(chart),
    series:
      chart.kind === 'bars' ? [bars(chart)] : yearLine(chart.values, chart.top, (at) => isNamed(chart.values, at)),
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

/** Its end is named on its line, clear of the texts of points, which stand left and right of the chart. */
function valueAxis({ top, topText }: YearChart): NonNullable<ChartOption['yAxis']> {
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
      inside: true,
      margin: 1,
      verticalAlign: 'bottom',
      padding: [0, 0, 4, 0],
      formatter: (value: number) => (value === 0 ? '' : (topText ?? '')),
    },
  };
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
