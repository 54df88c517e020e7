/** Every talk judged by a model that saw no talk of its event. */
import type { GoldTalk } from '../evaluate/gold.ts';
import { foldsOf } from './folds.ts';
import { logOddsOf, type Samples, type Weights } from './logistic.ts';
import { textsOf } from './samples.ts';

/** With fewer events than this the talks are dealt out one by one. */
const FEWEST_EVENTS = 5;

/** What keeps talks in one fold: their events; nothing, since there are too few of those; next to nothing, since most talks have none. */
export type Together = 'events' | 'few-events' | 'single-talks';

export function togetherBy(talks: readonly GoldTalk[]): Together {
  const without = talks.filter(({ talk }) => talk.event === undefined).length;
  if (without > talks.length / 2) return 'single-talks';
  return isByEvent(talks) ? 'events' : 'few-events';
}

/** Whether the talks are of events enough to keep each one's together. */
function isByEvent(talks: readonly GoldTalk[]): boolean {
  return new Set(talks.map(eventOf)).size >= FEWEST_EVENTS;
}

/**
 * What holds talks together in one fold: their event, or with few of those the talk's own id. Talks with the same id or the same texts
 * are in one group, and so is then all that their groups hold.
 */
export function groupsOf(talks: readonly GoldTalk[]): readonly string[] {
  const names = talks.map(isByEvent(talks) ? eventOf : ({ talk }) => talk.id);
  const joined = new Map<string, string>();
  const first = new Map<string, string>();
  talks.forEach((talk, at) => {
    const name = names[at] ?? '';
    for (const trait of traitsOf(talk)) join(joined, name, first.get(trait) ?? name);
    for (const trait of traitsOf(talk)) if (!first.has(trait)) first.set(trait, name);
  });
  return names.map((name) => rootOf(joined, name));
}

/** Joins two groups under the name that comes first, so that the order of the talks says nothing. */
function join(joined: Map<string, string>, one: string, other: string): void {
  const [a, b] = [rootOf(joined, one), rootOf(joined, other)];
  if (a < b) joined.set(b, a);
  else if (b < a) joined.set(a, b);
}

function rootOf(joined: ReadonlyMap<string, string>, name: string): string {
  let root = name;
  for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
  return root;
}

/** Talks that share one of these are the same talk, for all that can be learned. */
function traitsOf({ talk }: GoldTalk): readonly string[] {
  return [`id ${talk.id}`, `texts ${JSON.stringify(textsOf(talk))}`];
}

/** A talk of no event is one by itself. */
function eventOf({ talk }: GoldTalk): string {
  return talk.event ?? talk.id;
}

/** What holds a practice talk out of folds: the groups of measured talks of its event (where events are kept together) or with its texts. */
export function practiceGroupsOf(
  practice: readonly GoldTalk[],
  talks: readonly GoldTalk[],
  groups: readonly string[],
): readonly ReadonlySet<string>[] {
  const isWhole = isByEvent(talks);
  const named = (talk: GoldTalk): readonly string[] => [
    ...traitsOf(talk),
    ...(isWhole ? [`event ${eventOf(talk)}`] : []),
  ];
  const measured = new Map<string, Set<string>>();
  talks.forEach((talk, at) => {
    for (const name of named(talk)) measured.set(name, (measured.get(name) ?? new Set()).add(groups[at] ?? ''));
  });
  return practice.map((talk) => new Set(named(talk).flatMap((name) => [...(measured.get(name) ?? [])])));
}

/**
 * The log-odds of the measured talks, which come first, each from a model that saw none of its group, be it among the measured talks or
 * among those that are learned from alone.
 */
export async function crossValidated(
  groups: readonly string[],
  practiceGroups: readonly ReadonlySet<string>[],
  samples: Samples,
  count: number,
  learned: (chosen: readonly number[]) => Promise<Weights>,
): Promise<readonly Float64Array[]> {
  const folds = foldsOf(groups, count);
  const foldOf = new Map(groups.map((group, talk) => [group, folds[talk]]));
  const foldsOfTalk = [
    ...folds.map((fold) => new Set([fold])),
    ...practiceGroups.map((of) => new Set(Array.from(of, (group) => foldOf.get(group)))),
  ];
  const odds: Float64Array[] = groups.map(() => new Float64Array(samples.labels));
  for (let fold = 0; fold < count; fold++) {
    const weights = await learned([...foldsOfTalk.keys()].filter((talk) => foldsOfTalk[talk]?.has(fold) !== true));
    folds.forEach((of, talk) => {
      if (of === fold) odds[talk] = logOddsOf(samples, talk, weights);
    });
  }
  return odds;
}
