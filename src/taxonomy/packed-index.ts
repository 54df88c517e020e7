/** The matcher's tables as they ship: what follows from other tables is left out, unless to work it out at the start would take long. */
import type { LexicalIndex, Rows } from '../classify/lexical-index.ts';
import { keyOfTokens } from '../classify/tokens.ts';
import type { Keys, Manners, PackedLabels } from './packed-labels.ts';
import { lengthsOf, rowOf, startsOf, type TableReader } from './packed-tables.ts';

type Lists = Pick<PackedLabels, 'requires' | 'unless'>;

/** The tables that `unpackIndex` reads, in its order. */
export function packIndex(index: LexicalIndex, lists: Lists): readonly Int32Array[] {
  const nodeOf = nodesOf(index.patternAt);
  const { labelsOfPattern, patternsOfContext } = index;
  const contextOfTerm = contextsOf(index, lists);
  return [
    lengthsOf(index.firstChild),
    index.tokenOf,
    index.patternAt,
    lengthsOf(labelsOfPattern.starts),
    labelsOfPattern.items,
    nodesOfLabels(index, nodeOf),
    lengthsOf(patternsOfContext.starts),
    patternsOfContext.items,
    contextOfTerm,
    contextOfTerm.map((context) => nodeOf[rowOf(patternsOfContext, context)[0] ?? -1] ?? ROOT),
  ];
}

/** The node of what has no token. */
const ROOT = 0;

export interface Around {
  readonly tokens: readonly string[];
  readonly manners: Manners;
  /** How many labels each concept has, in order; those left over are the domain's. */
  readonly labelCounts: readonly number[];
}

export interface UnpackedIndex {
  readonly index: LexicalIndex;
  /** The normal forms, which the trie holds. */
  readonly keys: Keys;
}

export function unpackIndex(reader: TableReader, { tokens, manners, labelCounts }: Around): UnpackedIndex {
  const trie = { tokens, firstChild: startsOf(reader.table(), 1), tokenOf: reader.table(), patternAt: reader.table() };
  const labelsOfPattern = { starts: startsOf(reader.table()), items: reader.table() };
  const nodeOfLabel = reader.table();
  const patternsOfContext = { starts: startsOf(reader.table()), items: reader.table() };
  const contextOfTerm = reader.table();
  const nodeOfTerm = reader.table();
  const index = {
    ...trie,
    labelsOfPattern,
    conceptOfLabel: conceptsOf(labelCounts, nodeOfLabel.length),
    patternsOfContext,
    requires: contextsBy(manners, manners.requires, contextOfTerm),
    unless: contextsBy(manners, manners.unless, contextOfTerm),
    isContextTerm: contextTerms(patternsOfContext, labelsOfPattern.starts.length - 1),
  };
  const keys = {
    ofLabel: (label: number) => keyOfNode(index, nodeOfLabel[label] ?? ROOT),
    ofTerm: (term: number) => keyOfNode(index, nodeOfTerm[term] ?? ROOT),
  };
  return { index, keys };
}

/** The node at which each pattern ends. */
function nodesOf(patternAt: Int32Array): readonly number[] {
  const nodes: number[] = [];
  patternAt.forEach((pattern, node) => {
    if (pattern > 0) nodes[pattern - 1] = node;
  });
  return nodes;
}

function nodesOfLabels({ labelsOfPattern, conceptOfLabel }: LexicalIndex, nodeOf: readonly number[]): Int32Array {
  const nodes = new Int32Array(conceptOfLabel.length).fill(ROOT);
  nodeOf.forEach((node, pattern) => {
    for (const label of rowOf(labelsOfPattern, pattern)) nodes[label] = node;
  });
  return nodes;
}

/** The number of each co-term's context. */
function contextsOf(index: LexicalIndex, lists: Lists): Int32Array {
  const contexts: number[] = [];
  for (const name of ['requires', 'unless'] as const) {
    lists[name].forEach((terms, label) => {
      const numbers = index[name](label);
      terms.forEach((term, i) => {
        contexts[term] = numbers[i] ?? 0;
      });
    });
  }
  return Int32Array.from(contexts);
}

/** What leads to a node of the trie; nothing leads to the root. */
function keyOfNode(index: LexicalIndex, node: number): string {
  const tokens: string[] = [];
  for (let at = node; at !== ROOT; at = parentOf(index, at))
    tokens.unshift(index.tokens[(index.tokenOf[at] ?? 0) - 1] ?? '');
  return keyOfTokens(tokens);
}

/** The last node whose children begin no later than this one. */
function parentOf({ firstChild }: LexicalIndex, node: number): number {
  let low = ROOT;
  let high = node;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((firstChild[middle] ?? 0) <= node) low = middle;
    else high = middle;
  }
  return low;
}

function conceptsOf(labelCounts: readonly number[], labelCount: number): Int32Array {
  const concepts = new Int32Array(labelCount).fill(-1);
  let from = 0;
  labelCounts.forEach((count, concept) => {
    concepts.fill(concept, from, from + count);
    from += count;
  });
  return concepts;
}

/** @param listOf the list of each manner */
function contextsBy({ ofLabel, lists }: Manners, listOf: Int32Array, contextOfTerm: Int32Array) {
  return (label: number): readonly number[] =>
    Array.from(rowOf(lists, listOf[ofLabel[label] ?? -1] ?? 0), (term) => contextOfTerm[term] ?? 0);
}

function contextTerms({ items }: Rows, patternCount: number): Uint8Array {
  const isTerm = new Uint8Array(patternCount);
  for (const pattern of items) isTerm[pattern] = 1;
  return isTerm;
}
