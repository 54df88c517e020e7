/** Which texts were seen before, in 16 bytes or less a text: what a stream of a million talks may keep of their ids. */

const START = 32;

/** A set of texts by a 52-bit hash of each: among a million texts two share one with a chance of about 1 in 9,000. */
export class Seen {
  #slots = new Float64Array(START);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether `text` is new; it is remembered. */
  add(text: string): boolean {
    if (!insert(this.#slots, hash52(text))) return false;
    this.#size++;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const wider = new Float64Array(this.#slots.length * 2);
    for (const value of this.#slots) if (value !== 0) insert(wider, value);
    this.#slots = wider;
  }
}

/** Open addressing, the free slot being 0, which no hash is. */
function insert(slots: Float64Array, value: number): boolean {
  const mask = slots.length - 1;
  for (let slot = value % slots.length; ; slot = (slot + 1) & mask) {
    const held = slots[slot];
    if (held === value) return false;
    if (held === 0) {
      slots[slot] = value;
      return true;
    }
  }
}

/** Two FNV-like hashes side by side, mixed, as an integer from 1 to 2^52. */
export function hash52(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (high >>> 12) * 4294967296 + (low >>> 0) + 1;
}
