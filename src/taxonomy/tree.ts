/** The hierarchy of a taxonomy; circles do no harm here. */
import type { Concept, Taxonomy } from './types.ts';

/** The ids directly below each concept that has any, in the order of the taxonomy. */
export function narrowerOf(concepts: readonly Concept[]): ReadonlyMap<string, readonly string[]> {
  const narrower = new Map<string, string[]>();
  for (const { id, broader } of concepts) {
    if (broader === undefined) continue;
    const list = narrower.get(broader);
    if (list === undefined) narrower.set(broader, [id]);
    else list.push(id);
  }
  return narrower;
}

/** The ids above a concept, the nearest first. */
export function ancestors(id: string, byId: ReadonlyMap<string, Concept>): readonly string[] {
  const way: string[] = [];
  for (let above = byId.get(id)?.broader; above !== undefined && !way.includes(above); above = byId.get(above)?.broader)
    way.push(above);
  return way;
}

/** A concept and how deep it stands; parts have depth 0. */
export interface Branch {
  readonly concept: Concept;
  readonly depth: number;
}

/** All concepts, each with what lies below it right behind it. */
export function branchesOf({ concepts }: Taxonomy): readonly Branch[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const narrower = narrowerOf(concepts);
  const walk = (concept: Concept, depth: number): readonly Branch[] => [
    { concept, depth },
    ...(narrower.get(concept.id) ?? []).flatMap((id) => {
      const below = byId.get(id);
      return below === undefined ? [] : walk(below, depth + 1);
    }),
  ];
  return concepts.filter(({ broader }) => broader === undefined).flatMap((concept) => walk(concept, 0));
}
