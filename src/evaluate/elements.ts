/** The concepts that talks are tagged with, and the parts above them. */
import { ancestors, narrowerOf } from '../taxonomy/tree.ts';
import type { Concept, Taxonomy } from '../taxonomy/types.ts';

/** Each element's part, by the ids of both, in the order of the taxonomy. */
export type Elements = ReadonlyMap<string, string>;

/** The concepts with none below them, less the deprecated; an element without a part is its own. */
export function elementsOf({ concepts }: Taxonomy): Elements {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const narrower = narrowerOf(concepts);
  return new Map(
    concepts
      .filter(({ id, deprecated }) => !narrower.has(id) && deprecated !== true)
      .map(({ id }) => [id, ancestors(id, byId).at(-1) ?? id]),
  );
}

/** The element that stands for the concept `id` today: itself, or what a deprecated one was replaced by; undefined for a part. */
export function currentElement(id: string, elements: Elements, concepts: readonly Concept[]): string | undefined {
  const seen = new Set<string>();
  for (let current: string | undefined = id; current !== undefined && !seen.has(current); ) {
    if (elements.has(current)) return current;
    seen.add(current);
    const named: string = current;
    current = concepts.find((concept) => concept.id === named)?.replacedBy;
  }
  return undefined;
}
