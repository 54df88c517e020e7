/** Which keys talks have, for who asks for one that none has. */
import { didYouMean } from '../nearest.ts';
import { GROUP_KEYS, groupsOf, isExtraKey } from './keys.ts';
import { listed } from './listed.ts';
import type { CountedTalk } from './types.ts';

/** Keys of `extra` that are kept: the first by code units, so that the order of talks does not matter. */
const AT_MOST = 200;

/** Watches for keys of `extra` until a talk has each of them; talks that come after that cost nothing. */
export class SeenKeys {
  readonly #wanted: Set<string>;
  readonly #known = new Set<string>();
  #extra = new Set<string>();

  constructor(keys: readonly (string | undefined)[]) {
    this.#wanted = new Set(keys.filter((key) => key !== undefined).filter(isExtraKey));
  }

  add(talk: CountedTalk): void {
    if (this.#wanted.size === 0) return;
    for (const key of this.#wanted) if (groupsOf(talk, key)[0] !== '') this.#wanted.delete(key);
    for (const key of GROUP_KEYS) if (!this.#known.has(key) && groupsOf(talk, key)[0] !== '') this.#known.add(key);
    for (const key in talk.extra) if (Object.hasOwn(talk.extra, key)) this.#extra.add(key);
    if (this.#extra.size > 2 * AT_MOST) this.#extra = new Set([...this.#extra].sort().slice(0, AT_MOST));
  }

  /** What is wrong with the first key that no talk has, in words; undefined where each has a talk. */
  mistake(): string | undefined {
    const [key] = this.#wanted;
    if (key === undefined) return undefined;
    const known = GROUP_KEYS.filter((one) => this.#known.has(one));
    const extra = [...this.#extra].sort().slice(0, AT_MOST);
    const have = [known, extra].filter((keys) => keys.length > 0).map(listed);
    const meant = didYouMean(key, [...GROUP_KEYS, ...extra]);
    return `No talk has "${key}"${meant}${have.length === 0 ? '' : `; talks have ${have.join(', and ')}`}.`;
  }
}
