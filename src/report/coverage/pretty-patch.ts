/** What the files that changed since a commit do to the counts. */
import type { Example, Patch } from '../../coverage/types.ts';
import { line } from '../layout.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { PATCH_KINDS, PATCH_TALKS_SHOWN, patchTitle, signedCount } from './asked-words.ts';
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

/** A part that changes, with its elements that do; elements whose part is not known behind all. */
function countRows(patch: Patch, { context, outline, label }: View): readonly TextRow[] {
  const { bold } = themeOf(context);
  const rowOf = (name: string, counts: { readonly before: number; readonly after: number }): readonly string[] => {
    const { before, after } = counts;
    return [name, String(before), String(after), signedCount(after - before)];
  };
  const left = new Map(Object.entries(patch.elements));
  const take = (id: string): readonly TextRow[] => {
    const counts = left.get(id);
    left.delete(id);
    return counts === undefined ? [] : [{ cells: rowOf(`  ${label(id)}`, counts) }];
  };
  const rows = outline.parts.flatMap(({ id, elements, label: name }): readonly TextRow[] => {
    const part = Object.hasOwn(patch.parts, id) ? patch.parts[id] : undefined;
    const below = elements.flatMap((element) => take(element.id));
    return [...(part === undefined ? [] : [{ cells: rowOf(name, part), paint: bold }]), ...below];
  });
  return [...rows, ...[...left.keys()].flatMap(take)];
}
