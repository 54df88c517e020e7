/** Tables of the terminal that give way where it is narrow: columns of less use go, then names are cut. */
import { line, type Span } from '../layout.ts';
import { type Paint, themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clip, displayWidth } from '../width.ts';

export interface TextColumn {
  readonly head: string;
  /** Numbers stand at the right. */
  readonly right?: boolean;
  /** Goes where there is no room, the highest first; without it a column stays. */
  readonly drop?: number;
  readonly paint?: Paint;
}

export interface TextRow {
  /** The first is the name, which is cut where there is no room. */
  readonly cells: readonly string[];
  /** Of the name. */
  readonly paint?: Paint | undefined;
}

const GAP = '  ';
/** A name is at most so wide … */
const NAME_COLUMNS = 44;
/** … and while a column can go, at least so. */
const NAME_AT_LEAST = 20;

export function textTable(
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
  context: Pick<ReportContext, 'color' | 'unicode' | 'width'>,
): readonly string[] {
  const widths = columns.map(({ head }, i) =>
    Math.max(displayWidth(head), ...rows.map(({ cells }) => displayWidth(cells[i] ?? ''))),
  );
  const kept = keptColumns(columns, widths, context.width);
  const name = Math.max(1, Math.min(widths[0] ?? 0, NAME_COLUMNS, nameRoom(kept, widths, context.width)));
  const { glyphs, dim } = themeOf(context);
  const lineOf = (cells: readonly string[], paintOf: (column: number) => Paint | undefined): string => {
    const spans = kept.map((i): Span => {
      const width = i === 0 ? name : (widths[i] ?? 0);
      const text = clip(cells[i] ?? '', width, glyphs.ellipsis);
      const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
      const paint = paintOf(i);
      const placed = columns[i]?.right === true ? blanks + text : text + blanks;
      return { text: (i === 0 ? '' : GAP) + placed, ...(paint === undefined ? {} : { paint }) };
    });
    return line(spans, context.width, glyphs.ellipsis);
  };
  const heads = columns.map(({ head }) => head);
  return [
    ...(heads.every((head) => head === '') ? [] : [lineOf(heads, () => dim)]),
    ...rows.map(({ cells, paint }) => lineOf(cells, (i) => (i === 0 ? paint : columns[i]?.paint))),
  ];
}

/** Those that there is room for beside the name. */
function keptColumns(columns: readonly TextColumn[], widths: readonly number[], width: number): readonly number[] {
  let kept = columns.map((_, i) => i);
  const wanted = Math.min(widths[0] ?? 0, NAME_AT_LEAST);
  while (nameRoom(kept, widths, width) < wanted) {
    const least = Math.max(...kept.map((i) => columns[i]?.drop ?? 0));
    if (least === 0) break;
    kept = kept.filter((i) => columns[i]?.drop !== least);
  }
  return kept;
}

function nameRoom(kept: readonly number[], widths: readonly number[], width: number): number {
  return kept.filter((i) => i > 0).reduce((room, i) => room - GAP.length - (widths[i] ?? 0), width);
}
