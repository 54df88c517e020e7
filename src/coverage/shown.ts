/** The parts and elements that counts are shown for, whether a talk treats them or not. */
import { ancestors, narrowerOf } from '../taxonomy/tree.ts';
import type { Taxonomy } from '../taxonomy/types.ts';

export interface ShownElement {
  readonly id: string;
  /** The id of the root above it. */
  readonly part: string;
}

export interface Shown {
  readonly parts: readonly string[];
  readonly elements: readonly ShownElement[];
}

/** Parts and elements in the order of the taxonomy, an element behind those of the part before; none without a taxonomy. */
export function shownOf(taxonomy: Taxonomy | undefined): Shown {
  if (taxonomy === undefined) return { parts: [], elements: [] };
  const { concepts } = taxonomy;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const narrower = narrowerOf(concepts);
  const parts = concepts.filter(({ broader }) => broader === undefined).map(({ id }) => id);
  const elements = concepts
    .filter(({ id, broader }) => broader !== undefined && !narrower.has(id))
    .map(({ id }) => ({ id, part: ancestors(id, byId).at(-1) ?? id }));
  return { parts, elements: elements.toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part)) };
}
