/** The talks that show a count best: a few, and the same ones whatever the order they come in. */
import type { Example } from './types.ts';

const AT_MOST = 3;

interface Offered {
  readonly talk: Example;
  readonly confidence: number;
}

export class BestExamples {
  #kept: readonly Offered[] = [];

  offer(talk: Example, confidence: number): void {
    const last = this.#kept[AT_MOST - 1];
    // Most talks end here.
    if (last !== undefined && confidence < last.confidence) return;
    const offered = { talk, confidence };
    if (last !== undefined && compare(offered, last) >= 0) return;
    if (this.#kept.some((kept) => kept.talk.id === talk.id && compare(kept, offered) <= 0)) return;
    const others = this.#kept.filter((kept) => kept.talk.id !== talk.id);
    this.#kept = [...others, offered].sort(compare).slice(0, AT_MOST);
  }

  best(): readonly Example[] {
    return this.#kept.map(({ talk }) => talk);
  }
}

function compare(a: Offered, b: Offered): number {
  return b.confidence - a.confidence || order(a.talk.id, b.talk.id) || order(a.talk.title, b.talk.title);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
