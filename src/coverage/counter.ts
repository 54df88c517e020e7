/** Counts talks by group as they stream by. */
import { type CountingOptions, GroupCounter } from './group-counter.ts';
import { groupsOf } from './keys.ts';
import { shownOf } from './shown.ts';
import type { CountedTalk, Coverage, CoverageGroup, Trend } from './types.ts';

export interface CounterOptions extends CountingOptions {
  /** One of `GROUP_KEYS` or a key of the talks' `extra`; one group of all talks when absent. */
  readonly by?: string;
  /** A second key: a group for each pair of values. */
  readonly and?: string;
}

interface OpenGroup {
  readonly key: string;
  readonly and?: string;
  readonly counter: GroupCounter;
}

export class CoverageCounter {
  readonly #options: CounterOptions;
  readonly #all: GroupCounter;
  readonly #groups = new Map<string, OpenGroup>();
  readonly #years = new Map<string, GroupCounter>();
  readonly #languages = new Map<string, number>();
  #talks = 0;
  #undated = 0;

  constructor(options: CounterOptions) {
    this.#options = options;
    this.#all = new GroupCounter(options);
  }

  add(talk: CountedTalk): void {
    this.#talks++;
    this.#all.add(talk);
    if (talk.lang !== undefined) this.#languages.set(talk.lang, (this.#languages.get(talk.lang) ?? 0) + 1);
    if (talk.year === undefined) this.#undated++;
    else this.#year(String(talk.year)).add(talk);
    const { by, and } = this.#options;
    if (by === undefined) return;
    for (const key of groupsOf(talk, by)) {
      if (and === undefined) this.#group(key, undefined).add(talk);
      else for (const second of groupsOf(talk, and)) this.#group(key, second).add(talk);
    }
  }

  /** The counts so far; it can be asked for more than once. */
  coverage(): Coverage {
    const { by, and, weight, includeReview, taxonomy } = this.#options;
    const shown = shownOf(taxonomy);
    const all = this.#all.result('', undefined, shown);
    const groups = [...this.#groups.values()].sort(
      (a, b) => compareKeys(a.key, b.key, by) || compareKeys(a.and ?? '', b.and ?? '', and),
    );
    return {
      schema: 'mlops-tag/coverage@1',
      by: by ?? null,
      and: and ?? null,
      weight,
      includeReview,
      talks: this.#talks,
      all,
      groups: by === undefined ? [all] : groups.map((group) => group.counter.result(group.key, group.and, shown)),
    };
  }

  trend(): Trend {
    const shown = shownOf(this.#options.taxonomy);
    const points: readonly CoverageGroup[] = [...this.#years]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([year, counter]) => counter.result(year, undefined, shown));
    return { by: 'year', points, undated: this.#undated };
  }

  /** The language most talks are in, ties by name. */
  lang(): string | undefined {
    return [...this.#languages].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
  }

  #group(key: string, and: string | undefined): GroupCounter {
    const name = and === undefined ? key : `${key}\0${and}`;
    const known = this.#groups.get(name);
    if (known !== undefined) return known.counter;
    const counter = new GroupCounter(this.#options);
    this.#groups.set(name, { key, ...(and === undefined ? {} : { and }), counter });
    return counter;
  }

  #year(year: string): GroupCounter {
    const known = this.#years.get(year);
    if (known !== undefined) return known;
    const counter = new GroupCounter(this.#options);
    this.#years.set(year, counter);
    return counter;
  }
}

/** Years by number, all else by code units; those without a value last. */
function compareKeys(a: string, b: string, key: string | undefined): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  if (key === 'year') return Number(a) - Number(b);
  return a < b ? -1 : 1;
}
