/** Horizontal bars, one below the other, each under its name and number: readable on a phone. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import { visibleLine } from '../../text.ts';
import { clip, displayWidth } from '../../width.ts';
import { drawn } from './draw.ts';
import { ink } from './palette.ts';

export interface Row {
  readonly name: string;
  /** Beside the name, at the end of the line. */
  readonly number: string;
  /** Of `Rows.most`. */
  readonly value: number;
  /** The range that the value may lie in. */
  readonly range?: { readonly low: number; readonly high: number };
}

interface Rows {
  readonly id: string;
  readonly rows: readonly Row[];
  /** What a full bar stands for. */
  readonly most: number;
  readonly title: string;
  readonly description: string;
}

const WIDTH = 360;
const ROW = 36;
/** Of a row, the bar alone; the name stands above it. */
const BAR = 9;
const TEXT_RISE = -11;
const FONT = 12.5;
/** Units that a column of text takes at most. */
const COLUMN = 6.9;

export function rowsChart({ id, rows, most, title, description }: Rows): string {
  const tracks = bars(
    'track',
    rows.map(() => most),
    { at: ['100%', TEXT_RISE], align: 'right', texts: rows.map(({ number }) => number) },
  );
  const values = bars(
    'data',
    rows.map(({ value }) => value),
    { at: [0, TEXT_RISE], align: 'left', texts: rows.map(nameOf) },
  );
  return drawn(
    {
      grid: { left: 1, right: 1, top: 8, bottom: -8 },
      xAxis: { type: 'value', min: 0, max: most, show: false },
      yAxis: { type: 'category', inverse: true, data: rows.map((_, row) => String(row)), show: false },
      series: [tracks, values, ...ranges(rows)],
    },
    { id, width: WIDTH, height: rows.length * ROW, title, description },
  );
}

interface Labels {
  /** From the bar's upper left corner. */
  readonly at: [number | string, number];
  readonly align: 'left' | 'right';
  readonly texts: readonly string[];
}

function bars(colour: 'track' | 'data', data: number[], { at, align, texts }: Labels): BarSeriesOption {
  return {
    type: 'bar',
    silent: true,
    emphasis: { disabled: true },
    barWidth: BAR,
    barGap: '-100%',
    data,
    itemStyle: { color: ink(colour) },
    label: {
      show: true,
      position: at,
      align,
      verticalAlign: 'middle',
      color: ink('text'),
      fontSize: FONT,
      textBorderWidth: 0,
      formatter: ({ dataIndex }) => texts[dataIndex] ?? '',
    },
  };
}

/** All of them one line with breaks in it. */
function ranges(rows: readonly Row[]): readonly LineSeriesOption[] {
  const data = rows.flatMap(({ range }, row) =>
    range === undefined
      ? []
      : [
          [range.low, row],
          [range.high, row],
          ['-', row],
        ],
  );
  if (data.length === 0) return [];
  return [
    {
      type: 'line',
      silent: true,
      emphasis: { disabled: true },
      symbol: 'none',
      clip: false,
      lineStyle: { color: ink('range'), width: 1.5 },
      data,
    },
  ];
}

function nameOf({ name, number }: Row): string {
  const columns = Math.floor(WIDTH / COLUMN) - displayWidth(number) - 2;
  return clip(visibleLine(name), columns, '…');
}
