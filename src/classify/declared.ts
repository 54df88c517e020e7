/** Tags that a source declares, read against the taxonomy. */
import type { Tag, Talk } from '../talk.ts';
import type { LabelTable, Taxonomy } from '../taxonomy/types.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { normalize } from './normalize.ts';
import { labelKey, labelTokens } from './tokens.ts';
import { patternFound } from './trie.ts';

/** Names of a taxonomy's concepts, from the ones looked up most to those that cost most to gather. */
interface Names {
  readonly ids: ReadonlySet<string>;
  readonly preferred: ReadonlyMap<string, string>;
  /** All other labels: gathered when a name is none of these, and the taxonomy has no index to find it by. */
  others: ReadonlyMap<string, NamedConcept> | undefined;
}

const namesOfTaxonomies = new WeakMap<Taxonomy, Names>();

/** A concept, and how surely a name stands for it. */
export interface NamedConcept {
  readonly id: string;
  /** The label's; of ids and preferred labels beyond any. */
  readonly weight: number;
}

/** The id of the concept that `name` names, by id or by a label of any language; undefined when it names none. */
export function conceptNamed(name: string, taxonomy: Taxonomy): string | undefined {
  return namedConcept(name, taxonomy)?.id;
}

/** The same, with how surely it is meant: of a label that only hints at its concept the weight is below 1. */
export function namedConcept(name: string, taxonomy: Taxonomy): NamedConcept | undefined {
  const names = namesOfTaxonomies.get(taxonomy) ?? namesOf(taxonomy);
  namesOfTaxonomies.set(taxonomy, names);
  const id = [name.trim(), idLike(name)].find((written) => names.ids.has(written));
  if (id !== undefined) return { id, weight: Number.POSITIVE_INFINITY };
  const key = labelKey(normalize(name).text);
  const preferred = names.preferred.get(key);
  if (preferred !== undefined) return { id: preferred, weight: Number.POSITIVE_INFINITY };
  if (taxonomy.index !== undefined && taxonomy.labelTable !== undefined)
    return nameInIndex(key, taxonomy, taxonomy.index, taxonomy.labelTable);
  names.others ??= otherNames(taxonomy);
  return names.others.get(key);
}

/** An id as people write it: "Model Monitoring" for `model-monitoring`. */
function idLike(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function namesOf({ concepts }: Taxonomy): Names {
  const preferred = new Map<string, string>();
  for (const { id, prefLabel } of concepts)
    for (const label of Object.values(prefLabel)) offer(preferred, labelKey(normalize(label).text), id);
  return { ids: new Set(concepts.map(({ id }) => id)), preferred, others: undefined };
}

/** Alternative labels before hidden ones, of those the weightier first. */
function otherNames({ concepts }: Taxonomy): ReadonlyMap<string, NamedConcept> {
  const table = new Map<string, NamedConcept>();
  for (const role of ['alt', 'hidden'] as const) {
    const named = concepts.flatMap(({ id, labels }) =>
      labels.filter((label) => label.role === role).map(({ key, weight }) => ({ id, key, weight })),
    );
    for (const { id, key, weight } of named.sort((a, b) => b.weight - a.weight)) offer(table, key, { id, weight });
  }
  return table;
}

/** The same by the tables of the matcher, so that of tens of thousands of labels those of this very name alone are opened. */
function nameInIndex(
  key: string,
  { concepts }: Taxonomy,
  index: LexicalIndex,
  labels: LabelTable,
): NamedConcept | undefined {
  const pattern = patternFound(index, labelTokens(key));
  if (pattern === undefined) return undefined;
  const { starts, items } = index.labelsOfPattern;
  const named = Array.from(items.subarray(starts[pattern] ?? 0, starts[pattern + 1] ?? 0), (number) => ({
    label: labels.at(number),
    concept: concepts[index.conceptOfLabel[number] ?? -1]?.id,
  }));
  for (const role of ['alt', 'hidden'] as const) {
    const [best] = named
      .flatMap(({ label, concept }) =>
        label?.role === role && label.key === key && concept !== undefined
          ? [{ id: concept, weight: label.weight }]
          : [],
      )
      .sort((a, b) => b.weight - a.weight);
    if (best !== undefined) return best;
  }
  return undefined;
}

/** The first to take a name keeps it. */
function offer<Value>(table: Map<string, Value>, name: string, value: Value): void {
  if (name !== '' && !table.has(name)) table.set(name, value);
}

/** Whether a declared value names a concept that was not found; a declared part agrees with any of its elements. */
export function disagrees({ declared }: Talk, tags: readonly Tag[], taxonomy: Taxonomy): boolean {
  if (declared === undefined) return false;
  return declared.some((value) => {
    const id = conceptNamed(value, taxonomy);
    return id !== undefined && !tags.some((tag) => tag.id === id || tag.part === id);
  });
}
