/** How shares move over the years: a row of blocks, with the first and the last count. */
import { weighed } from '../../coverage/counts.ts';
import type { Count, CoverageGroup } from '../../coverage/types.ts';
import { themeOf } from '../theme.ts';
import { scaleNote, sizeRow, tooFewYears, trendNote } from './asked-words.ts';
import { note, section } from './pretty-lines.ts';
import { sparkline } from './spark.ts';
import { textTable } from './text-table.ts';
import { type TrendTable, trendTable } from './trend-rows.ts';
import type { View } from './view.ts';
import { percent } from './words.ts';

export function trendLines(view: View): readonly string[] {
  const { trend } = view.report;
  if (trend === undefined) return [];
  const { context } = view;
  const shown = trendTable(trend, view);
  const lines =
    shown === undefined
      ? note(tooFewYears(trend), context)
      : [
          ...tableOf(shown, view),
          ...note(scaleNote(shown, context.unicode), context),
          ...note(trendNote(trend), context),
        ];
  return section('By year', lines, context);
}

function tableOf(table: TrendTable, { report, context }: View): readonly string[] {
  const { first, last, rows, scale } = table;
  const { bold, bar, dim, glyphs } = themeOf(context);
  const cellsOf = (count: Count, { talks }: CoverageGroup): readonly string[] => [
    `${weighed(count, report.coverage.weight)}/${talks}`,
    percent(count.share),
  ];
  const columns = [
    { head: '' },
    { head: `${first.key}${glyphs.dash}${last.key.slice(-2)}`, paint: bar },
    { head: first.key, right: true },
    { head: '', right: true, drop: 1 },
    { head: last.key, right: true },
    { head: '', right: true, drop: 1 },
  ];
  const cells = rows.map((row) => ({
    cells: [
      row.isPart ? row.label : `  ${row.label}`,
      sparkline(row.shares, scale.top, context.unicode),
      ...cellsOf(row.first, first),
      ...cellsOf(row.last, last),
    ],
    paint: row.isPart ? bold : undefined,
  }));
  const sizes = sizeRow(table, context.unicode);
  const ofYears =
    sizes === undefined
      ? []
      : [{ cells: [sizes.label, sizes.series, String(sizes.first), '', String(sizes.last), ''], paint: dim }];
  return textTable(columns, [...ofYears, ...cells], context);
}
