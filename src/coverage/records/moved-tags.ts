/** Tags of records under another part than the taxonomy has them in, counted: the records are older, or the taxonomy was edited. */
import type { Taxonomy } from '../../taxonomy/types.ts';
import { partOfConcepts } from '../shown.ts';
import type { CountedTalk } from '../types.ts';

/** Tags that the note names. */
const MAX_NAMED = 5;

export class MovedTags {
  readonly #taxonomy: Taxonomy;
  readonly #partOf: ReadonlyMap<string, string>;
  /** By what the note says of a tag, the talks that carry it so. */
  readonly #counts = new Map<string, number>();
  #talks = 0;

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
    this.#partOf = partOfConcepts(taxonomy);
  }

  add({ tags }: Pick<CountedTalk, 'tags'>): void {
    let isMoved = false;
    for (const { id, part } of tags) {
      const known = this.#partOf.get(id);
      if (known === undefined || known === part) continue;
      isMoved = true;
      const moved = `${id} (${part === '' ? 'none' : part}, counted for ${known})`;
      this.#counts.set(moved, (this.#counts.get(moved) ?? 0) + 1);
    }
    if (isMoved) this.#talks++;
  }

  /** One sentence with the tags that most talks carry so, ties by name; undefined where all are as in the taxonomy. */
  note(): string | undefined {
    if (this.#talks === 0) return undefined;
    const ranked = [...this.#counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const left = ranked.length - MAX_NAMED;
    const named = ranked.slice(0, MAX_NAMED).map(([moved]) => moved);
    const talks = this.#talks === 1 ? '1 talk carries' : `${this.#talks} talks carry`;
    const rest = left > 0 ? ` and ${left} more` : '';
    return `${talks} tags under another part than the taxonomy ${this.#taxonomy.id} has them in: ${named.join(', ')}${rest}`;
  }
}
