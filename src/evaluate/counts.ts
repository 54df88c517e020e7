/** What is right, wrong and missed, counted: numbers that add up over talks, from which every figure but the calibration follows. */
import type { Elements } from './elements.ts';
import type { Labels } from './gold.ts';

/** What a talk treats, as labelled and as somebody else says. */
export interface Answer {
  readonly gold: Labels;
  readonly found: Labels;
}

/** Pairs of a talk and an element: said and right, said and wrong, missed. */
export interface Hits {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

const PAIRS = 0;
const PARTS = 3;
const UNTAGGED = 6;
const PRIMARY = 9;
const TALKS = 11;
const ELEMENTS = 13;

const NONE: ReadonlySet<string> = new Set(['none']);
const SOME: ReadonlySet<string> = new Set();

/** Counts over some talks, in one flat array so that thousands of samples of them are added up in no time. */
export class Counts {
  readonly elements: Elements;
  /** All of the numbers, in an order that counts over the same elements share. */
  readonly values: Float64Array;
  private readonly slots: ReadonlyMap<string, number>;

  constructor(elements: Elements, values = new Float64Array(ELEMENTS + 3 * elements.size)) {
    this.elements = elements;
    this.values = values;
    this.slots = new Map(Array.from(elements.keys(), (id, i) => [id, ELEMENTS + 3 * i]));
  }

  static over(answers: Iterable<Answer>, elements: Elements): Counts {
    const counts = new Counts(elements);
    for (const answer of answers) counts.add(answer);
    return counts;
  }

  add({ gold, found }: Answer): void {
    const said = new Set(found.tags);
    const truth = new Set(gold.tags);
    const pairs = this.compare(PAIRS, truth, said);
    this.compare(PARTS, this.lifted(truth), this.lifted(said));
    this.compare(UNTAGGED, truth.size === 0 ? NONE : SOME, said.size === 0 ? NONE : SOME);
    if (gold.primary !== null) {
      this.raise(PRIMARY, found.primary === gold.primary ? 1 : 0);
      this.raise(PRIMARY + 1, 1);
    }
    this.raise(TALKS, truth.size === 0 && said.size === 0 ? 1 : f1(pairs));
    this.raise(TALKS + 1, 1);
    for (const id of new Set([...truth, ...said])) {
      const slot = this.slots.get(id);
      if (slot !== undefined) this.raise(slot + (truth.has(id) ? (said.has(id) ? 0 : 2) : 1), 1);
    }
  }

  /** Adds what `other` holds, `times` over. */
  addAll(other: Counts, times: number): void {
    const { values } = this;
    const others = other.values;
    for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + times * (others[i] ?? 0);
  }

  clear(): void {
    this.values.fill(0);
  }

  get pairs(): Hits {
    return this.hits(PAIRS);
  }

  get parts(): Hits {
    return this.hits(PARTS);
  }

  /** Of "treats nothing at all". */
  get untagged(): Hits {
    return this.hits(UNTAGGED);
  }

  /** Talks whose primary element is known, and those where it was found. */
  get primary(): { readonly right: number; readonly of: number } {
    return { right: this.at(PRIMARY), of: this.at(PRIMARY + 1) };
  }

  /** The F1 of each talk, summed. */
  get talks(): { readonly sum: number; readonly of: number } {
    return { sum: this.at(TALKS), of: this.at(TALKS + 1) };
  }

  element(id: string): Hits {
    return this.hits(this.slots.get(id) ?? this.values.length);
  }

  private lifted(ids: ReadonlySet<string>): ReadonlySet<string> {
    return new Set(Array.from(ids, (id) => this.elements.get(id) ?? id));
  }

  private compare(slot: number, truth: ReadonlySet<string>, said: ReadonlySet<string>): Hits {
    const hits = compared(truth, said);
    this.raise(slot, hits.right);
    this.raise(slot + 1, hits.wrong);
    this.raise(slot + 2, hits.missed);
    return hits;
  }

  private hits(slot: number): Hits {
    return { right: this.at(slot), wrong: this.at(slot + 1), missed: this.at(slot + 2) };
  }

  private at(slot: number): number {
    return this.values[slot] ?? 0;
  }

  private raise(slot: number, by: number): void {
    this.values[slot] = this.at(slot) + by;
  }
}

export function compared(truth: ReadonlySet<string>, said: ReadonlySet<string>): Hits {
  let right = 0;
  for (const id of said) if (truth.has(id)) right++;
  return { right, wrong: said.size - right, missed: truth.size - right };
}

/** 0 where nothing is right. */
export function f1({ right, wrong, missed }: Hits): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}
