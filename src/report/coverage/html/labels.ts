/** Names of concepts by their ids. */
import type { PageConcept } from './data.ts';
import type { Both } from './node.ts';

export type LabelOf = (id: string) => Both;

/** What is no concept of the page goes by its id. */
export function labelsById(concepts: readonly PageConcept[]): LabelOf {
  const labels = new Map(concepts.map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? { en: id, ja: id };
}
