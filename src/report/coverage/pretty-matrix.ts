/** Several groups: parts and elements as rows, groups as columns, in as many blocks as the terminal's width asks for. */
import type { CoverageGroup } from '../../coverage/types.ts';
import { line, type Span } from '../layout.ts';
import { themeOf } from '../theme.ts';
import { clip, displayWidth, padEnd } from '../width.ts';
import { type MatrixColumn, matrixBlocks } from './matrix-columns.ts';
import { countIn, largestGroups, weighed } from './outline.ts';
import { facts, note } from './pretty-lines.ts';
import { noneSign, shade, shadeLegend } from './spark.ts';
import type { View } from './view.ts';
import { leftGroups } from './words.ts';

/** Names take at most so many columns … */
const LABEL_COLUMNS = 40;
/** … and such a share of a narrow terminal. */
const LABEL_SHARE = 0.42;

interface MatrixRow {
  readonly id: string;
  readonly label: string;
  readonly isPart: boolean;
}

/** A section a block, then what the blocks leave out. */
export function matrixLines(view: View): readonly (readonly string[])[] {
  const { coverage, shows } = view.report;
  const { shown, left } = largestGroups(coverage.groups, shows.groups);
  const rows = shownRows(view, shown);
  const widest = Math.max(0, ...rows.map(({ label }) => displayWidth(label)));
  const labels = Math.min(widest, LABEL_COLUMNS, Math.floor(view.context.width * LABEL_SHARE));
  const blocks = matrixBlocks(shown, labels, view);
  return [
    ...(rows.length === 0 ? [] : blocks.map((block) => blockLines(block, rows, labels, view))),
    endLines(view, shown, left),
  ];
}

function shownRows({ outline }: View, groups: readonly CoverageGroup[]): readonly MatrixRow[] {
  const elements = (under: readonly { readonly id: string; readonly label: string }[]): readonly MatrixRow[] =>
    under
      .filter(({ id }) => groups.some((group) => countIn(group.elements, id).talks > 0))
      .map(({ id, label }) => ({ id, label: `  ${label}`, isPart: false }));
  const parts = outline.parts
    .filter(({ id }) => groups.some((group) => countIn(group.parts, id).talks > 0))
    .flatMap(({ id, label, elements: under }) => [{ id, label, isPart: true }, ...elements(under)]);
  return [...parts, ...elements(outline.others)];
}

function blockLines(
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  labels: number,
  { report, context }: View,
): readonly string[] {
  const { bold, dim, glyphs } = themeOf(context);
  const lineOf = (spans: readonly Span[]): string => line(spans, context.width, glyphs.ellipsis);
  const height = Math.max(0, ...columns.map(({ head }) => head.length));
  const heads = Array.from({ length: height }, (_, i) =>
    lineOf([
      { text: ' '.repeat(labels) },
      ...columns.map(({ head, width }) => ({
        text: atRight(head[head.length - height + i] ?? '', width),
        paint: bold,
      })),
    ]),
  );
  const of = columns.map((column) => ({ text: atRight(column.of, column.width), paint: dim }));
  return [
    ...heads,
    lineOf([{ text: ' '.repeat(labels) }, ...of]),
    ...rows.map(({ id, label, isPart }) => {
      const cells = columns.flatMap(({ group, width }) => {
        const { share, ...count } = countIn(isPart ? group.parts : group.elements, id);
        return cell(weighed(count, report.coverage.weight), share, { width, isPart, context });
      });
      const name = padEnd(clip(label, labels, glyphs.ellipsis), labels);
      return lineOf([isPart ? { text: name, paint: bold } : { text: name }, ...cells]);
    }),
  ];
}

interface CellLook extends Pick<View, 'context'> {
  readonly width: number;
  readonly isPart: boolean;
}

/** The count, and beside it how large a share that is. */
function cell(talks: number, share: number, { width, isPart, context }: CellLook): readonly Span[] {
  const { bold, dim, bar } = themeOf(context);
  const block = context.unicode ? ` ${talks === 0 ? ' ' : shade(share)}` : '';
  const room = width - displayWidth(block);
  if (talks === 0) return [{ text: atRight(noneSign(context.unicode), room) + block, paint: dim }];
  const text = atRight(String(talks), room);
  return [isPart ? { text, paint: bold } : { text }, { text: block, paint: bar }];
}

/** A column stands two blanks from the one before. */
function atRight(text: string, width: number): string {
  return ' '.repeat(Math.max(0, 2 + width - displayWidth(text))) + text;
}

/** The shades, the groups that are not shown and what nobody treats. */
function endLines(
  { report, context, outline }: View,
  shown: readonly CoverageGroup[],
  left: readonly CoverageGroup[],
): readonly string[] {
  const { coverage } = report;
  const unseen = [...outline.parts.flatMap(({ elements }) => elements), ...outline.others].filter(({ id }) =>
    shown.every((group) => countIn(group.elements, id).talks === 0),
  );
  const isNobodys = ({ id }: { readonly id: string }): boolean => countIn(coverage.all.elements, id).talks === 0;
  const labels = (of: typeof unseen): readonly string[] => of.map(({ label }) => label);
  return [
    ...(context.unicode ? facts('share', shadeLegend(), context) : []),
    ...facts('nobody:', labels(unseen.filter(isNobodys)), context),
    ...facts('only in groups not shown:', labels(unseen.filter((one) => !isNobodys(one))), context),
    ...(left.length === 0 ? [] : note(leftGroups(left, coverage.groups.length), context)),
  ];
}
