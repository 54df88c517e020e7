/** The matcher's tables as one run of bytes, so that a start maps them instead of making them. */
import type { LexicalIndex, Rows } from '../classify/lexical-index.ts';

/** Tables of 32-bit integers in the order of the file. */
const TABLES = ['firstChild', 'tokenOf', 'patternAt', 'conceptOfLabel'] as const;
const ROWS = ['labelsOfPattern', 'patternsOfContext', 'requires', 'unless'] as const;

export interface PackedIndex {
  /** Joined by blanks, which no token holds. */
  readonly tokens: string;
  /** How many integers each table has, in order; the bytes of `isContextTerm` come last. */
  readonly lengths: readonly number[];
}

/** `lineStarts`: where each label's line begins; it lies among the tables. */
export function packIndex(
  index: LexicalIndex,
  lineStarts: Int32Array,
): { readonly index: PackedIndex; readonly tables: Uint8Array } {
  const tables = [
    lineStarts,
    ...TABLES.map((name) => index[name]),
    ...ROWS.flatMap((name) => [index[name].starts, index[name].items]),
  ];
  const parts = [
    ...tables.map((table) => new Uint8Array(table.buffer, table.byteOffset, table.byteLength)),
    index.isContextTerm,
  ];
  return {
    index: { tokens: index.tokens.join(' '), lengths: tables.map(({ length }) => length) },
    tables: joinBytes(parts),
  };
}

export function unpackIndex(
  { tokens, lengths }: PackedIndex,
  tables: Uint8Array,
): { readonly index: LexicalIndex; readonly lineStarts: Int32Array } {
  const bytes = tables.byteOffset % 4 === 0 ? tables : tables.slice();
  let offset = bytes.byteOffset;
  let next = 0;
  const table = (): Int32Array => {
    const made = new Int32Array(bytes.buffer, offset, lengths[next++] ?? 0);
    offset += made.byteLength;
    return made;
  };
  const rows = (): Rows => ({ starts: table(), items: table() });
  const lineStarts = table();
  const index = {
    tokens: tokens === '' ? [] : tokens.split(' '),
    firstChild: table(),
    tokenOf: table(),
    patternAt: table(),
    conceptOfLabel: table(),
    labelsOfPattern: rows(),
    patternsOfContext: rows(),
    requires: rows(),
    unless: rows(),
    isContextTerm: new Uint8Array(bytes.buffer, offset, bytes.byteOffset + bytes.byteLength - offset),
  };
  return { index, lineStarts };
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
