/** Counts of many talks or events as rows of which only what is not 0 is kept: some fifteen of a talk's hundred numbers. */
import type { Counts } from './counts.ts';

export class CountsTable {
  private readonly starts: Uint32Array;
  private readonly slots: Uint16Array;
  private readonly values: Float64Array;

  /** One row for each of `rows`, which are looked at in turn and may all be the same object. */
  constructor(rows: Iterable<Counts>) {
    const starts = [0];
    const slots: number[] = [];
    const values: number[] = [];
    for (const row of rows) {
      for (const [slot, value] of row.values.entries()) {
        if (value === 0) continue;
        slots.push(slot);
        values.push(value);
      }
      starts.push(slots.length);
    }
    this.starts = Uint32Array.from(starts);
    this.slots = Uint16Array.from(slots);
    this.values = Float64Array.from(values);
  }

  /** Adds to `sum` each row as many times as `times` says at its position. */
  addTo(sum: Counts, times: Uint32Array): void {
    const { starts, slots, values } = this;
    const sums = sum.values;
    for (let row = 0; row < times.length; row++) {
      const often = times[row] ?? 0;
      if (often === 0) continue;
      const end = starts[row + 1] ?? 0;
      for (let i = starts[row] ?? 0; i < end; i++) {
        const slot = slots[i] ?? 0;
        sums[slot] = (sums[slot] ?? 0) + often * (values[i] ?? 0);
      }
    }
  }
}
