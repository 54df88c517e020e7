/** The talks that show a count best: a few, and the same ones whatever the order they come in. */
import type { CountedTalk, Example } from './types.ts';

const AT_MOST = 3;

interface Offered extends Example {
  readonly confidence: number;
}

export class BestExamples {
  readonly #kept: Offered[] = [];

  offer({ id, title }: Pick<CountedTalk, 'id' | 'title'>, confidence: number): void {
    const last = this.#kept.at(-1);
    const offered = { id, title, confidence };
    if (this.#kept.length === AT_MOST && last !== undefined && compare(offered, last) >= 0) return;
    if (this.#kept.some((kept) => kept.id === id && compare(kept, offered) <= 0)) return;
    const others = this.#kept.filter((kept) => kept.id !== id);
    this.#kept.splice(0, this.#kept.length, ...[...others, offered].sort(compare).slice(0, AT_MOST));
  }

  best(): readonly Example[] {
    return this.#kept.map(({ id, title }) => ({ id, title }));
  }
}

function compare(a: Offered, b: Offered): number {
  return b.confidence - a.confidence || order(a.id, b.id) || order(a.title, b.title);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
