/** One group: a bar a part and element, with how many talks of how many. */
import { weighed } from '../../coverage/counts.ts';
import type { Count, CoverageGroup } from '../../coverage/types.ts';
import { bar, themeOf } from '../theme.ts';
import { countOf, isTreated, nobodys, rowsOf } from './outline.ts';
import { facts, section } from './pretty-lines.ts';
import { type TextColumn, textTable } from './text-table.ts';
import type { View } from './view.ts';
import { groupName, interval, percent } from './words.ts';

/** Cells of a bar, where names need the room and where there is enough. */
const SHORT_BAR = 12;
const LONG_BAR = 24;
const WIDE = 100;

export function barLines(view: View): readonly string[] {
  const { coverage } = view.report;
  const [group = coverage.all] = coverage.groups;
  const { context, outline } = view;
  const { bold } = themeOf(context);
  const most = Math.max(0, ...Object.values(group.parts).map(({ share }) => share));
  const cells = cellsOf(view, group, most);
  const rows = rowsOf(outline)
    .filter((row) => isTreated(row, [group]))
    .map((row) => ({
      cells: [row.isPart ? row.label : `  ${row.label}`, ...cells(countOf(row, group))],
      paint: row.isPart ? bold : undefined,
    }));
  const table = rows.length === 0 ? [] : textTable(columnsOf(context), rows, context);
  const lines = [...table, ...facts('nobody:', nobodys(outline, group), context)];
  return coverage.by === null ? lines : section(groupName(group, coverage), lines, context);
}

/** Talks of how many, share, interval and bar; the longest bar is the largest part's. */
function cellsOf({ report, context }: View, group: CoverageGroup, most: number) {
  const { glyphs } = themeOf(context);
  const cells = context.width < WIDE ? SHORT_BAR : LONG_BAR;
  return (count: Count): readonly string[] => {
    const { full, empty } = bar(most === 0 ? 0 : count.share / most, cells, glyphs);
    return [
      `${weighed(count, report.coverage.weight)}/${group.talks}`,
      percent(count.share),
      interval(count, glyphs.dash),
      full + empty,
    ];
  };
}

function columnsOf(context: View['context']): readonly TextColumn[] {
  return [
    { head: '' },
    { head: 'talks', right: true },
    { head: 'share', right: true },
    { head: '95 %', right: true, drop: 1 },
    { head: '', paint: themeOf(context).bar, drop: 2 },
  ];
}
