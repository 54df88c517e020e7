/**
 * The labels of a taxonomy as a trie over tokens, in flat arrays: a text is matched against all of them in one pass, and the tables of the
 * default taxonomy can be made at build time and loaded as they stand.
 */
import type { Label, Taxonomy } from '../taxonomy/types.ts';
import { Trie, type TrieTables } from './trie.ts';

/** Lists of small integers by row: row `i` is `items[starts[i] … starts[i + 1])`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** The tables that matching reads. Labels are numbered as they stand in the taxonomy: concept by concept, then those of the domain. */
export interface LexicalIndex extends TrieTables {
  readonly labelsOfPattern: Rows;
  /** 1 for a pattern that is a term of some context. */
  readonly isContextTerm: Uint8Array;
  readonly patternsOfContext: Rows;
  /** For each label its concept's position in the taxonomy; -1 for the domain. */
  readonly conceptOfLabel: Int32Array;
  /** Contexts one of which must stand near a hit of the label. */
  requires(label: number): readonly number[];
  /** Contexts none of which may stand near a hit of the label. */
  unless(label: number): readonly number[];
}

/** All labels in the order of their numbers. */
export function labelsOf({ concepts, domain }: Taxonomy): readonly Label[] {
  return [...concepts.flatMap(({ labels }) => labels), ...domain];
}

export function buildIndex(taxonomy: Taxonomy): LexicalIndex {
  const trie = new Trie();
  const contexts = new ContextTable(taxonomy, trie);
  const labels = labelsOf(taxonomy);
  const labelsOfPattern: number[][] = [];
  labels.forEach(({ key }, number) => {
    const pattern = trie.patternOf(key);
    if (pattern === undefined) return;
    labelsOfPattern[pattern] ??= [];
    labelsOfPattern[pattern].push(number);
  });
  const requires = labels.map((label) => contexts.idsOf(label.requires));
  const unless = labels.map((label) => contexts.idsOf(label.unless));
  const isContextTerm = new Uint8Array(trie.patternCount);
  for (const terms of contexts.patterns) for (const pattern of terms) isContextTerm[pattern] = 1;
  return {
    ...trie.tables(),
    labelsOfPattern: rows(Array.from({ length: trie.patternCount }, (_, pattern) => labelsOfPattern[pattern] ?? [])),
    isContextTerm,
    patternsOfContext: rows(contexts.patterns),
    conceptOfLabel: Int32Array.from([
      ...taxonomy.concepts.flatMap((concept, position) => concept.labels.map(() => position)),
      ...taxonomy.domain.map(() => -1),
    ]),
    requires: (label) => requires[label] ?? [],
    unless: (label) => unless[label] ?? [],
  };
}

function rows(lists: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  return { starts, items: Int32Array.from(lists.flat()) };
}

/** Gives each context that a label names a number: `@name` is a named list, anything else a list of its own. */
class ContextTable {
  /** Patterns of each context's terms. */
  readonly patterns: number[][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly taxonomy: Taxonomy;
  private readonly trie: Trie;

  constructor(taxonomy: Taxonomy, trie: Trie) {
    this.taxonomy = taxonomy;
    this.trie = trie;
  }

  idsOf(names: readonly string[]): readonly number[] {
    return names.map((name) => this.numberOf(name));
  }

  private numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(name, number);
    const keys = name.startsWith('@') ? (this.taxonomy.contexts[name.slice(1)] ?? []) : [name];
    this.patterns.push(keys.map((key) => this.trie.patternOf(key)).filter((pattern) => pattern !== undefined));
    return number;
  }
}
