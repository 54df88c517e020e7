/** Counts talks by a name that they carry, a product or an organisation, and what they treat. */
import type { CountedName } from './countable.ts';
import { shownName } from './product-names.ts';
import type { Named } from './types.ts';

interface OpenNamed {
  name: string;
  talks: number;
  readonly elements: Map<string, number>;
}

export class NamedCounter {
  readonly #names = new Map<string, OpenNamed>();

  /** The names of one talk. */
  add(names: readonly CountedName[]): void {
    for (const { key, name, elements } of names) {
      let open = this.#names.get(key);
      if (open === undefined) {
        open = { name, talks: 0, elements: new Map() };
        this.#names.set(key, open);
      } else if (open.name !== name) open.name = shownName(open.name, name);
      open.talks++;
      for (const id of elements) open.elements.set(id, (open.elements.get(id) ?? 0) + 1);
    }
  }

  result(): readonly Named[] {
    return [...this.#names.values()]
      .map(({ name, talks, elements }) => ({
        name,
        talks,
        elements: Object.fromEntries([...elements].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
      }))
      .sort((a, b) => b.talks - a.talks || (a.name < b.name ? -1 : 1));
  }
}
