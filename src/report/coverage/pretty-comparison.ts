/** What is new, grown, shrunk or gone between two sides, and whether chance alone would do it. */
import type { Change } from '../../coverage/types.ts';
import { themeOf } from '../theme.ts';
import { compared, testNote } from './asked-words.ts';
import { byStatus, unchanged } from './changes.ts';
import { facts, note, section } from './pretty-lines.ts';
import { type TextRow, textTable } from './text-table.ts';
import type { View } from './view.ts';
import { chance, points } from './words.ts';

export function comparisonLines(view: View): readonly string[] {
  const { comparison } = view.report;
  if (comparison === undefined) return [];
  const { context } = view;
  const { bold, glyphs } = themeOf(context);
  const { before, after } = comparison;
  const rowOf = (change: Change, indent: string): TextRow => ({
    cells: [
      indent + view.label(change.id),
      `${change.before.talks}/${before.talks}`,
      `${change.after.talks}/${after.talks}`,
      points(change.difference),
      `${change.p === null ? glyphs.dash : chance(change.p)} ${change.significant ? glyphs.primary : ' '}`,
    ],
    paint: indent === '' ? bold : undefined,
  });
  const elements = byStatus(comparison.elements).flatMap(({ title, changes }): readonly TextRow[] => [
    { cells: [''] },
    { cells: [title], paint: bold },
    ...changes.map((change) => rowOf(change, '  ')),
  ]);
  const columns = [
    { head: '' },
    { head: 'before', right: true },
    { head: 'after', right: true },
    { head: 'points', right: true, drop: 1 },
    { head: 'by chance  ', right: true },
  ];
  const rows = [...comparison.parts.filter(isTreated).map((change) => rowOf(change, '')), ...elements];
  return section(
    compared(comparison, glyphs.ellipsis),
    [
      ...textTable(columns, rows, context),
      '',
      ...facts('', unchanged(comparison.elements), context),
      ...note(testNote(comparison, glyphs.primary), context),
    ],
    context,
  );
}

function isTreated({ status }: Change): boolean {
  return status !== 'none';
}
