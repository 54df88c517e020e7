/** Which products talks name and for what, and who speaks about what. */
import type { CoverageGroup, Named } from '../../coverage/types.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import { clip } from '../width.ts';
import { moreNamed, NAMED_IN_GROUP, NAMED_SHOWN, namedElements } from './asked-words.ts';
import { largestGroups } from './outline.ts';
import { note, section, sentence } from './pretty-lines.ts';
import { textTable } from './text-table.ts';
import type { View } from './view.ts';
import { groupName } from './words.ts';

const NAME_COLUMNS = 40;

export function toolLines(view: View): readonly (readonly string[])[] {
  return view.report.shows.tools ? namedLines('Tools that talks name, and for what', ({ tools }) => tools, view) : [];
}

export function organisationLines(view: View): readonly (readonly string[])[] {
  const { shows } = view.report;
  return shows.organisations
    ? namedLines('Organisations, and what their talks are about', ({ organisations }) => organisations, view)
    : [];
}

type Namings = (group: CoverageGroup) => readonly Named[];

/** A table over all talks, then a paragraph a group. */
function namedLines(title: string, of: Namings, view: View): readonly (readonly string[])[] {
  const { context } = view;
  const { coverage, shows } = view.report;
  const { glyphs, dim } = themeOf(context);
  const all = of(coverage.all);
  if (all.length === 0) return [section(title, note('none', context), context)];
  const rows = all.slice(0, NAMED_SHOWN).map((one) => ({
    cells: [
      clip(visibleLine(one.name), NAME_COLUMNS, glyphs.ellipsis),
      `${one.talks}/${coverage.talks}`,
      namedElements(one, view.label).join(` ${glyphs.dot} `),
    ],
  }));
  const table = textTable(
    [{ head: '' }, { head: 'talks', right: true }, { head: '', rest: true, paint: dim }],
    rows,
    context,
  );
  const left = all.length - NAMED_SHOWN;
  const groups =
    coverage.groups.length < 2
      ? []
      : largestGroups(coverage.groups, shows.groups).shown.flatMap((group) => groupLines(group, of(group), view));
  return [
    section(title, [...table, ...(left > 0 ? note(moreNamed(left), context) : [])], context),
    ...(groups.length === 0 ? [] : [groups]),
  ];
}

function groupLines(group: CoverageGroup, all: readonly Named[], { report, context }: View): readonly string[] {
  if (all.length === 0) return [];
  const { bold, dim, glyphs } = themeOf(context);
  const name = clip(groupName(group, report.coverage), NAME_COLUMNS, glyphs.ellipsis);
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
