/** Counting, for who uses the library. */
import type { TaggedTalk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { CoverageCounter } from './counter.ts';
import type { Coverage, Weight } from './types.ts';

export interface AggregateOptions {
  /** `event`, `year`, `track`, `lang`, `organisation`, `speaker`, `source`, or a key of the talk's `extra`. One group of all talks when absent. */
  readonly by?: string;
  /** A second key: a group for each pair of values. */
  readonly and?: string;
  /** What shares are shares of; `talk` when absent. */
  readonly weight?: Weight;
  /** Whether talks in review count for their elements; they do not when absent. */
  readonly includeReview?: boolean;
  /** With it, elements that no talk treats are in the result too, in its order. */
  readonly taxonomy?: Taxonomy;
}

/**
 * Counts talks as they stream by: by group how many treat each part and element, and the share of all its talks with a 95 %
 * interval (Wilson). A talk counts once an element and group. The result does not depend on the talks' order, and no talk is
 * kept. Talks in review count in `talks` and `review` alone, unless `includeReview`.
 *
 * @throws UsageError for more than 100,000 groups; and whatever the talks' iterator throws
 */
export async function aggregate(
  talks: AsyncIterable<TaggedTalk> | Iterable<TaggedTalk>,
  { weight = 'talk', includeReview = false, ...options }: AggregateOptions = {},
): Promise<Coverage> {
  const counter = new CoverageCounter({ ...options, weight, includeReview, years: false });
  for await (const talk of talks) counter.add(talk);
  return counter.coverage();
}
