/** Tools and organisations in markdown: a table over all talks, and the groups folded away. */
import type { CoverageGroup, Named } from '../../coverage/types.ts';
import {
  hasNamesByGroup,
  moreNamed,
  NAMED_IN_GROUP,
  NAMED_SHOWN,
  NAMED_TITLES,
  type NamedElements,
  NO_ELEMENT,
  namedElements,
} from './asked-words.ts';
import { bold, bullets, details, groupWords, section, table, words } from './markdown-lines.ts';
import { groupsShown } from './shown-groups.ts';
import type { View } from './view.ts';
import { groupName } from './words.ts';

const NAME_COLUMNS = 60;

export function namedSections(view: View, groups: number): readonly string[] {
  const { shows } = view.report;
  return [
    ...(shows.tools ? namedSection('tools', view, groups) : []),
    ...(shows.organisations ? namedSection('organisations', view, groups) : []),
  ];
}

function namedSection(kind: 'tools' | 'organisations', view: View, most: number): readonly string[] {
  const { coverage } = view.report;
  const all = coverage.all[kind];
  if (all.length === 0) return section(NAMED_TITLES[kind], ['none']);
  const rows = all
    .slice(0, NAMED_SHOWN)
    .map((one) => [
      words(one.name, NAME_COLUMNS),
      `${one.talks}/${coverage.talks}`,
      elementsCell(namedElements(one, view.label)),
    ]);
  const left = all.length - NAMED_SHOWN;
  const { shown } = groupsShown(view.report, most);
  const items = hasNamesByGroup(kind, coverage) ? shown.flatMap((group) => groupItem(group, group[kind], view)) : [];
  return section(NAMED_TITLES[kind], [
    table(['', '> talks', 'for'], rows),
    ...(left > 0 ? [moreNamed(left)] : []),
    ...(items.length === 0 ? [] : [details('By group', bullets(items))]),
  ]);
}

function elementsCell({ shown, left }: NamedElements): string {
  const elements = shown.map(({ label, talks }) => words(`${label} ${talks}`));
  return [...elements, ...(left > 0 ? [`and ${left} more`] : [])].join(' · ') || NO_ELEMENT;
}

function groupItem(group: CoverageGroup, all: readonly Named[], { report }: View): readonly string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, NAMED_IN_GROUP).map(({ name, talks }) => `${words(name, NAME_COLUMNS)} ${talks}`);
  const left = all.length - shown.length;
  const names = left > 0 ? [...shown, `and ${left} more`] : shown;
  return [`${bold(groupWords(groupName(group, report.coverage)))} (${group.talks}): ${names.join(', ')}`];
}
