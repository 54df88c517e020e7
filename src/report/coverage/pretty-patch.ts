/** What the files that changed since a commit do to the counts. */
import type { Example, Patch, PatchTalk } from '../../coverage/types.ts';
import { line } from '../layout.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { PATCH_KINDS, PATCH_TALKS_SHOWN, patchTitle, signedCount } from './asked-words.ts';
import { patchRows, patchTalkWords } from './patch-rows.ts';
import { note, section, sentence } from './pretty-lines.ts';
import { type TextRow, textTable } from './text-table.ts';
import type { View } from './view.ts';
import { shortName } from './words.ts';

const NAME_COLUMNS = 40;

export function patchLines(view: View): readonly string[] {
  const { patch } = view.report;
  if (patch === undefined) return [];
  const { context } = view;
  const titles = PATCH_KINDS.flatMap((kind) => talkLines(kind, patch, view));
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

/** Where what is said of a talk begins, under its title. */
const INDENT = ' '.repeat('  removed  '.length);

function talkLines(kind: (typeof PATCH_KINDS)[number], patch: Patch, view: View): readonly string[] {
  const { context } = view;
  const talks: readonly (Example | PatchTalk)[] = patch[kind];
  const left = talks.length - PATCH_TALKS_SHOWN;
  const lineOf = (text: string): string => titleLine(kind, text, context);
  return [
    ...talks
      .slice(0, PATCH_TALKS_SHOWN)
      .flatMap((talk) => [
        lineOf(visibleLine(talk.title) || '(no title)'),
        ...('elements' in talk ? treatedLines(talk, view) : []),
      ]),
    ...(left > 0 ? [lineOf(`and ${left} more`)] : []),
  ];
}

function titleLine(kind: string, text: string, context: ReportContext): string {
  const { dim, glyphs } = themeOf(context);
  return line([{ text: `  ${kind.padEnd('removed'.length)}  `, paint: dim }, { text }], context.width, glyphs.ellipsis);
}

/** The groups of a talk, and what it treats. */
function treatedLines(talk: PatchTalk, view: View): readonly string[] {
  const { context } = view;
  const { dim, glyphs } = themeOf(context);
  const { groups, elements, inDoubt } = patchTalkWords(talk, view, glyphs.primary);
  const names = groups.map((name) => shortName(name, NAME_COLUMNS, glyphs.ellipsis));
  const before = [...(names.length === 0 ? [] : [names.join(', ')]), ...(inDoubt ? ['in doubt'] : [])].join(', ');
  const text = elements.join(` ${glyphs.dot} `);
  return sentence([{ text: before === '' ? text : `${before}: ${text}`, paint: dim }], context, INDENT);
}

function countRows(patch: Patch, view: View): readonly TextRow[] {
  const { bold } = themeOf(view.context);
  return patchRows(patch, view).map(({ label, isPart, before, after }) => ({
    cells: [isPart ? label : `  ${label}`, String(before), String(after), signedCount(after - before)],
    paint: isPart ? bold : undefined,
  }));
}
