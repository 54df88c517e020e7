/** What groups lack that others of their kind have, in words. */
import type { Gap } from '../../coverage/types.ts';
import { themeOf } from '../theme.ts';
import type { TextRun } from '../wrap-text.ts';
import { GAPS_SHOWN, gapNote, gapWords, moreGaps } from './asked-words.ts';
import { note, section, sentence } from './pretty-lines.ts';
import type { View } from './view.ts';
import { groupName, shortName } from './words.ts';

const NAME_COLUMNS = 60;

export function gapLines(view: View): readonly string[] {
  const { gaps } = view.report;
  if (gaps === undefined) return [];
  const { context } = view;
  const left = gaps.length - GAPS_SHOWN;
  const lines =
    gaps.length === 0
      ? note('No group lacks what others have.', context)
      : [
          ...gaps.slice(0, GAPS_SHOWN).flatMap((gap) => sentence(runsOf(gap, view), context, '  ')),
          ...(left > 0 ? note(moreGaps(left), context, '  ') : []),
          ...note(gapNote(view.report.coverage), context),
        ];
  return section('Gaps', lines, context);
}

function runsOf(gap: Gap, { report, context, label }: View): readonly TextRun[] {
  const { bold, id, dim, glyphs } = themeOf(context);
  const { lacks, elsewhere, byChance } = gapWords(gap);
  return [
    { text: shortName(groupName(gap, report.coverage), NAME_COLUMNS, glyphs.ellipsis), paint: bold },
    { text: ` ${lacks} ` },
    { text: label(gap.id), paint: id, after: ';' },
    { text: ` ${elsewhere}. ` },
    { text: byChance, paint: dim },
  ];
}
