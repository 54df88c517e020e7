/** What changed since an earlier evaluation, for the terminal. */
import type { Comparison, ElementChange } from '../../evaluate/comparison.ts';
import { line } from '../layout.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { counted, FIGURE_NAMES, shown, signed } from './document.ts';
import { table } from './table.ts';

/** Elements that got better and those that got worse, as many of each. */
const SHOWN = 10;

export function changesPretty(comparison: Comparison, context: ReportContext): readonly string[] {
  const { glyphs, bold, dim } = themeOf(context);
  const columns = [
    { head: '' },
    { head: 'before', right: true },
    { head: 'now', right: true },
    { head: 'change', right: true, paint: bold },
  ];
  const figures = comparison.figures.map(({ figure, before, now, change }) => [
    FIGURE_NAMES[figure],
    shown(before, glyphs.dash),
    shown(now, glyphs.dash),
    signed(change, glyphs.dash),
  ]);
  const better = comparison.elements.filter(({ change = 0 }) => change > 0);
  const worse = comparison.elements.filter(({ change = 0 }) => change < 0).toReversed();
  const list = (heads: string, elements: readonly ElementChange[]): readonly string[] =>
    elements.length === 0
      ? []
      : table(
          [{ head: heads, most: 28 }, ...columns.slice(1), { head: 'labelled', right: true }],
          elements
            .slice(0, SHOWN)
            .map(({ id, before, now, change, gold }) => [
              visibleLine(id),
              shown(before),
              shown(now),
              signed(change),
              String(gold),
            ]),
          context,
        );
  return [
    bold('Since the earlier evaluation'),
    line([{ text: `  ${earlierNote(comparison, context)}`, paint: dim }], context.width, glyphs.ellipsis),
    ...table(columns, figures, context),
    ...list(`${counted(better.length, 'element')} better`, better),
    ...list(`${counted(worse.length, 'element')} worse`, worse),
  ];
}

/** What the earlier one was made with and on. */
export function earlierNote({ with: { talks, tool } }: Comparison, { taxonomy }: ReportContext): string {
  const { version, taxonomy: earlier } = tool;
  const same =
    earlier.hash === taxonomy.hash
      ? 'the same taxonomy'
      : `${visibleLine(earlier.id)} ${visibleLine(earlier.version)}, another taxonomy`;
  return `on ${talks} talks, by mlops-tag ${visibleLine(version)} with ${same}`;
}
