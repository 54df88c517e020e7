/** The targets that were asked for: met or missed. */
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import { moreTargets, shownTargets, targetsTitle } from './asked-words.ts';
import { note, section } from './pretty-lines.ts';
import { textTable } from './text-table.ts';
import type { View } from './view.ts';

export function targetLines({ report, context }: View): readonly string[] {
  const { targets } = report;
  if (targets === undefined || targets.length === 0) return [];
  const { error, mark, dim } = themeOf(context);
  const { shown, left } = shownTargets(targets);
  const rows = shown.map(({ target, origin, group, talks, of, met }) => ({
    cells: [
      `${met ? 'met   ' : 'missed'}  ${visibleLine(target)}`,
      `${talks}/${of}`,
      group === null ? '' : `in ${visibleLine(group)}`,
      visibleLine(origin),
    ],
    paint: met ? mark : error,
  }));
  const columns = [{ head: '' }, { head: 'talks', right: true }, { head: '' }, { head: '', drop: 1, paint: dim }];
  const more = left === 0 ? [] : note(moreTargets(left), context);
  return section(targetsTitle(targets), [...textTable(columns, rows, context), ...more], context);
}
