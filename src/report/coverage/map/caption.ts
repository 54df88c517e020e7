/** What a map was made of, in one line. */
import type { Coverage } from '../../../coverage/types.ts';
import { talksText } from './tally.ts';

export function captionOf({ all, by, and, groups, includeReview, weight }: Coverage, dot: string): string {
  const review = `${all.review} in doubt${includeReview ? '' : ' (counted for no element)'}`;
  const statuses = [`${all.tagged} tagged`, `${all.untagged} untagged`, ...(all.review > 0 ? [review] : [])];
  const keys = and === null ? by : `${by} and ${and}`;
  return [
    talksText(all.talks),
    ...(by === null ? [] : [`${groups.length} ${groups.length === 1 ? 'group' : 'groups'} by ${keys}`]),
    statuses.join(', '),
    weight === 'talk' ? 'a talk may treat several elements' : 'each talk counts for its main topic alone',
  ].join(` ${dot} `);
}
