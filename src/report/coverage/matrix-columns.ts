/** Groups as columns of a terminal: how wide each is, how its head is broken, and which stand side by side. */
import { weighed } from '../../coverage/counts.ts';
import type { CoverageGroup } from '../../coverage/types.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clipStart, cut, displayWidth } from '../width.ts';
import { wrapText } from '../wrap-text.ts';
import type { View } from './view.ts';
import { interval, named, percent } from './words.ts';

export interface MatrixColumn {
  readonly group: CoverageGroup;
  /** Lines of its name. */
  readonly head: readonly string[];
  /** What stands below it: the talks that its counts are of. */
  readonly of: string;
  readonly width: number;
  readonly shows: 'count' | 'share' | 'interval';
}

const GAP = 2;
/** Heads are so wide at most, and at least where that saves a block. */
const HEAD_COLUMNS = 16;
const NARROW_HEAD_COLUMNS = 8;
/** Heads give way so far for shares and intervals of all talks. */
const ROOMY_HEAD_COLUMNS = 12;
const HEAD_LINES = 3;
/** Where a name without blanks is best broken: `pydata-london-2019`. */
const AFTER_JOINER = /(?<=[^\s\-_/][-_/])(?=[^\s\-_/])/;

/**
 * All talks in front, then the groups, in as few blocks as there is room for and with heads as wide as that allows; where it
 * allows more, the share of all talks and its interval stand beside their count.
 */
export function matrixBlocks(
  groups: readonly CoverageGroup[],
  labels: number,
  view: View,
): readonly (readonly MatrixColumn[])[] {
  const room = view.context.width - labels;
  const foldedTo = (most: number, ofAll: readonly MatrixColumn[]) =>
    fold([...ofAll, ...groups.map((group) => column(group, most, view))], room);
  const count = allColumn(view);
  const withShare = [count, ...shareColumns(view)];
  const fewest = foldedTo(NARROW_HEAD_COLUMNS, [count]);
  for (let most = HEAD_COLUMNS; most >= ROOMY_HEAD_COLUMNS; most--) {
    const blocks = foldedTo(most, withShare);
    if (blocks.length <= fewest.length && (blocks[0]?.length ?? 0) >= withShare.length) return blocks;
  }
  for (let most = HEAD_COLUMNS; most > NARROW_HEAD_COLUMNS; most--) {
    const blocks = foldedTo(most, [count]);
    if (blocks.length <= fewest.length) return blocks;
  }
  return fewest;
}

function fold(columns: readonly MatrixColumn[], room: number): readonly (readonly MatrixColumn[])[] {
  const blocks: MatrixColumn[][] = [];
  let left = 0;
  for (const one of columns) {
    const last = blocks.at(-1);
    if (last === undefined || left < one.width + GAP) {
      blocks.push([one]);
      left = room - one.width - GAP;
    } else {
      last.push(one);
      left -= one.width + GAP;
    }
  }
  return blocks;
}

function allColumn(view: View): MatrixColumn {
  return sized(view.report.coverage.all, ['all'], view);
}

/** Beside the count of all talks. */
function shareColumns({ report, context }: View): readonly MatrixColumn[] {
  const { all } = report.coverage;
  const { dash } = themeOf(context).glyphs;
  const counts = [...Object.values(all.parts), ...Object.values(all.elements)];
  const columnOf = (shows: 'share' | 'interval', of: string, cells: readonly string[]): MatrixColumn => ({
    group: all,
    head: [],
    of,
    width: Math.max(displayWidth(of), ...cells.map(displayWidth)),
    shows,
  });
  return [
    columnOf(
      'share',
      'share',
      counts.map(({ share }) => percent(share)),
    ),
    columnOf(
      'interval',
      '95 %',
      counts.map((count) => interval(count, dash)),
    ),
  ];
}

function column(group: CoverageGroup, most: number, view: View): MatrixColumn {
  const { by, and } = view.report.coverage;
  const second = group.and === undefined ? [] : headLines(named(group.and, and), most, view.context);
  return sized(group, [...headLines(named(group.key, by), most, view.context), ...second], view);
}

function sized(group: CoverageGroup, head: readonly string[], { report, context }: View): MatrixColumn {
  const of = `of ${group.talks}`;
  const { weight } = report.coverage;
  const counts = [...Object.values(group.parts), ...Object.values(group.elements)].map((one) => weighed(one, weight));
  const cells = String(Math.max(0, ...counts)).length + (context.unicode ? 2 : 0);
  return { group, head, of, width: Math.max(cells, of.length, ...head.map(displayWidth)), shows: 'count' };
}

/** A name in a few lines; of one that is too long the end is kept, which tells conferences of two years apart. */
function headLines(name: string, most: number, context: ReportContext): readonly string[] {
  const { ellipsis } = themeOf(context).glyphs;
  const pieces = cut(name, most * (HEAD_LINES + 1)).split(AFTER_JOINER);
  const lines = wrapText(
    pieces.map((text) => ({ text })),
    most,
    '',
  );
  if (lines.length <= HEAD_LINES) return lines;
  return [...lines.slice(0, HEAD_LINES - 1), clipStart(name, most, ellipsis)];
}
