/** Counts talks by a name that they carry, a product or an organisation, and the elements that go with it. */
import type { CountedName } from './countable.ts';
import type { Named } from './types.ts';

interface OpenNamed {
  talks: number;
  readonly elements: Map<string, number>;
}

export class NamedCounter {
  readonly #names = new Map<string, OpenNamed>();

  /** The names of one talk. */
  add(names: readonly CountedName[]): void {
    for (const { key, elements } of names) {
      let open = this.#names.get(key);
      if (open === undefined) {
        open = { talks: 0, elements: new Map() };
        this.#names.set(key, open);
      }
      open.talks++;
      for (const id of elements) open.elements.set(id, (open.elements.get(id) ?? 0) + 1);
    }
  }

  /** `nameOf`: the name under a key, another one for each. */
  result(nameOf: (key: string) => string): readonly Named[] {
    return [...this.#names]
      .map(([key, { talks, elements }]) => ({
        name: nameOf(key),
        talks,
        elements: Object.fromEntries([...elements].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
      }))
      .sort((a, b) => b.talks - a.talks || (a.name < b.name ? -1 : 1));
  }
}
