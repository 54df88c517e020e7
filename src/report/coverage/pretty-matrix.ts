/** Several groups: parts and elements as rows, groups as columns, in as many blocks as the terminal's width asks for. */
import { countAt, weighed } from '../../coverage/counts.ts';
import { line, type Span } from '../layout.ts';
import { themeOf } from '../theme.ts';
import { clip, displayWidth, padEnd } from '../width.ts';
import { type MatrixColumn, matrixBlocks } from './matrix-columns.ts';
import { countOf, elementsOf, isTreated, nobodys, type OutlineRow, rowsOf, type ShownGroups } from './outline.ts';
import { facts, note } from './pretty-lines.ts';
import { groupsShown, leftGroups } from './shown-groups.ts';
import { noneSign, shade, shadeLegend } from './spark.ts';
import type { View } from './view.ts';
import { INTERVALS_ELSEWHERE, interval, percent } from './words.ts';

/** Names take at most so many columns … */
const LABEL_COLUMNS = 40;
/** … and such a share of a narrow terminal. */
const LABEL_SHARE = 0.42;

type Look = Pick<View, 'report' | 'context'>;

/** A section a block, then what the blocks leave out. */
export function matrixLines(view: View): readonly (readonly string[])[] {
  const { shown, left } = groupsShown(view.report, view.report.shows.groups);
  const rows = rowsOf(view.outline)
    .filter((row) => isTreated(row, shown))
    .map((row) => (row.isPart ? row : { ...row, label: `  ${row.label}` }));
  const widest = Math.max(0, ...rows.map(({ label }) => displayWidth(label)));
  const labels = Math.min(widest, LABEL_COLUMNS, Math.floor(view.context.width * LABEL_SHARE));
  const blocks = rows.length === 0 ? [] : withRows(matrixBlocks(shown, labels, view), rows);
  return [
    ...blocks.map((block) => blockLines(block, labels, view)),
    endLines(view, { shown, left, isShortened: blocks.some((block) => block.rows.length < rows.length) }),
  ];
}

interface Block {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly OutlineRow[];
}

/** All rows in the first block, in those below only what their groups treat. */
function withRows(blocks: readonly (readonly MatrixColumn[])[], rows: readonly OutlineRow[]): readonly Block[] {
  return blocks.map((columns, i) => {
    const groups = columns.map(({ group }) => group);
    return { columns, rows: i === 0 ? rows : rows.filter((row) => isTreated(row, groups)) };
  });
}

function blockLines({ columns, rows }: Block, labels: number, { report, context }: Look): readonly string[] {
  const { bold, dim, glyphs } = themeOf(context);
  const lineOf = (spans: readonly Span[]): string => line(spans, context.width, glyphs.ellipsis);
  const height = Math.max(0, ...columns.map(({ head }) => head.length));
  const heads = Array.from({ length: height }, (_, i) =>
    columns.map(({ head, width }) => ({ text: atRight(head[head.length - height + i] ?? '', width), paint: bold })),
  );
  const of = columns.map((column) => ({ text: atRight(column.of, column.width), paint: dim }));
  const blanks = { text: ' '.repeat(labels) };
  return [
    ...heads.map((spans) => lineOf([blanks, ...spans])),
    lineOf([blanks, ...of]),
    ...rows.map((row) => {
      const name = { text: padEnd(clip(row.label, labels, glyphs.ellipsis), labels) };
      const cells = columns.flatMap((column) => cell(row, column, { report, context }));
      return lineOf([row.isPart ? { ...name, paint: bold } : name, ...cells]);
    }),
  ];
}

/** The count, and beside it how large a share that is; or the share itself, or its interval. */
function cell(row: OutlineRow, { group, width, shows }: MatrixColumn, { report, context }: Look): readonly Span[] {
  const { bold, dim, bar, glyphs } = themeOf(context);
  const count = countOf(row, group);
  if (shows === 'share') return [{ text: atRight(percent(count.share), width) }];
  if (shows === 'interval') return [{ text: atRight(interval(count, glyphs.dash), width), paint: dim }];
  const talks = weighed(count, report.coverage.weight);
  const block = context.unicode ? ` ${talks === 0 ? ' ' : shade(count.share)}` : '';
  const room = width - displayWidth(block);
  if (talks === 0) return [{ text: atRight(noneSign(context.unicode), room) + block, paint: dim }];
  const text = atRight(String(talks), room);
  return [row.isPart ? { text, paint: bold } : { text }, { text: block, paint: bar }];
}

/** A column stands two blanks from the one before. */
function atRight(text: string, width: number): string {
  return ' '.repeat(Math.max(0, 2 + width - displayWidth(text))) + text;
}

interface Ending extends ShownGroups {
  /** Whether blocks below the first have fewer rows. */
  readonly isShortened: boolean;
}

/** The shades, the rows and groups that are not shown and what nobody treats. */
function endLines({ report, context, outline }: View, { shown, left, isShortened }: Ending): readonly string[] {
  const { coverage } = report;
  const unseen = elementsOf(outline).filter(({ id }) =>
    shown.every(({ elements }) => (countAt(elements, id)?.talks ?? 0) === 0),
  );
  const elsewhere = unseen.filter(({ id }) => (countAt(coverage.all.elements, id)?.talks ?? 0) > 0);
  return [
    ...(context.unicode ? facts('share', shadeLegend(), context) : []),
    ...note(INTERVALS_ELSEWHERE, context),
    ...(isShortened ? note('Below the first block, rows without a talk are left out.', context) : []),
    ...facts('nobody:', nobodys(outline, coverage.all), context),
    ...facts(
      'only in groups not shown:',
      elsewhere.map(({ label }) => label),
      context,
    ),
    ...(left.length === 0 ? [] : note(leftGroups(left, report), context)),
  ];
}
