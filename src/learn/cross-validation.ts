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

/**
 * The log-odds of the talks that have a group, each from a model that saw none of its group; those behind them, which have none, are
 * learned from every time.
 */
export async function crossValidated(
  groups: readonly string[],
  samples: Samples,
  count: number,
  learned: (chosen: readonly number[]) => Promise<Weights>,
): Promise<readonly Float64Array[]> {
  const folds = foldsOf(groups, count);
  const talks = Array.from({ length: samples.talks }, (_, talk) => talk);
  const odds: Float64Array[] = groups.map(() => new Float64Array(samples.labels));
  for (let fold = 0; fold < count; fold++) {
    const weights = await learned(talks.filter((talk) => folds[talk] !== fold));
    folds.forEach((of, talk) => {
      if (of === fold) odds[talk] = logOddsOf(samples, talk, weights);
    });
  }
  return odds;
}
