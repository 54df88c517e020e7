/** Counts what groups of talks treat: how many talks, for which of them an element is the primary one, and the share with its interval. */
import type { TaggedTalk } from '../talk.ts';

export interface AggregateOptions {
  /** `event`, `year`, `track`, `lang`, `organisation`, `speaker`, `source`, or a key of the talk's `extra`. One group of all talks when absent. */
  readonly by?: string;
}

/** How many talks of a group treat a concept. */
export interface Count {
  readonly talks: number;
  /** Talks whose primary tag it is (for a part: whose primary tag lies in it). */
  readonly primary: number;
  /** `talks` as a share of the group's talks, 0 to 1. */
  readonly share: number;
  /** 95 % interval of the share (E. B. Wilson 1927). */
  readonly low: number;
  readonly high: number;
}

export interface CoverageGroup {
  readonly key: string;
  readonly talks: number;
  readonly tagged: number;
  readonly untagged: number;
  readonly review: number;
  readonly parts: Readonly<Record<string, Count>>;
  readonly elements: Readonly<Record<string, Count>>;
}

export interface Coverage {
  readonly schema: 'mlops-tag/coverage@1';
  readonly by: string | null;
  readonly talks: number;
  /** By key; talks without a value stand under the empty key. */
  readonly groups: readonly CoverageGroup[];
}

/** Counts talks as they stream by; the result does not depend on their order, and no talk is kept. A talk counts once an element and group. */
export async function aggregate(
  talks: AsyncIterable<TaggedTalk> | Iterable<TaggedTalk>,
  { by }: AggregateOptions = {},
): Promise<Coverage> {
  const groups = new Map<string, GroupCounter>();
  let total = 0;
  for await (const talk of talks) {
    total++;
    for (const key of new Set(by === undefined ? [''] : keysOf(talk, by))) {
      const group = groups.get(key) ?? new GroupCounter();
      groups.set(key, group);
      group.add(talk);
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    schema: 'mlops-tag/coverage@1',
    by: by ?? null,
    talks: total,
    groups: sorted.map(([key, group]) => group.result(key)),
  };
}

function keysOf(talk: TaggedTalk, by: string): readonly string[] {
  switch (by) {
    case 'organisation':
      return orNone(talk.organisations);
    case 'speaker':
      return orNone(talk.speakers);
    case 'source':
      return [talk.source.path];
    case 'event':
    case 'year':
    case 'track':
    case 'lang':
      return [String(talk[by] ?? '')];
    default:
      return [String(Object.hasOwn(talk.extra ?? {}, by) ? talk.extra?.[by] : '')];
  }
}

function orNone(values: readonly string[] | undefined): readonly string[] {
  return values === undefined || values.length === 0 ? [''] : values;
}

interface OpenCount {
  talks: number;
  primary: number;
}

class GroupCounter {
  private readonly statuses = { tagged: 0, untagged: 0, review: 0 };
  private readonly parts = new Map<string, OpenCount>();
  private readonly elements = new Map<string, OpenCount>();

  add({ status, tags, primary }: TaggedTalk): void {
    this.statuses[status]++;
    const primaryPart = tags.find(({ id }) => id === primary)?.part;
    for (const { id } of tags) count(this.elements, id, id === primary);
    for (const part of new Set(tags.map(({ part }) => part))) count(this.parts, part, part === primaryPart);
  }

  result(key: string): CoverageGroup {
    const talks = this.statuses.tagged + this.statuses.untagged + this.statuses.review;
    return { key, talks, ...this.statuses, parts: shares(this.parts, talks), elements: shares(this.elements, talks) };
  }
}

function count(counts: Map<string, OpenCount>, id: string, isPrimary: boolean): void {
  const known = counts.get(id) ?? { talks: 0, primary: 0 };
  counts.set(id, known);
  known.talks++;
  if (isPrimary) known.primary++;
}

function shares(counts: ReadonlyMap<string, OpenCount>, total: number): Readonly<Record<string, Count>> {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([id, { talks, primary }]) => [id, { talks, primary, share: talks / total, ...wilson(talks, total) }]),
  );
}

/** The 95 % Wilson score interval of `hits` out of `total`. */
export function wilson(hits: number, total: number): { readonly low: number; readonly high: number } {
  const z = 1.96;
  const share = hits / total;
  const centre = share + z ** 2 / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const whole = 1 + z ** 2 / total;
  return { low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) };
}
