/** Tags that a source declares, read against the taxonomy. */
import type { Tag, Talk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { normalize } from './normalize.ts';
import { labelKey } from './tokens.ts';

const nameTables = new WeakMap<Taxonomy, ReadonlyMap<string, string>>();

/** The id of the concept that `name` names, by id or by a label of any language; undefined when it names none. */
export function conceptNamed(name: string, taxonomy: Taxonomy): string | undefined {
  const table = nameTables.get(taxonomy) ?? nameTable(taxonomy);
  nameTables.set(taxonomy, table);
  return table.get(idLike(name)) ?? table.get(labelKey(normalize(name).text));
}

/** An id as people write it: "Model Monitoring" for `model-monitoring`. */
function idLike(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** Ids first, then preferred labels, then the others, of those the weightier first: the first to take a name keeps it. */
function nameTable({ concepts }: Taxonomy): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const offer = (name: string, id: string): void => {
    if (name !== '' && !table.has(name)) table.set(name, id);
  };
  for (const { id } of concepts) offer(id, id);
  for (const role of ['pref', 'alt', 'hidden'] as const) {
    const named = concepts.flatMap(({ id, labels }) =>
      labels.filter((label) => label.role === role).map(({ key, weight }) => ({ id, key, weight })),
    );
    for (const { id, key } of named.sort((a, b) => b.weight - a.weight)) offer(key, id);
  }
  return table;
}

/** Whether a declared value names a concept that was not found; a declared part agrees with any of its elements. */
export function disagrees({ declared }: Talk, tags: readonly Tag[], taxonomy: Taxonomy): boolean {
  if (declared === undefined) return false;
  return declared.some((value) => {
    const id = conceptNamed(value, taxonomy);
    return id !== undefined && !tags.some((tag) => tag.id === id || tag.part === id);
  });
}
