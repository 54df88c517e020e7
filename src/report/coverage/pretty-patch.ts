/** What the files that changed since a commit do to the counts. */
import type { Example, Patch } from '../../coverage/types.ts';
import { line } from '../layout.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { PATCH_KINDS, PATCH_TALKS_SHOWN, patchTitle, signedCount } from './asked-words.ts';
import { patchRows } from './patch-rows.ts';
import { note, section } from './pretty-lines.ts';
import { type TextRow, textTable } from './text-table.ts';
import type { View } from './view.ts';

export function patchLines(view: View): readonly string[] {
  const { patch } = view.report;
  if (patch === undefined) return [];
  const { context } = view;
  const titles = PATCH_KINDS.flatMap((kind) => talkLines(kind, patch[kind], context));
  const counts = countRows(patch, view);
  const columns = [
    { head: '' },
    { head: 'before', right: true },
    { head: 'after', right: true },
    { head: '', right: true, paint: themeOf(context).bold },
  ];
  return section(
    patchTitle(patch),
    [
      ...titles,
      ...(counts.length > 0
        ? ['', ...textTable(columns, counts, context)]
        : note('No count of a part or element changes.', context)),
    ],
    context,
  );
}

function talkLines(kind: string, talks: readonly Example[], context: ReportContext): readonly string[] {
  const { dim, glyphs } = themeOf(context);
  const left = talks.length - PATCH_TALKS_SHOWN;
  const shown = talks.slice(0, PATCH_TALKS_SHOWN).map(({ title }) => visibleLine(title) || '(no title)');
  return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].map((text) =>
    line([{ text: `  ${kind.padEnd('removed'.length)}  `, paint: dim }, { text }], context.width, glyphs.ellipsis),
  );
}

function countRows(patch: Patch, view: View): readonly TextRow[] {
  const { bold } = themeOf(view.context);
  return patchRows(patch, view).map(({ label, isPart, before, after }) => ({
    cells: [isPart ? label : `  ${label}`, String(before), String(after), signedCount(after - before)],
    paint: isPart ? bold : undefined,
  }));
}
