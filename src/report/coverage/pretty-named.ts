/** Which products talks name and for what, and who speaks about what. */
import type { CoverageGroup, Named } from '../../coverage/types.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import { clip, displayWidth, padEnd } from '../width.ts';
import { type TextRun, wrapText } from '../wrap-text.ts';
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
import { note, section, sentence } from './pretty-lines.ts';
import { groupsShown } from './shown-groups.ts';
import { textTable } from './text-table.ts';
import type { View } from './view.ts';
import { groupName, shortName } from './words.ts';

const NAME_COLUMNS = 40;
/** What is kept free for the elements that go with a name, in a terminal of enough columns. */
const ELEMENTS_COLUMNS = 40;
const GAP = 2;

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
  const all = coverage.all[kind];
  if (all.length === 0) return [section(NAMED_TITLES[kind], note('none', context), context)];
  const left = all.length - NAMED_SHOWN;
  const more = left > 0 ? note(moreNamed(left), context) : [];
  const { shown } = groupsShown(view.report, shows.groups);
  const groups = hasNamesByGroup(kind, coverage) ? shown.flatMap((group) => groupLines(group, group[kind], view)) : [];
  return [section(NAMED_TITLES[kind], [...tableLines(all.slice(0, NAMED_SHOWN), view), ...more], context), groups];
}

/** What goes with a name is folded beside it. */
function tableLines(named: readonly Named[], view: View): readonly string[] {
  const { report, context } = view;
  const { glyphs } = themeOf(context);
  const columns = [{ head: '' }, { head: 'talks', right: true }];
  const rows = named.map(({ name, talks }) => ({
    cells: [clip(visibleLine(name), NAME_COLUMNS, glyphs.ellipsis), `${talks}/${report.coverage.talks}`],
  }));
  const room = Math.max(context.width - ELEMENTS_COLUMNS, Math.ceil(context.width / 2));
  const [head = '', ...lines] = textTable(columns, rows, { ...context, width: room });
  const width = Math.max(...[head, ...lines].map(displayWidth)) + GAP;
  return [
    head,
    ...named.flatMap((one, i) => {
      const beside = wrapText(elementRuns(namedElements(one, view.label), context), context.width - width, '');
      return beside.map((text, at) => padEnd(at === 0 ? (lines[i] ?? '') : '', width) + text);
    }),
  ];
}

/** A number is never parted from its element. */
function elementRuns({ shown, left }: NamedElements, context: View['context']): readonly TextRun[] {
  const { dim, glyphs } = themeOf(context);
  if (shown.length === 0) return [{ text: NO_ELEMENT, paint: dim }];
  const last = left > 0 ? [{ text: `and ${left} more`, paint: dim }] : [];
  const items = shown.map(({ label, talks }, i) => {
    const dot = i < shown.length - 1 || left > 0 ? ` ${glyphs.dot}` : '';
    return { text: label, paint: dim, after: ` ${talks}${dot}` };
  });
  return [...items, ...last].flatMap((run, i) => (i === 0 ? [run] : [{ text: ' ', paint: dim }, run]));
}

function groupLines(group: CoverageGroup, all: readonly Named[], { report, context }: View): readonly string[] {
  if (all.length === 0) return [];
  const { bold, dim, glyphs } = themeOf(context);
  const name = shortName(groupName(group, report.coverage), NAME_COLUMNS, glyphs.ellipsis);
  const items = all.slice(0, NAMED_IN_GROUP).map((one) => ({
    text: clip(visibleLine(one.name), NAME_COLUMNS, glyphs.ellipsis),
    after: ` ${one.talks}`,
  }));
  const left = all.length - items.length;
  const runs = [...items, ...(left > 0 ? [{ text: 'and', after: ` ${left} more` }] : [])];
  return sentence(
    [
      { text: name, paint: bold },
      { text: ` (${group.talks}):`, paint: dim },
      ...runs.flatMap(({ text, after }, i): readonly TextRun[] => [
        { text: ' ' },
        { text, after: i < runs.length - 1 ? `${after},` : after },
      ]),
    ],
    context,
  );
}
