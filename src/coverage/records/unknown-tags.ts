/** Tags of records that the taxonomy does not know, counted: the records were made with another one. */
import type { Taxonomy } from '../../taxonomy/types.ts';
import type { CountedTalk } from '../types.ts';

/** Tags that the note names. */
const MAX_NAMED = 5;

export class UnknownTags {
  readonly #taxonomy: string;
  readonly #known: ReadonlySet<string>;
  readonly #counts = new Map<string, number>();
  #talks = 0;

  constructor({ id, concepts }: Pick<Taxonomy, 'id' | 'concepts'>) {
    this.#taxonomy = id;
    this.#known = new Set(concepts.map((concept) => concept.id));
  }

  add({ tags }: Pick<CountedTalk, 'tags'>): void {
    let isStrange = false;
    for (const { id } of tags) {
      if (this.#known.has(id)) continue;
      isStrange = true;
      this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
    }
    if (isStrange) this.#talks++;
  }

  /** One sentence with the tags that most talks carry, ties by name; undefined where all are known. */
  note(): string | undefined {
    if (this.#talks === 0) return undefined;
    const ranked = [...this.#counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const named = ranked.slice(0, MAX_NAMED).map(([id, count]) => `${id} (${count})`);
    const left = ranked.length - named.length;
    const talks = this.#talks === 1 ? '1 talk carries' : `${this.#talks} talks carry`;
    const rest = left > 0 ? ` and ${left} more` : '';
    return `${talks} tags the taxonomy ${this.#taxonomy} has not: ${named.join(', ')}${rest}; name theirs with --taxonomy`;
  }
}
