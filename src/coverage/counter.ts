/** Counts talks by group as they stream by. */
import { UsageError } from '../findings.ts';
import { type Countable, countableOf } from './countable.ts';
import { type CountingOptions, GroupCounter, type Naming } from './group-counter.ts';
import { groupsOf } from './keys.ts';
import { compareKeys } from './order.ts';
import { ProductNames } from './product-names.ts';
import { SeenKeys } from './seen-keys.ts';
import { partOfConcepts, shownOf } from './shown.ts';
import type { CountedTalk, Coverage, CoverageGroup, Trend } from './types.ts';

export interface CounterOptions extends CountingOptions {
  /** One of `GROUP_KEYS` or a key of the talks' `extra`; one group of all talks when absent. */
  readonly by?: string;
  /** A second key: a group for each pair of values. */
  readonly and?: string;
  /** Whether years are counted, for `trend()`; they are when absent. */
  readonly years?: boolean;
}

/** By key, then by the value of the second key; undefined where talks are counted by one. */
type Groups = Map<string, Map<string | undefined, GroupCounter>>;

export class CoverageCounter {
  readonly #options: CounterOptions;
  readonly #all: GroupCounter;
  readonly #groups: Groups = new Map();
  readonly #years = new Map<number, GroupCounter>();
  readonly #languages = new Map<string, number>();
  readonly #products = new ProductNames();
  readonly #partOf: ReadonlyMap<string, string>;
  readonly #seenKeys: SeenKeys;
  #talks = 0;
  #counters = 0;
  #undated = 0;

  constructor(options: CounterOptions) {
    this.#options = options;
    this.#all = new GroupCounter(options.weight);
    this.#partOf = partOfConcepts(options.taxonomy);
    this.#seenKeys = new SeenKeys([options.by, options.and]);
  }

  /** @throws UsageError where the keys make more groups than can be counted at once */
  add(talk: CountedTalk): void {
    const countable = countableOf(talk, this.#options.includeReview, this.#partOf);
    this.#talks++;
    for (const product of countable.tools) this.#products.add(product);
    this.#all.add(countable);
    this.#seenKeys.add(talk);
    if (talk.lang !== undefined) this.#languages.set(talk.lang, (this.#languages.get(talk.lang) ?? 0) + 1);
    if (this.#options.years !== false) this.#addToYear(talk, countable);
    this.#addToGroups(talk, countable);
  }

  /** The counts so far; it can be asked for more than once. */
  coverage(): Coverage {
    const { by, and, weight, includeReview } = this.#options;
    const naming = this.#naming();
    const all = this.#all.result('', undefined, naming);
    return {
      schema: 'mlops-tag/coverage@1',
      by: by ?? null,
      and: and ?? null,
      weight,
      includeReview,
      talks: this.#talks,
      all,
      groups:
        by === undefined
          ? [all]
          : inOrder(this.#groups, by).flatMap(([key, pairs]) =>
              inOrder(pairs, and).map(([second, counter]) => counter.result(key, second, naming)),
            ),
    };
  }

  trend(): Trend {
    const naming = this.#naming();
    const points: readonly CoverageGroup[] = [...this.#years]
      .sort(([a], [b]) => a - b)
      .map(([year, counter]) => counter.result(String(year), undefined, naming));
    return { by: 'year', points, undated: this.#undated };
  }

  /** The language most talks are in, ties by name. */
  lang(): string | undefined {
    return [...this.#languages].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
  }

  /** Of a key that is none of `GROUP_KEYS` and that no talk has: what is wrong, and which keys there are, as a sentence for people. */
  unknownKey(): string | undefined {
    return this.#talks === 0 ? undefined : this.#seenKeys.mistake();
  }

  #naming(): Naming {
    return { shown: shownOf(this.#options.taxonomy), products: this.#products };
  }

  #addToYear({ year }: CountedTalk, countable: Countable): void {
    if (year === undefined) this.#undated++;
    else this.#counterIn(this.#years, year).add(countable);
  }

  #addToGroups(talk: CountedTalk, countable: Countable): void {
    const { by, and } = this.#options;
    if (by === undefined) return;
    const seconds = and === undefined ? NO_SECOND : groupsOf(talk, and);
    for (const key of groupsOf(talk, by)) {
      let pairs = this.#groups.get(key);
      if (pairs === undefined) {
        pairs = new Map();
        this.#groups.set(key, pairs);
      }
      for (const second of seconds) this.#counterIn(pairs, second).add(countable);
    }
  }

  #counterIn<Key>(counters: Map<Key, GroupCounter>, key: Key): GroupCounter {
    const known = counters.get(key);
    if (known !== undefined) return known;
    if (++this.#counters > MAX_GROUPS) throw new UsageError(tooMany(this.#options));
    const counter = new GroupCounter(this.#options.weight);
    counters.set(key, counter);
    return counter;
  }
}

/** What memory and reports can bear, each with 44 counts. */
const MAX_GROUPS = 100_000;

function tooMany({ by, and }: CounterOptions): string {
  const keys = [by === undefined ? '' : `--by ${by}`, and === undefined ? '' : `--and ${and}`].filter(Boolean);
  return `${keys.join(' ')} makes more than ${MAX_GROUPS} groups, more than can be counted at once; count by a key with fewer values.`;
}

const NO_SECOND: readonly undefined[] = [undefined];

/** Years by number, all else by name; those without a value last. */
function inOrder<Key extends string | undefined, Value>(
  map: ReadonlyMap<Key, Value>,
  key: string | undefined,
): readonly (readonly [Key, Value])[] {
  const compare = key === 'year' ? compareYears : compareKeys;
  return [...map].sort(([a], [b]) => compare(a ?? '', b ?? ''));
}

/** Of years before the first, numbers in names would be without their sign. */
function compareYears(a: string, b: string): number {
  return a === '' || b === '' ? compareKeys(a, b) : Number(a) - Number(b);
}
