/** What is new, grown, shrunk or gone between two sides, and whether chance alone would do it. */
import type { Change, Comparison } from '../../coverage/types.ts';
import { themeOf } from '../theme.ts';
import { compared, testNote } from './asked-words.ts';
import { byStatus, unchanged } from './changes.ts';
import { facts, note, section } from './pretty-lines.ts';
import { type TextColumn, type TextRow, textTable } from './text-table.ts';
import type { View } from './view.ts';
import { chance, points } from './words.ts';

const COLUMNS: readonly TextColumn[] = [
  { head: '' },
  { head: 'before', right: true },
  { head: 'after', right: true },
  { head: 'points', right: true, drop: 1 },
  { head: 'by chance  ', right: true },
];

export function comparisonLines(view: View): readonly string[] {
  const { comparison } = view.report;
  if (comparison === undefined) return [];
  const { context } = view;
  const { glyphs } = themeOf(context);
  return section(
    compared(comparison, glyphs.ellipsis),
    [
      ...textTable(COLUMNS, rowsOf(comparison, view), context),
      '',
      ...facts('', unchanged(comparison.elements), context),
      ...note(testNote(comparison, glyphs.primary), context),
    ],
    context,
  );
}

/** Parts, then elements under what became of them. */
function rowsOf({ before, after, parts, elements }: Comparison, { label, context }: View): readonly TextRow[] {
  const { bold, glyphs } = themeOf(context);
  const cellsOf = (change: Change): readonly string[] => [
    `${change.before.talks}/${before.talks}`,
    `${change.after.talks}/${after.talks}`,
    points(change.difference),
    `${change.p === null ? glyphs.dash : chance(change.p)} ${change.significant ? glyphs.primary : ' '}`,
  ];
  const treated = parts.filter(({ status }) => status !== 'none');
  return [
    ...treated.map((change) => ({ cells: [label(change.id), ...cellsOf(change)], paint: bold })),
    ...byStatus(elements).flatMap(({ title, changes }): readonly TextRow[] => [
      { cells: [''] },
      { cells: [title], paint: bold },
      ...changes.map((change) => ({ cells: [`  ${label(change.id)}`, ...cellsOf(change)] })),
    ]),
  ];
}
