/** Tables of integers as one run of bytes, so that a start maps them instead of making them. */
import type { Rows } from '../classify/lexical-index.ts';

type Width = 0 | 1 | 2 | 4;

/** How a table lies: how many integers, in how many bytes each (0: all are 0), and how many of them are too large for that and follow. */
export type TableShape = readonly [length: number, width: Width, large: number];

const WIDTHS: readonly Width[] = [0, 1, 2, 4];

/** Tables end to end, each as narrow as it can be; what lies behind them is the reader's `rest`. */
export function packTables(tables: readonly Int32Array[]): {
  readonly bytes: readonly Uint8Array[];
  readonly shapes: readonly TableShape[];
} {
  const shapes = tables.map(shapeOf);
  return { bytes: tables.flatMap((table, i) => bytesOf(table, shapes[i]?.[1] ?? 4)), shapes };
}

function shapeOf(table: Int32Array): TableShape {
  const shapes = WIDTHS.map((width): TableShape => [table.length, width, largeOf(table, width).length]);
  return shapes.reduce((best, shape) => (sizeOf(shape) < sizeOf(best) ? shape : best));
}

function sizeOf([length, width, large]: TableShape): number {
  return padded(width * length) + 8 * large;
}

/** Positions of the integers that do not fit. */
function largeOf(table: Int32Array, width: Width): Int32Array {
  if (width === 4) return new Int32Array(0);
  const limit = 256 ** width;
  return Int32Array.from(table.keys()).filter((position) => !isBelow(table[position] ?? 0, limit));
}

function isBelow(value: number, limit: number): boolean {
  return value >= 0 && value < limit;
}

/** The integers, and behind them the positions and the values of those that do not fit. */
function bytesOf(table: Int32Array, width: Width): readonly Uint8Array[] {
  const large = largeOf(table, width);
  const narrow = table.map((value) => (width === 4 || isBelow(value, 256 ** width) ? value : 0));
  return [
    bytesOfWidth(narrow, width),
    bytesOfWidth(large, 4),
    bytesOfWidth(
      large.map((at) => table[at] ?? 0),
      4,
    ),
  ];
}

/** Filled up to whole steps of 32 bits. */
function bytesOfWidth(table: Int32Array, width: Width): Uint8Array {
  const bytes = new Uint8Array(padded(width * table.length));
  if (width === 1) bytes.set(table);
  else if (width === 2) new Uint16Array(bytes.buffer).set(table);
  else if (width === 4) new Int32Array(bytes.buffer).set(table);
  return bytes;
}

/** Opens what `packTables` packed, a table at a call, in the same order. */
export class TableReader {
  private readonly bytes: Uint8Array<ArrayBufferLike>;
  private readonly shapes: readonly TableShape[];
  private offset: number;
  private next = 0;

  constructor(bytes: Uint8Array, shapes: readonly TableShape[]) {
    this.bytes = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    this.shapes = shapes;
    this.offset = this.bytes.byteOffset;
  }

  table(): Int32Array {
    const [length, width, large] = this.shapes[this.next++] ?? [0, 0, 0];
    const table = this.integers(length, width);
    const positions = this.integers(large, 4);
    const values = this.integers(large, 4);
    for (let i = 0; i < large; i++) table[positions[i] ?? 0] = values[i] ?? 0;
    return table;
  }

  /** The bytes behind the last table. */
  rest(): Uint8Array {
    const { buffer, byteOffset, byteLength } = this.bytes;
    return new Uint8Array(buffer, this.offset, byteOffset + byteLength - this.offset);
  }

  private integers(length: number, width: Width): Int32Array {
    const { buffer } = this.bytes;
    const from = this.offset;
    this.offset += padded(width * length);
    if (width === 0) return new Int32Array(length);
    if (width === 1) return new Int32Array(new Uint8Array(buffer, from, length));
    if (width === 2) return new Int32Array(new Uint16Array(buffer, from, length));
    return new Int32Array(buffer, from, length);
  }
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

/** Where each row begins, of how long each is; a last one tells where the end is. */
export function startsOf(lengths: Int32Array, first = 0): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  let start = first;
  starts[0] = start;
  for (let row = 0; row < lengths.length; row++) {
    start += lengths[row] ?? 0;
    starts[row + 1] = start;
  }
  return starts;
}

/** How long each row is, of where each begins. */
export function lengthsOf(starts: Int32Array): Int32Array {
  return starts.subarray(1).map((end, row) => end - (starts[row] ?? 0));
}

/** Empty for a row that is not there. */
export function rowOf({ starts, items }: Rows, row: number): Int32Array {
  return items.subarray(starts[row] ?? 0, starts[row + 1] ?? 0);
}
