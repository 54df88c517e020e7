/** Sequences of tokens as a trie in flat arrays: a text is held against all of them in one pass. */
import { labelTokens } from './tokens.ts';

/** The tables that matching reads; patterns are numbered from 0 in the order in which they were first asked for. */
export interface TrieTables {
  /** The id of a token is its position here plus 1. */
  readonly tokens: readonly string[];
  /** Nodes are numbered breadth first, 0 being the root: the children of node `n` are `firstChild[n]` to before `firstChild[n + 1]`. */
  readonly firstChild: Int32Array;
  /** The token that leads into each node; ascending among the children of one. */
  readonly tokenOf: Int32Array;
  /** For each node the pattern that ends there, plus 1; 0: none. */
  readonly patternAt: Int32Array;
}

/** A trie over token ids while it grows. */
export class Trie {
  private readonly ids: Map<string, number>;
  private readonly children: Map<number, number>[] = [new Map()];
  private readonly patternAt: number[] = [0];
  patternCount = 0;

  /** `tokens`: those that have their ids already, in order. */
  constructor(tokens: readonly string[] = []) {
    this.ids = new Map(tokens.map((token, position) => [token, position + 1]));
  }

  /** The pattern of a key, made when new; none for a key without a token (a label of punctuation alone). */
  patternOf(key: string): number | undefined {
    let node = 0;
    for (const token of labelTokens(key)) node = this.child(node, this.idOf(token));
    if (node === 0) return undefined;
    if (this.patternAt[node] === 0) this.patternAt[node] = ++this.patternCount;
    return (this.patternAt[node] ?? 0) - 1;
  }

  /** The nodes renumbered breadth first, so that where a node's children stand says which they are. */
  tables(): TrieTables {
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
export function step({ firstChild, tokenOf }: TrieTables, node: number, token: number): number {
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

const idsOfTokens = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The pattern that these tokens are; undefined where there is none. */
export function patternFound(tables: TrieTables, tokens: Iterable<string>): number | undefined {
  const ids = idsOfTokens.get(tables.tokens) ?? new Map(tables.tokens.map((token, position) => [token, position + 1]));
  idsOfTokens.set(tables.tokens, ids);
  let node = 0;
  for (const token of tokens) {
    node = step(tables, node, ids.get(token) ?? 0);
    if (node === 0) return undefined;
  }
  const pattern = tables.patternAt[node] ?? 0;
  return pattern === 0 ? undefined : pattern - 1;
}

/** For each token the node that it leads to from the root; 0: none. */
export function firstSteps({ tokens, firstChild, tokenOf }: TrieTables): Int32Array {
  const steps = new Int32Array(tokens.length + 1);
  for (let node = firstChild[0] ?? 0; node < (firstChild[1] ?? 0); node++) steps[tokenOf[node] ?? 0] = node;
  return steps;
}
