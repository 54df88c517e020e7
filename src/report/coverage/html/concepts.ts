/** The parts and elements of the page, as the counts have them. */
import { partOfConcepts } from '../../../coverage/shown.ts';
import type { CountedTalk, Coverage } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { labelIn } from '../../labels.ts';
import type { PageConcept } from './data.ts';
import type { Both } from './node.ts';

/** Parts, then elements; what only records know goes by its id, and stands below the part that the first of its talks has it under. */
export function conceptsOf(
  { all }: Coverage,
  taxonomy: Taxonomy,
  talks: readonly CountedTalk[] = [],
): readonly PageConcept[] {
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  const labelOf = (id: string): Both => {
    const label = byId.get(id)?.prefLabel ?? { en: id };
    return { en: labelIn(label, 'en') || id, ja: labelIn(label, 'ja') || id };
  };
  const parts = new Map(Object.keys(all.parts).map((id, index) => [id, index]));
  const elements = Object.keys(all.elements).filter((id) => !parts.has(id));
  const partOf = new Map(partOfConcepts(taxonomy));
  if (elements.some((id) => !partOf.has(id)))
    for (const { tags } of talks)
      for (const { id, part } of tags) if (!partOf.has(id) && parts.has(part)) partOf.set(id, part);
  return [
    ...[...parts.keys()].map((id) => ({ id, label: labelOf(id) })),
    // A part without elements is an element too.
    ...elements.map((id) => {
      const part = parts.get(partOf.get(id) ?? '');
      return { id, label: labelOf(id), ...(part === undefined ? {} : { part }) };
    }),
  ];
}
