/** What reports of `coverage` go through: parts with their elements, and the groups they have room for. */
import type { Count, Coverage, CoverageGroup, Weight } from '../../coverage/types.ts';
import type { Taxonomy } from '../../taxonomy/types.ts';
import { labelIn, partsOf } from '../labels.ts';
import { visibleLine } from '../text.ts';

export interface Named {
  readonly id: string;
  /** In the reader's language; the id where there is none. */
  readonly label: string;
}

export interface OutlinePart extends Named {
  readonly elements: readonly Named[];
}

export interface Outline {
  readonly parts: readonly OutlinePart[];
  /** Elements of records that were tagged with another taxonomy: under which part is not known. */
  readonly others: readonly Named[];
}

/** Parts and elements in the taxonomy's order, then those that only records know. */
export function outlineOf({ all }: Coverage, taxonomy: Taxonomy, lang: string): Outline {
  const known = new Set(taxonomy.concepts.map(({ id }) => id));
  const unknown = (ids: Readonly<Record<string, Count>>): readonly Named[] =>
    Object.keys(ids)
      .filter((id) => !known.has(id))
      .map((id) => ({ id, label: visibleLine(id) }));
  const parts = partsOf(taxonomy).map(({ part, elements }) => ({
    id: part.id,
    label: labelIn(part.prefLabel, lang) || part.id,
    elements: elements.map(({ id, prefLabel }) => ({ id, label: labelIn(prefLabel, lang) || id })),
  }));
  return {
    parts: [...parts, ...unknown(all.parts).map((part) => ({ ...part, elements: [] }))],
    others: unknown(all.elements),
  };
}

/** Labels by id, for sentences and lists. */
export function labelsOf(taxonomy: Taxonomy, lang: string): (id: string) => string {
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  return (id) => labelIn(byId.get(id)?.prefLabel ?? {}, lang) || visibleLine(id);
}

const NOBODY: Count = { talks: 0, primary: 0, share: 0, low: 0, high: 1, examples: [] };

/** The count of a part or element; none where the group's talks know no such id. */
export function countIn(counts: Readonly<Record<string, Count>>, id: string): Count {
  return (Object.hasOwn(counts, id) ? counts[id] : undefined) ?? NOBODY;
}

/** What shares are shares of: talks that treat it, or those whose primary it is. */
export function weighed({ talks, primary }: Pick<Count, 'talks' | 'primary'>, weight: Weight): number {
  return weight === 'talk' ? talks : primary;
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
