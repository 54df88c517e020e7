/** Tables of the terminal report: columns as wide as what stands in them, the last cut where the line ends. */
import { line, type Span } from '../layout.ts';
import { type Paint, themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clip, displayWidth } from '../width.ts';

export interface Column {
  readonly head: string;
  /** Numbers stand at the right. */
  readonly right?: boolean;
  /** Columns of the terminal at most. */
  readonly most?: number;
  readonly paint?: Paint;
}

const INDENT = '  ';
const GAP = '  ';

export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  context: Pick<ReportContext, 'color' | 'unicode' | 'width'>,
): readonly string[] {
  const { glyphs, dim } = themeOf(context);
  const widths = columns.map(({ head, most = Number.POSITIVE_INFINITY }, i) =>
    Math.min(most, Math.max(displayWidth(head), ...rows.map((cells) => displayWidth(cells[i] ?? '')))),
  );
  const lineOf = (cells: readonly string[], paintOf: (column: Column) => Paint | undefined): string => {
    const last = cells.findLastIndex((cell) => cell !== '');
    const spans = columns.slice(0, last + 1).map((column, i): Span => {
      const width = widths[i] ?? 0;
      const text = clip(cells[i] ?? '', width, glyphs.ellipsis);
      const blanks = ' '.repeat(width - displayWidth(text));
      const placed = column.right === true ? blanks + text : i === last ? text : text + blanks;
      const paint = paintOf(column);
      return { text: (i === 0 ? INDENT : GAP) + placed, ...(paint === undefined ? {} : { paint }) };
    });
    return line(spans, context.width, glyphs.ellipsis);
  };
  const head = lineOf(
    columns.map((column) => column.head),
    () => dim,
  );
  return [head, ...rows.map((cells) => lineOf(cells, ({ paint }) => paint))];
}
