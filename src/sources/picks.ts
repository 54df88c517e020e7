/** The values of an entry under the names of the fields, and a record of which were used. */
import { type Alias, type AliasTable, foldKey, type TalkField } from './aliases.ts';
import { isRecord, type PlainRecord } from './texts.ts';

/** Strings longer than this are texts, no facts about a talk. */
export const MAX_EXTRA = 200;

export interface Pick {
  readonly key: string;
  readonly rank: number;
  readonly value: unknown;
  /** Whether a field took the value. */
  used: boolean;
}

/** An entry's values by field, best name first, and a record of which were used. */
export class Picks {
  readonly declared: readonly string[];
  readonly #values: PlainRecord;
  readonly #byField = new Map<TalkField, Pick[]>();
  readonly #unnamed: string[] = [];

  constructor(values: PlainRecord, aliases: AliasTable, declaredKey: string) {
    this.#values = values;
    const declaredPath = declaredKey.split('.');
    this.declared = declaredAt(values, declaredPath);
    const declaredRoot = foldKey(declaredPath[0] ?? '');
    for (const key of Object.keys(values)) {
      const value = values[key];
      if (value === undefined || value === null || value === '') continue;
      const alias = aliases.find(key);
      if (this.declared.length > 0 && foldKey(key) === declaredRoot) continue;
      if (alias === undefined) this.#unnamed.push(key);
      else this.#add(key, alias, value);
    }
  }

  #add(key: string, { field, rank }: Alias, value: unknown): void {
    const picks = this.#byField.get(field);
    const pick: Pick = { key, rank, value, used: false };
    if (picks === undefined) this.#byField.set(field, [pick]);
    else {
      picks.push(pick);
      picks.sort((a, b) => a.rank - b.rank);
    }
  }

  /** Every value of a field, best name first. */
  all(field: TalkField): readonly Pick[] {
    return this.#byField.get(field) ?? NONE;
  }

  /** The best value of a field that `read` makes something of; it counts as used. */
  first<Value>(field: TalkField, read: (value: unknown, pick: Pick) => Value | undefined): Value | undefined {
    for (const pick of this.all(field)) {
      const value = read(pick.value, pick);
      if (value === undefined) continue;
      pick.used = true;
      return value;
    }
    return undefined;
  }

  /** Scalar values that no field took. */
  extra(): Record<string, string | number | boolean> | undefined {
    const pairs: [string, string | number | boolean][] = [];
    for (const key of this.#unnamed) addScalar(pairs, key, this.#values[key]);
    for (const field of SINGLE) {
      for (const { key, value, used } of this.all(field)) if (!used) addScalar(pairs, key, value);
    }
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
  }
}

const NONE: readonly Pick[] = [];

/** Fields that take one value only, so that a second one is worth showing. */
const SINGLE: readonly TalkField[] = ['title', 'event', 'date', 'year', 'track', 'lang', 'url', 'id'];

function addScalar(pairs: [string, string | number | boolean][], key: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.length <= MAX_EXTRA && value.trim() !== '') pairs.push([key, value]);
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    pairs.push([key, value]);
  } else if (value instanceof Date && !Number.isNaN(value.getTime())) {
    pairs.push([key, value.toISOString()]);
  }
}

/** A value and the keys that lead to it, as the source writes them. */
export interface FoundValue {
  readonly value: unknown;
  readonly keys: readonly string[];
}

/** The value under keys that are compared as those of fields are; undefined where a key is missing. */
export function valueAt(values: PlainRecord, path: readonly string[]): FoundValue | undefined {
  let value: unknown = values;
  const keys: string[] = [];
  for (const step of path) {
    if (!isRecord(value)) return undefined;
    const record: PlainRecord = value;
    const key = Object.hasOwn(record, step)
      ? step
      : Object.keys(record).find((candidate) => foldKey(candidate) === foldKey(step));
    if (key === undefined) return undefined;
    value = record[key];
    keys.push(key);
  }
  return { value, keys };
}

function declaredAt(values: PlainRecord, path: readonly string[]): readonly string[] {
  const value = valueAt(values, path)?.value;
  const parts: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[,、，]/)
      : [];
  return parts
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .map((part) => String(part).trim())
    .filter((part) => part !== '');
}
