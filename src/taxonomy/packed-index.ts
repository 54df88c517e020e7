/** The matcher's tables as one run of bytes, so that a start maps them instead of making them. */
import type { LexicalIndex, Rows } from '../classify/lexical-index.ts';

/** Tables in the order of the file. Those that ascend are kept as steps, which are small. */
const TABLES = ['tokenOf', 'patternAt'] as const;
const ROWS = ['labelsOfPattern', 'patternsOfContext', 'requires', 'unless'] as const;

export interface PackedIndex {
  /** Joined by blanks, which no token holds. */
  readonly tokens: string;
  /** How many integers each table has, in order, negative where they are of 16 bits; the bytes of `isContextTerm` come last. */
  readonly lengths: readonly number[];
}

/** `lineStarts`: where each label's line begins; it lies among the tables. */
export function packIndex(
  index: LexicalIndex,
  lineStarts: Int32Array,
): { readonly index: PackedIndex; readonly tables: Uint8Array } {
  const tables = [
    stepsOf(lineStarts),
    stepsOf(index.firstChild),
    ...TABLES.map((name) => index[name]),
    // The domain's is -1, and no small number is negative.
    index.conceptOfLabel.map((concept) => concept + 1),
    ...ROWS.flatMap((name) => [index[name].starts, index[name].items]),
  ];
  const { bytes, lengths } = packTables(tables);
  return {
    index: { tokens: index.tokens.join(' '), lengths },
    tables: joinBytes([...bytes, index.isContextTerm]),
  };
}

export function unpackIndex(
  { tokens, lengths }: PackedIndex,
  tables: Uint8Array,
): { readonly index: LexicalIndex; readonly lineStarts: Int32Array } {
  const reader = new TableReader(tables, lengths);
  const table = (): Int32Array => reader.table();
  const rows = (): Rows => ({ starts: table(), items: table() });
  const lineStarts = sumsOf(table());
  const index = {
    tokens: tokens === '' ? [] : tokens.split(' '),
    firstChild: sumsOf(table()),
    tokenOf: table(),
    patternAt: table(),
    conceptOfLabel: table().map((concept) => concept - 1),
    labelsOfPattern: rows(),
    patternsOfContext: rows(),
    requires: rows(),
    unless: rows(),
    isContextTerm: reader.rest(),
  };
  return { index, lineStarts };
}

/** How much each value is above the one before. */
function stepsOf(ascending: Int32Array): Int32Array {
  return ascending.map((value, i) => value - (ascending[i - 1] ?? 0));
}

function sumsOf(steps: Int32Array): Int32Array {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}

/** Tables of integers end to end, 16 bits an integer where all of a table are small; what lies behind them is the reader's `rest`. */
export function packTables(tables: readonly Int32Array[]): {
  readonly bytes: readonly Uint8Array[];
  /** How many integers each table has, negative where they are of 16 bits. */
  readonly lengths: readonly number[];
} {
  const narrow = tables.map((table) => table.every((value) => value >= 0 && value < 0x10000));
  return {
    bytes: tables.map((table, i) => bytesOf(table, narrow[i] === true)),
    lengths: tables.map(({ length }, i) => (narrow[i] === true ? -length : length)),
  };
}

/** Opens what `packTables` packed, a table at a call, in the same order. */
export class TableReader {
  private readonly bytes: Uint8Array;
  private readonly lengths: readonly number[];
  private offset: number;
  private next = 0;

  constructor(bytes: Uint8Array, lengths: readonly number[]) {
    this.bytes = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    this.lengths = lengths;
    this.offset = this.bytes.byteOffset;
  }

  table(): Int32Array {
    const { buffer } = this.bytes;
    const length = this.lengths[this.next++] ?? 0;
    const made =
      length < 0
        ? Int32Array.from(new Uint16Array(buffer, this.offset, -length))
        : new Int32Array(buffer, this.offset, length);
    this.offset += length < 0 ? padded(-2 * length) : 4 * length;
    return made;
  }

  /** The bytes behind the last table. */
  rest(): Uint8Array {
    const { buffer, byteOffset, byteLength } = this.bytes;
    return new Uint8Array(buffer, this.offset, byteOffset + byteLength - this.offset);
  }
}

/** A table's bytes, 16 bits an integer where all are small, filled up to whole steps of 32. */
function bytesOf(table: Int32Array, narrow: boolean): Uint8Array {
  if (!narrow) return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
  const bytes = new Uint8Array(padded(2 * table.length));
  bytes.set(new Uint8Array(Uint16Array.from(table).buffer));
  return bytes;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
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
