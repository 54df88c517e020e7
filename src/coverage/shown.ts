/** The parts and elements that counts are shown for, whether a talk treats them or not. */
import { ancestors, narrowerOf } from '../taxonomy/tree.ts';
import type { Taxonomy } from '../taxonomy/types.ts';

export interface Shown {
  readonly parts: readonly string[];
  readonly elements: readonly string[];
  /** By element the id of the root above it. */
  readonly partOf: ReadonlyMap<string, string>;
}

/** Parts and elements in the order of the taxonomy, an element behind those of the part before; none without a taxonomy. */
export function shownOf(taxonomy: Taxonomy | undefined): Shown {
  if (taxonomy === undefined) return { parts: [], elements: [], partOf: new Map() };
  const { concepts } = taxonomy;
  const partOf = partOfConcepts(taxonomy);
  const narrower = narrowerOf(concepts);
  const parts = concepts.filter(({ broader }) => broader === undefined).map(({ id }) => id);
  const placed = concepts
    .filter(({ id, broader }) => broader !== undefined && !narrower.has(id))
    .map(({ id }) => ({ id, part: partOf.get(id) ?? id }))
    .sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part));
  return { parts, elements: placed.map(({ id }) => id), partOf: new Map(placed.map(({ id, part }) => [id, part])) };
}

/** By concept the id of the root above it, its own where it is one; none without a taxonomy. */
export function partOfConcepts(taxonomy: Taxonomy | undefined): ReadonlyMap<string, string> {
  const { concepts } = taxonomy ?? { concepts: [] };
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return new Map(concepts.map(({ id }) => [id, ancestors(id, byId).at(-1) ?? id]));
}
