/** The smaller tables of the page: gaps, tools, organisations, targets, and what a change does. */
import { LEVEL } from '../../../coverage/compare.ts';
import type { CoverageReport, Gap, Named, Patch, PatchTalk, TargetResult } from '../../../coverage/types.ts';
import { plainLine } from '../../text.ts';
import { thousands } from '../thousands.ts';
import { chance, groupName, percent } from '../words.ts';
import { hashOf, type View } from './address.ts';
import type { LabelOf } from './labels.ts';
import { type Both, type Child, type ElementNode, h } from './node.ts';
import { countOf, moreRows, rowsLeftOut } from './sentences.ts';
import { type PlainRow, plainTable } from './table.ts';
import { STATUS_WORDS, WORDS } from './words.ts';

/** Rows that stand open, and rows at all: the rest is in the JSON report. */
const OPEN_ROWS = 15;
const ROWS_AT_MOST = 100;
/** Gaps that are as likely as not stand behind the others. */
const LIKELY = 0.5;
/** Elements named in a row. */
const ELEMENTS_AT_MOST = 5;

/** Less likely than what is called chance elsewhere on the page. */
export function isStriking({ chance }: Gap): boolean {
  return chance < LEVEL;
}

export function gapsTable(
  gaps: readonly Gap[],
  { coverage }: CoverageReport,
  labelOf: LabelOf,
): readonly ElementNode[] {
  const unlikely = gaps.filter((gap) => gap.chance < LIKELY).length;
  return foldedTable(
    'gaps-table',
    WORDS.gapsCaption,
    [WORDS.group, WORDS.element, WORDS.here, WORDS.elsewhere, WORDS.chance],
    gaps.map((gap) => ({
      ...(isStriking(gap) ? { class: 'notable' } : {}),
      cells: [
        groupName(gap, coverage),
        labelOf(gap.id),
        countOf(0, gap.of),
        pairOf(countOf(gap.others.talks, gap.others.of), percent(gap.others.share)),
        isStriking(gap) ? h('strong', {}, `${chance(gap.chance)} ★`) : chance(gap.chance),
      ],
    })),
    { open: Math.min(unlikely, OPEN_ROWS), none: WORDS.noStrikingGap },
  );
}

export interface NamedTable {
  readonly id: string;
  readonly caption: Both;
  /** What a row is. */
  readonly of: Both;
  /** The names to show. */
  readonly names: readonly string[];
  /** What a name leads to; absent where it leads nowhere. */
  readonly viewOf?: (name: string) => Partial<View>;
}

export function namedTable(
  { id, caption, of, names, viewOf }: NamedTable,
  named: readonly Named[],
  labelOf: LabelOf,
): readonly ElementNode[] {
  const nameCell = (name: string): Child =>
    viewOf === undefined ? name : h('a', { href: hashOf({ text: '', primary: false, ...viewOf(name) }) }, name);
  return foldedTable(
    id,
    caption,
    [of, WORDS.talks, WORDS.elements],
    named.map(({ talks, elements }, index) => ({
      cells: [nameCell(names[index] ?? ''), thousands(talks), elementsOf(elements, labelOf)],
    })),
  );
}

/** `behind`: the concept that a target counts, where its words are another name of that. */
export function targetsTable(
  targets: readonly TargetResult[],
  behind: (target: TargetResult) => Both | undefined,
): readonly ElementNode[] {
  return foldedTable(
    'targets-table',
    WORDS.targets,
    [WORDS.target, WORDS.group, WORDS.talks, WORDS.reached],
    targets.map((result) => ({
      cells: [
        targetCell(result, behind(result)),
        askedOf(result),
        countOf(result.talks, result.of),
        h('strong', { class: result.met ? 'met' : 'missed' }, result.met ? WORDS.met : WORDS.missed),
      ],
    })),
  );
}

function targetCell({ target }: TargetResult, behind: Both | undefined): Child {
  if (behind === undefined) return plainLine(target);
  return h('span', {}, plainLine(target), { en: ` (${behind.en})`, ja: `（${behind.ja}）` });
}

function askedOf({ group, lacks }: TargetResult): Child {
  if (lacks !== undefined) return lacks === 'groups' ? WORDS.noGroup : WORDS.noTalkAtAll;
  return group === null ? WORDS.all : plainLine(group) || WORDS.noValue;
}

export function patchTables(patch: Patch, labelOf: LabelOf): readonly ElementNode[] {
  const counts = [
    ...Object.entries(patch.parts).map(([id, value]) => [labelOf(id), value] as const),
    ...Object.entries(patch.elements).map(([id, value]) => [labelOf(id), value] as const),
  ];
  const treating = (talks: readonly PatchTalk[]) =>
    talks
      .slice(0, ROWS_AT_MOST)
      .map((talk) => h('li', {}, plainLine(talk.title), ' ', h('small', {}, treatedBy(talk, labelOf))));
  const lists = [
    [WORDS.added, treating(patch.added)],
    [WORDS.changed, treating(patch.changed)],
    [WORDS.removed, patch.removed.slice(0, ROWS_AT_MOST).map(({ title }) => h('li', {}, plainLine(title)))],
  ] as const;
  return [
    ...foldedTable(
      'patch-table',
      WORDS.patch,
      [WORDS.concept, WORDS.before, WORDS.after],
      [
        { cells: [WORDS.all, thousands(patch.talks.before), thousands(patch.talks.after)] },
        ...counts.map(([label, { before, after }]) => ({ cells: [label, thousands(before), thousands(after)] })),
      ],
    ),
    ...lists.flatMap(([heading, items]) => (items.length === 0 ? [] : [h('h3', {}, heading), h('ul', {}, ...items)])),
  ];
}

/** What a talk treats, its main subject marked; whether that is in doubt goes before it. */
function treatedBy({ status, primary, elements }: PatchTalk, labelOf: LabelOf): Both {
  if (elements.length === 0) return WORDS.untaggedTalk;
  const label = (id: string): Both => {
    const { en, ja } = labelOf(id);
    return id === primary
      ? { en: `${en} (${WORDS.mainSubject.en})`, ja: `${ja}（${WORDS.mainSubject.ja}）` }
      : { en, ja };
  };
  const labels = elements.map(label);
  const doubt = status === 'review' ? STATUS_WORDS.review : undefined;
  return {
    en: `${doubt === undefined ? '' : `${doubt.en}: `}${labels.map(({ en }) => en).join(', ')}`,
    ja: `${doubt === undefined ? '' : `${doubt.ja}：`}${labels.map(({ ja }) => ja).join('、')}`,
  };
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
  return { en: `${text.en} (${share})`, ja: `${text.ja}（${share}）` };
}

interface Fold {
  /** Rows that stand open. */
  readonly open: number;
  /** Said where none does. */
  readonly none: Both;
}

/** The first rows, and the others where somebody asks for them. */
function foldedTable(
  id: string,
  caption: Both,
  heads: readonly Both[],
  rows: readonly PlainRow[],
  fold: Fold = { open: OPEN_ROWS, none: WORDS.none },
): readonly ElementNode[] {
  const open = fold.open === 0 ? h('p', {}, fold.none) : plainTable(id, caption, heads, rows.slice(0, fold.open));
  const further = rows.slice(fold.open, ROWS_AT_MOST);
  if (further.length === 0) return [open];
  const left = rows.length - fold.open - further.length;
  return [
    open,
    h(
      'details',
      {},
      h('summary', {}, WORDS.furtherRows, {
        en: ` (${thousands(further.length)})`,
        ja: `（${thousands(further.length)}件）`,
      }),
      plainTable(`${id}-further`, caption, heads, further),
      ...(left > 0 ? [h('p', { class: 'note' }, rowsLeftOut(left))] : []),
    ),
  ];
}
