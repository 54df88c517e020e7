/** What reports of `coverage` go through: parts with their elements, and the groups they have room for. */
import { countAt } from '../../coverage/counts.ts';
import { wilson } from '../../coverage/statistics.ts';
import type { Count, Coverage, CoverageGroup } from '../../coverage/types.ts';
import type { Taxonomy } from '../../taxonomy/types.ts';
import { labelIn, partsOf } from '../labels.ts';
import { visibleLine } from '../text.ts';

export interface Labelled {
  readonly id: string;
  /** In the reader's language; the id where there is none. */
  readonly label: string;
}

export interface OutlinePart extends Labelled {
  readonly elements: readonly Labelled[];
}

export interface Outline {
  readonly parts: readonly OutlinePart[];
  /** Tags that are no element of the taxonomy: of records that another one tagged, their part not known. */
  readonly others: readonly Labelled[];
}

/** Parts and elements in the taxonomy's order, then those that only records know. */
export function outlineOf({ all }: Coverage, taxonomy: Taxonomy, lang: string): Outline {
  const label = labelsOf(taxonomy, lang);
  const named = (id: string): Labelled => ({ id, label: label(id) });
  const tree = partsOf(taxonomy);
  const parts = tree.map(({ part, elements }) => ({
    ...named(part.id),
    elements: elements.map(({ id }) => named(id)),
  }));
  const inTree = new Set(tree.flatMap(({ elements }) => elements.map(({ id }) => id)));
  const partIds = new Set(tree.map(({ part }) => part.id));
  const left = (counts: Readonly<Record<string, Count>>, known: ReadonlySet<string>): readonly Labelled[] =>
    Object.keys(counts)
      .filter((id) => !known.has(id))
      .map(named);
  return {
    parts: [...parts, ...left(all.parts, partIds).map((part) => ({ ...part, elements: [] }))],
    others: left(all.elements, inTree),
  };
}

/** A part, or an element under it. */
export interface OutlineRow extends Labelled {
  readonly isPart: boolean;
}

/** Each part with its elements behind it. */
export function rowsOf({ parts, others }: Outline): readonly OutlineRow[] {
  const below = (elements: readonly Labelled[]): readonly OutlineRow[] =>
    elements.map(({ id, label }) => ({ id, label, isPart: false }));
  return [
    ...parts.flatMap(({ id, label, elements }) => [{ id, label, isPart: true }, ...below(elements)]),
    ...below(others),
  ];
}

export function elementsOf({ parts, others }: Outline): readonly Labelled[] {
  return [...parts.flatMap(({ elements }) => elements), ...others];
}

export function countOf({ id, isPart }: OutlineRow, group: CoverageGroup): Count {
  return countIn(isPart ? group.parts : group.elements, id, group.talks);
}

/** Whether a talk of any of the groups treats it. */
export function isTreated(row: OutlineRow, groups: readonly CoverageGroup[]): boolean {
  return groups.some((group) => countOf(row, group).talks > 0);
}

/** Labels of the elements that no talk of the group treats. */
export function nobodys(outline: Outline, { elements }: CoverageGroup): readonly string[] {
  return elementsOf(outline)
    .filter(({ id }) => (countAt(elements, id)?.talks ?? 0) === 0)
    .map(({ label }) => label);
}

/** Labels by id, for sentences and lists. */
export function labelsOf(taxonomy: Taxonomy, lang: string): (id: string) => string {
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  return (id) => labelIn(byId.get(id)?.prefLabel ?? {}, lang) || visibleLine(id);
}

/** The count of a part or element among `of` talks; none of them where the group's talks know no such id. */
export function countIn(counts: Readonly<Record<string, Count>>, id: string, of: number): Count {
  return countAt(counts, id) ?? { talks: 0, primary: 0, share: 0, ...wilson(0, of), examples: [] };
}

export interface ShownGroups {
  readonly shown: readonly CoverageGroup[];
  readonly left: readonly CoverageGroup[];
}

/** The largest groups, in the order of all; of two as large the first. */
export function largestGroups(groups: readonly CoverageGroup[], most: number): ShownGroups {
  const chosen = new Set(groups.toSorted((a, b) => b.talks - a.talks).slice(0, most));
  return { shown: groups.filter((group) => chosen.has(group)), left: groups.filter((group) => !chosen.has(group)) };
}
