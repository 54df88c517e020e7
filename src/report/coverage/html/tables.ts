/** The smaller tables of the page: gaps, tools, organisations, targets, and what a change does. */
import type { CoverageReport, Gap, Named, Patch, TargetResult } from '../../../coverage/types.ts';
import { plainLine } from '../../text.ts';
import { chance, groupName, percent } from '../words.ts';
import { hashOf } from './address.ts';
import type { LabelOf } from './labels.ts';
import { type Both, type Child, type ElementNode, h } from './node.ts';
import { plainTable } from './table.ts';
import { count, countOf, moreRows, rowsLeftOut, WORDS } from './words.ts';

/** Rows that stand open, and rows at all: the rest is in the JSON report. */
const OPEN_ROWS = 15;
const ROWS_AT_MOST = 100;
/** Elements named in a row. */
const ELEMENTS_AT_MOST = 5;

export function gapsTable(
  gaps: readonly Gap[],
  { coverage }: CoverageReport,
  labelOf: LabelOf,
): readonly ElementNode[] {
  return foldedTable(
    'gaps-table',
    WORDS.gapsCaption,
    [WORDS.group, WORDS.element, WORDS.here, WORDS.elsewhere, WORDS.chance],
    gaps.map((gap) => [
      groupName(gap, coverage),
      labelOf(gap.id),
      countOf(0, gap.of),
      pairOf(countOf(gap.others.talks, gap.others.of), percent(gap.others.share)),
      chance(gap.chance),
    ]),
  );
}

export interface NamedTable {
  readonly id: string;
  readonly caption: Both;
  /** What a row is. */
  readonly of: Both;
  /** Whether a name leads to the talks that hold it. */
  readonly isLinked: boolean;
}

export function namedTable(
  { id, caption, of, isLinked }: NamedTable,
  named: readonly Named[],
  labelOf: LabelOf,
): readonly ElementNode[] {
  const nameCell = (name: string): Child =>
    isLinked ? h('a', { href: hashOf({ text: name, primary: false }) }, name) : name;
  return foldedTable(
    id,
    caption,
    [of, WORDS.talks, WORDS.elements],
    named.map(({ name, talks, elements }) => [nameCell(plainLine(name)), count(talks), elementsOf(elements, labelOf)]),
  );
}

export function targetsTable(targets: readonly TargetResult[]): readonly ElementNode[] {
  return foldedTable(
    'targets-table',
    WORDS.targets,
    [WORDS.target, WORDS.group, WORDS.talks, WORDS.reached],
    targets.map(({ target, group, talks, of, met }) => [
      plainLine(target),
      group === null ? WORDS.all : plainLine(group) || WORDS.noValue,
      countOf(talks, of),
      h('strong', { class: met ? 'met' : 'missed' }, met ? WORDS.met : WORDS.missed),
    ]),
  );
}

export function patchTables(patch: Patch, labelOf: LabelOf): readonly ElementNode[] {
  const counts = [
    ...Object.entries(patch.parts).map(([id, value]) => [labelOf(id), value] as const),
    ...Object.entries(patch.elements).map(([id, value]) => [labelOf(id), value] as const),
  ];
  const lists = [
    [WORDS.added, patch.added],
    [WORDS.changed, patch.changed],
    [WORDS.removed, patch.removed],
  ] as const;
  return [
    ...foldedTable(
      'patch-table',
      WORDS.patch,
      [WORDS.concept, WORDS.before, WORDS.after],
      [
        [WORDS.all, count(patch.talks.before), count(patch.talks.after)],
        ...counts.map(([label, { before, after }]) => [label, count(before), count(after)]),
      ],
    ),
    ...lists.flatMap(([heading, examples]) =>
      examples.length === 0
        ? []
        : [
            h('h3', {}, heading),
            h('ul', {}, ...examples.slice(0, ROWS_AT_MOST).map(({ title }) => h('li', {}, plainLine(title)))),
          ],
    ),
  ];
}

function elementsOf(elements: Named['elements'], labelOf: LabelOf): Both {
  const entries = Object.entries(elements);
  const shown = entries.slice(0, ELEMENTS_AT_MOST).map(([id, talks]) => ({ label: labelOf(id), talks }));
  const rest = entries.length - shown.length;
  const more = rest > 0 ? moreRows(rest) : undefined;
  return {
    en: [...shown.map(({ label, talks }) => `${label.en} ${talks}`), ...(more ? [more.en] : [])].join(', '),
    ja: [...shown.map(({ label, talks }) => `${label.ja} ${talks}`), ...(more ? [more.ja] : [])].join('、'),
  };
}

function pairOf(text: Both, share: string): Both {
  return { en: `${text.en} (${share})`, ja: `${text.ja} (${share})` };
}

/** The first rows, and the others where somebody asks for them. */
function foldedTable(
  id: string,
  caption: Both,
  heads: readonly Both[],
  rows: readonly (readonly Child[])[],
): readonly ElementNode[] {
  const open = plainTable(id, caption, heads, rows.slice(0, OPEN_ROWS));
  const further = rows.slice(OPEN_ROWS, ROWS_AT_MOST);
  if (further.length === 0) return [open];
  const left = rows.length - OPEN_ROWS - further.length;
  return [
    open,
    h(
      'details',
      {},
      h('summary', {}, WORDS.furtherRows, ` (${count(further.length)})`),
      plainTable(`${id}-further`, caption, heads, further),
      ...(left > 0 ? [h('p', { class: 'note' }, rowsLeftOut(left))] : []),
    ),
  ];
}
