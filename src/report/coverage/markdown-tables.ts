/** Parts and elements as markdown tables: of one group, or of several side by side. */
import { weighed } from '../../coverage/counts.ts';
import type { Count, CoverageGroup } from '../../coverage/types.ts';
import { bold, details, groupWords, table, words } from './markdown-lines.ts';
import { countOf, isTreated, nobodys, type OutlineRow, rowsOf } from './outline.ts';
import { groupsShown, leftGroups } from './shown-groups.ts';
import type { View } from './view.ts';
import { counted, groupName, INTERVALS_ELSEWHERE, interval, percent } from './words.ts';

const NOTHING = '·';

/** One group: its parts, and folded away its elements with talks that show them. */
export function groupPieces(view: View): readonly string[] {
  const { coverage } = view.report;
  const [group = coverage.all] = coverage.groups;
  const cellsOf = (row: OutlineRow): readonly string[] => {
    const count = countOf(row, group);
    const name = words(row.label);
    return [row.isPart ? bold(name) : name, `${weighed(count, coverage.weight)}/${group.talks}`, ...shares(count)];
  };
  const heads = ['', '> talks', '> share', '> 95 %'];
  const rows = rowsOf(view.outline).filter((row) => isTreated(row, [group]));
  const examples = rows.map((row) => [
    ...cellsOf(row),
    row.isPart ? '' : words(countOf(row, group).examples[0]?.title ?? ''),
  ]);
  return [
    ...(coverage.by === null ? [] : [`### ${groupWords(groupName(group, coverage))}`]),
    table(heads, partsOf(view).map(cellsOf)),
    ...(rows.length === 0 ? [] : [details(elementsTitle(view, [group]), table([...heads, 'for instance'], examples))]),
    ...nobody(view),
  ];
}

function shares(count: Count): readonly [share: string, interval: string] {
  return [inCell(percent(count.share)), interval(count, '–')];
}

/** Parts by group, and folded away the same with elements. */
export function matrixPieces(view: View, most: number): readonly string[] {
  const { coverage } = view.report;
  const { shown, left } = groupsShown(view.report, most);
  const columns = [coverage.all, ...shown];
  const heads = columns.map((group, i) => {
    const name = i === 0 ? 'all' : groupWords(groupName(group, coverage));
    return `> ${name}<br>of ${group.talks}`;
  });
  const tableOf = (rows: readonly OutlineRow[], strong: boolean): string =>
    table(
      ['', ...heads],
      rows.map((row) => {
        const cells = [words(row.label), ...columns.map((group, i) => cell(countOf(row, group), i === 0, view))];
        return strong && row.isPart ? cells.map((text) => (text === NOTHING ? text : bold(text))) : cells;
      }),
    );
  const rows = rowsOf(view.outline).filter((row) => isTreated(row, columns));
  return [
    tableOf(partsOf(view), false),
    `In brackets: shares, of all talks with the 95 % interval. ${INTERVALS_ELSEWHERE}`,
    ...(left.length === 0 ? [] : [leftGroups(left, view.report)]),
    ...(rows.length === 0 ? [] : [details(elementsTitle(view, columns), tableOf(rows, true))]),
    ...nobody(view),
  ];
}

function cell(count: Count, hasInterval: boolean, { report }: View): string {
  const talks = weighed(count, report.coverage.weight);
  const [share, ends] = shares(count);
  return talks === 0 ? NOTHING : `${talks} (${hasInterval ? `${share}, ${ends}` : share})`;
}

function inCell(percents: string): string {
  return percents.replace('<', '&lt;').replace('>', '&gt;');
}

function partsOf({ outline }: View): readonly OutlineRow[] {
  return rowsOf(outline).filter(({ isPart }) => isPart);
}

function elementsTitle({ outline }: View, groups: readonly CoverageGroup[]): string {
  const all = rowsOf(outline).filter(({ isPart }) => !isPart);
  const treated = all.filter((row) => isTreated(row, groups));
  return `${treated.length} of ${counted(all.length, 'element')}, by part`;
}

function nobody({ report, outline }: View): readonly string[] {
  const untreated = nobodys(outline, report.coverage.all).map((label) => words(label));
  return untreated.length === 0 ? [] : [`Nobody: ${untreated.join(' · ')}`];
}
