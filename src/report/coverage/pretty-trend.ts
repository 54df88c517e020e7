/** How shares move over the years: a row of blocks, with the first and the last count. */
import type { Count, CoverageGroup } from '../../coverage/types.ts';
import { themeOf } from '../theme.ts';
import { tooFewYears, trendNote } from './asked-words.ts';
import { weighed } from './outline.ts';
import { note, section } from './pretty-lines.ts';
import { sparkline } from './spark.ts';
import { textTable } from './text-table.ts';
import { trendTable } from './trend-rows.ts';
import type { View } from './view.ts';
import { percent } from './words.ts';

export function trendLines(view: View): readonly string[] {
  const { trend, coverage } = view.report;
  if (trend === undefined) return [];
  const { context } = view;
  const { bold, bar, glyphs } = themeOf(context);
  const shown = trendTable(trend, view);
  if (shown === undefined) return section('By year', note(tooFewYears(trend), context), context);
  const { first, last, rows } = shown;
  const cellsOf = (count: Count, { talks }: CoverageGroup): readonly string[] => [
    `${weighed(count, coverage.weight)}/${talks}`,
    percent(count.share),
  ];
  const lines = textTable(
    [
      { head: '' },
      { head: `${first.key}${glyphs.dash}${last.key.slice(-2)}`, paint: bar },
      { head: first.key, right: true },
      { head: '', right: true, drop: 1 },
      { head: last.key, right: true },
      { head: '', right: true, drop: 1 },
    ],
    rows.map((row) => ({
      cells: [
        row.isPart ? row.label : `  ${row.label}`,
        sparkline(row.shares, context.unicode),
        ...cellsOf(row.first, first),
        ...cellsOf(row.last, last),
      ],
      paint: row.isPart ? bold : undefined,
    })),
    context,
  );
  return section('By year', [...lines, ...note(trendNote(trend), context)], context);
}
