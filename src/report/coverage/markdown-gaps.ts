/** What groups lack that others of their kind have, in markdown. */
import { inlineText } from '../markdown-text.ts';
import { gapText, moreGaps } from './gap-words.ts';
import { bold, groupWords, section, words } from './markdown-lines.ts';
import type { View } from './view.ts';

export function gapSection(view: View): readonly string[] {
  const { gaps } = view.report;
  if (gaps === undefined) return [];
  const text = gapText(gaps, view, '★');
  if (text === undefined) return section('Gaps', ['No group lacks what others have.']);
  const items = text.groups.flatMap(({ name, lacks, gaps: ofGroup }) => [
    `- ${bold(groupWords(name))} ${lacks}`,
    ...ofGroup.map(
      ({ label, elsewhere, isUnlikely }) =>
        `  - ${words(label)}: ${inlineText(elsewhere)}${isUnlikely ? ` ${bold('★')}` : ''}`,
    ),
  ]);
  const left = text.left > 0 ? [`- ${moreGaps(text.left)}`] : [];
  return section('Gaps', [text.verdict, [...items, ...left].join('\n'), text.note]);
}
