/** The targets that were asked for: met or missed. */
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import { moreTargets, shownTargets, targetsTitle } from './asked-words.ts';
import { note, section } from './pretty-lines.ts';
import { lacksWords, targetText } from './target-words.ts';
import { textTable } from './text-table.ts';
import type { View } from './view.ts';
import { shortName } from './words.ts';

/** A long name of a group is not to take the room of what is asked. */
const GROUP_COLUMNS = 22;

export function targetLines(view: View): readonly string[] {
  const { report, context } = view;
  const { targets, coverage } = report;
  if (targets === undefined || targets.length === 0) return [];
  const { error, mark, dim, glyphs } = themeOf(context);
  const { shown, left } = shownTargets(targets);
  const groupOf = (name: string): string => shortName(visibleLine(name), GROUP_COLUMNS, glyphs.ellipsis);
  const rows = shown.map((result) => ({
    cells: [
      `${result.met ? 'met   ' : 'missed'}  ${targetText(result, view)}`,
      `${result.talks}/${result.of}`,
      lacksWords(result, coverage) ?? (result.group === null ? '' : `in ${groupOf(result.group)}`),
      visibleLine(result.origin),
    ],
    paint: result.met ? mark : error,
  }));
  const columns = [{ head: '' }, { head: 'talks', right: true }, { head: '' }, { head: '', drop: 1, paint: dim }];
  const more = left === 0 ? [] : note(moreTargets(left), context);
  return section(targetsTitle(targets), [...textTable(columns, rows, context), ...more], context);
}
