import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes, lengthsOf, packTables, rowOf, startsOf, TableReader } from '../../src/taxonomy/packed-tables.ts';

const integer = fc.oneof(fc.constantFrom(0, 255, 256, 65_535, 65_536, -1), fc.nat(255), fc.nat(65_535), fc.integer());
const tables = fc.array(fc.array(integer).map((values) => Int32Array.from(values)));

describe('packed tables', () => {
  it('open to what was packed, from bytes that begin anywhere, and leave what lies behind them', () => {
    fc.assert(
      fc.property(tables, fc.nat(3), fc.string(), (packed, shift, behind) => {
        const { bytes, shapes } = packTables(packed);
        const rest = new TextEncoder().encode(`監視${behind}`);
        const reader = new TableReader(joinBytes([new Uint8Array(shift), ...bytes, rest]).subarray(shift), shapes);
        expect(packed.map(() => reader.table())).toEqual(packed);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.rest())).toBe(`監視${behind}`);
      }),
    );
  });

  it.each([
    ['none but zeros', [0, 0, 0, 0, 0], 0, 0],
    ['bytes', [0, 1, 255, 7, 7, 7, 7, 7], 1, 8],
    ['bytes and one that is larger', [...Array.from({ length: 20 }, () => 9), 70_000], 1, 24 + 8],
    ['16 bits', [1000, 2000, 3000, 4000], 2, 8],
    ['32 bits', [-1, 100_000, -3, 100_000], 4, 16],
  ])('are as narrow as can be: %s', (_, values, width, size) => {
    const { bytes, shapes } = packTables([Int32Array.from(values)]);
    expect(shapes[0]?.[1]).toBe(width);
    expect(joinBytes(bytes).length).toBe(size);
  });

  it('keep rows as lengths', () => {
    const rows = { starts: Int32Array.of(0, 2, 2, 3), items: Int32Array.of(7, 8, 9) };
    expect(startsOf(lengthsOf(rows.starts))).toEqual(rows.starts);
    expect([0, 1, 2, 3, -1].map((row) => [...rowOf(rows, row)])).toEqual([[7, 8], [], [9], [], []]);
  });
});
