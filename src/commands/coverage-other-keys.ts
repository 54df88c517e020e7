/** Of two names that are no groups: another key whose values they are, for who left out --by or named another. */
import { GROUP_KEYS, groupsOf } from '../coverage/keys.ts';
import type { CountedTalk } from '../coverage/types.ts';
import type { Watcher } from './coverage-count.ts';

export class OtherKeys implements Watcher {
  /** By key, the names that no talk has had as its value so far. */
  readonly #left: ReadonlyMap<string, Set<string>>;
  #found: string | undefined;

  constructor(names: readonly string[]) {
    this.#left = new Map(GROUP_KEYS.map((key) => [key, new Set(names.map((name) => name.trim()))]));
  }

  talk(talk: CountedTalk): void {
    if (this.#found !== undefined) return;
    for (const [key, left] of this.#left) {
      for (const value of groupsOf(talk, key)) left.delete(value);
      if (left.size === 0) this.#found ??= key;
    }
  }

  /** The key that all the names are values of; undefined where there is none. */
  key(): string | undefined {
    return this.#found;
  }
}
