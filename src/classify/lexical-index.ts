/**
 * The labels of a taxonomy as a trie over tokens, in flat arrays: a text is matched against all of them in one pass, and the tables of the
 * default taxonomy can be made at build time and loaded as they stand.
 */
import type { Label, Taxonomy } from '../taxonomy/types.ts';
import { labelTokens } from './tokens.ts';

/** Lists of small integers by row: row `i` is `items[starts[i] … starts[i + 1])`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** The tables that matching reads. Labels are numbered as they stand in the taxonomy: concept by concept, then those of the domain. */
export interface LexicalIndex {
  /** Tokens of labels; the id of a token is its position here plus 1. */
  readonly tokens: readonly string[];
  /** Nodes are numbered breadth first, 0 being the root: the children of node `n` are `firstChild[n]` to before `firstChild[n + 1]`. */
  readonly firstChild: Int32Array;
  /** The token that leads into each node; ascending among the children of one. */
  readonly tokenOf: Int32Array;
  /** For each node the pattern that ends there, plus 1; 0: none. */
  readonly patternAt: Int32Array;
  readonly labelsOfPattern: Rows;
  /** 1 for a pattern that is a term of some context. */
  readonly isContextTerm: Uint8Array;
  readonly patternsOfContext: Rows;
  /** For each label its concept's position in the taxonomy; -1 for the domain. */
  readonly conceptOfLabel: Int32Array;
  /** Contexts one of which must stand near a hit of the label. */
  readonly requires: Rows;
  /** Contexts none of which may stand near a hit of the label. */
  readonly unless: Rows;
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
    requires: rows(requires),
    unless: rows(unless),
  };
}

function rows(lists: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  return { starts, items: Int32Array.from(lists.flat()) };
}

/** A trie over token ids while it grows. */
class Trie {
  private readonly ids = new Map<string, number>();
  private readonly children: Map<number, number>[] = [new Map()];
  private readonly patternAt: number[] = [0];
  patternCount = 0;

  /** The pattern of a key, made when new; none for a key without a token (a label of punctuation alone). */
  patternOf(key: string): number | undefined {
    let node = 0;
    for (const token of labelTokens(key)) node = this.child(node, this.idOf(token));
    if (node === 0) return undefined;
    if (this.patternAt[node] === 0) this.patternAt[node] = ++this.patternCount;
    return (this.patternAt[node] ?? 0) - 1;
  }

  /** The nodes renumbered breadth first, so that where a node's children stand says which they are. */
  tables(): Pick<LexicalIndex, 'tokens' | 'firstChild' | 'tokenOf' | 'patternAt'> {
    const count = this.children.length;
    const firstChild = new Int32Array(count + 1).fill(count);
    const tokenOf = new Int32Array(count);
    const patternAt = new Int32Array(count);
    const order = [0];
    for (let node = 0; node < order.length; node++) {
      const old = order[node] ?? 0;
      firstChild[node] = order.length;
      patternAt[node] = this.patternAt[old] ?? 0;
      for (const [token, child] of [...(this.children[old] ?? [])].sort(([a], [b]) => a - b)) {
        tokenOf[order.length] = token;
        order.push(child);
      }
    }
    return { tokens: [...this.ids.keys()], firstChild, tokenOf, patternAt };
  }

  private child(node: number, token: number): number {
    const children = this.children[node] ?? new Map<number, number>();
    const known = children.get(token);
    if (known !== undefined) return known;
    const made = this.children.length;
    this.children.push(new Map());
    this.patternAt.push(0);
    children.set(token, made);
    return made;
  }

  private idOf(token: string): number {
    const known = this.ids.get(token);
    if (known !== undefined) return known;
    const id = this.ids.size + 1;
    this.ids.set(token, id);
    return id;
  }
}

/** The node that `token` leads to from `node`; 0: none. */
export function step({ firstChild, tokenOf }: LexicalIndex, node: number, token: number): number {
  let low = firstChild[node] ?? 0;
  let high = firstChild[node + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = tokenOf[middle] ?? 0;
    if (found === token) return middle;
    if (found < token) low = middle + 1;
    else high = middle;
  }
  return 0;
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
