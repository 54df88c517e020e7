/** Every talk judged by a model that saw no talk of its event. */
import type { GoldTalk } from '../evaluate/gold.ts';
import { foldsOf } from './folds.ts';
import { logOddsOf, type Samples, type Weights } from './logistic.ts';

/** With fewer events than this the talks are dealt out one by one. */
const FEWEST_EVENTS = 5;

/** Whether the talks are of events enough to keep each one's together. */
export function isByEvent(talks: readonly GoldTalk[]): boolean {
  return new Set(talks.map(eventOf)).size >= FEWEST_EVENTS;
}

/** What holds talks together in one fold: their event, or with few of those the talk's own id. */
export function groupsOf(talks: readonly GoldTalk[]): readonly string[] {
  return isByEvent(talks) ? talks.map(eventOf) : talks.map(({ talk }) => talk.id);
}

/** A talk of no event is one by itself. */
function eventOf({ talk }: GoldTalk): string {
  return talk.event ?? talk.id;
}

/** What holds a practice talk out of a fold: the event that it shares with measured ones; undefined where it shares none. */
export function practiceGroupsOf(
  practice: readonly GoldTalk[],
  groups: readonly string[],
): readonly (string | undefined)[] {
  const measured = new Set(groups);
  return practice.map((talk) => (measured.has(eventOf(talk)) ? eventOf(talk) : undefined));
}

/**
 * The log-odds of the measured talks, which come first, each from a model that saw none of its group, be it among the measured talks or
 * among those that are learned from alone.
 */
export async function crossValidated(
  groups: readonly string[],
  practiceGroups: readonly (string | undefined)[],
  samples: Samples,
  count: number,
  learned: (chosen: readonly number[]) => Promise<Weights>,
): Promise<readonly Float64Array[]> {
  const folds = foldsOf(groups, count);
  const foldOf = new Map(groups.map((group, talk) => [group, folds[talk]]));
  const foldOfTalk = [
    ...folds,
    ...practiceGroups.map((group) => (group === undefined ? undefined : foldOf.get(group))),
  ];
  const odds: Float64Array[] = groups.map(() => new Float64Array(samples.labels));
  for (let fold = 0; fold < count; fold++) {
    const weights = await learned([...foldOfTalk.keys()].filter((talk) => foldOfTalk[talk] !== fold));
    folds.forEach((of, talk) => {
      if (of === fold) odds[talk] = logOddsOf(samples, talk, weights);
    });
  }
  return odds;
}
