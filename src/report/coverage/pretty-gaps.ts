/** What groups lack that others of their kind have, in words. */
import { themeOf } from '../theme.ts';
import type { TextRun } from '../wrap-text.ts';
import { type GapGroup, type GapLine, gapText, moreGaps } from './gap-words.ts';
import { note, section, sentence } from './pretty-lines.ts';
import type { View } from './view.ts';
import { shortName } from './words.ts';

const NAME_COLUMNS = 60;

export function gapLines(view: View): readonly string[] {
  const { gaps } = view.report;
  if (gaps === undefined) return [];
  const { context } = view;
  const text = gapText(gaps, view, themeOf(context).glyphs.primary);
  if (text === undefined) return section('Gaps', note('No group lacks what others have.', context), context);
  return section(
    'Gaps',
    [
      ...sentence([{ text: text.verdict }], context),
      ...text.groups.flatMap((group) => groupLines(group, context)),
      ...(text.left > 0 ? note(moreGaps(text.left), context, '  ') : []),
      ...note(text.note, context),
    ],
    context,
  );
}

function groupLines({ name, lacks, gaps }: GapGroup, context: View['context']): readonly string[] {
  const { bold, glyphs } = themeOf(context);
  const head = [{ text: shortName(name, NAME_COLUMNS, glyphs.ellipsis), paint: bold }, { text: ` ${lacks}` }];
  return [...sentence(head, context, '  '), ...gaps.flatMap((gap) => sentence(runsOf(gap, context), context, '    '))];
}

function runsOf({ label, elsewhere, isUnlikely }: GapLine, context: View['context']): readonly TextRun[] {
  const { id, dim, mark, glyphs } = themeOf(context);
  return [
    { text: label, paint: id, after: ':' },
    { text: ` ${elsewhere}`, paint: dim },
    ...(isUnlikely ? [{ text: ` ${glyphs.primary}`, paint: mark }] : []),
  ];
}
