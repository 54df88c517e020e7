/** Which products talks name and for what, and who speaks about what. */
import type { CoverageGroup, Named } from '../../coverage/types.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import { clip } from '../width.ts';
import { moreNamed, NAMED_IN_GROUP, NAMED_SHOWN, NAMED_TITLES, namedElements } from './asked-words.ts';
import { note, section, sentence } from './pretty-lines.ts';
import { groupsShown } from './shown-groups.ts';
import { textTable } from './text-table.ts';
import type { View } from './view.ts';
import { groupName, shortName } from './words.ts';

const NAME_COLUMNS = 40;

export function toolLines(view: View): readonly (readonly string[])[] {
  return view.report.shows.tools ? namedLines('tools', view) : [];
}

export function organisationLines(view: View): readonly (readonly string[])[] {
  return view.report.shows.organisations ? namedLines('organisations', view) : [];
}

/** A table over all talks, then a paragraph a group. */
function namedLines(kind: 'tools' | 'organisations', view: View): readonly (readonly string[])[] {
  const { context } = view;
  const { coverage, shows } = view.report;
  const { glyphs, dim } = themeOf(context);
  const all = coverage.all[kind];
  if (all.length === 0) return [section(NAMED_TITLES[kind], note('none', context), context)];
  const rows = all.slice(0, NAMED_SHOWN).map((one) => ({
    cells: [
      clip(visibleLine(one.name), NAME_COLUMNS, glyphs.ellipsis),
      `${one.talks}/${coverage.talks}`,
      namedElements(one, view.label).join(` ${glyphs.dot} `),
    ],
  }));
  const columns = [{ head: '' }, { head: 'talks', right: true }, { head: '', rest: true, paint: dim }];
  const left = all.length - NAMED_SHOWN;
  const more = left > 0 ? note(moreNamed(left), context) : [];
  const { shown } = groupsShown(view.report, shows.groups);
  const groups = coverage.groups.length < 2 ? [] : shown.flatMap((group) => groupLines(group, group[kind], view));
  return [section(NAMED_TITLES[kind], [...textTable(columns, rows, context), ...more], context), groups];
}

function groupLines(group: CoverageGroup, all: readonly Named[], { report, context }: View): readonly string[] {
  if (all.length === 0) return [];
  const { bold, dim, glyphs } = themeOf(context);
  const name = shortName(groupName(group, report.coverage), NAME_COLUMNS, glyphs.ellipsis);
  const shown = all
    .slice(0, NAMED_IN_GROUP)
    .map((one) => `${clip(visibleLine(one.name), NAME_COLUMNS, glyphs.ellipsis)} ${one.talks}`);
  const left = all.length - shown.length;
  const rest = left > 0 ? [`and ${left} more`] : [];
  return sentence(
    [
      { text: name, paint: bold },
      { text: ` (${group.talks}): `, paint: dim },
      { text: [...shown, ...rest].join(', ') },
    ],
    context,
  );
}
