/** The count of a concept in a group, whether it is a part or an element. */
import { weighed } from '../../../coverage/counts.ts';
import type { Count, CoverageGroup, Weight } from '../../../coverage/types.ts';
import type { Tally } from '../map/tally.ts';
import { countIn } from '../outline.ts';
import type { PageConcept } from './data.ts';

export function countFor({ talks, parts, elements }: CoverageGroup, { id, part }: PageConcept): Count {
  return countIn(part === undefined && Object.hasOwn(parts, id) ? parts : elements, id, talks);
}

export function tallyOf(group: CoverageGroup, concept: PageConcept, weight: Weight): Tally {
  const counted = countFor(group, concept);
  return { talks: weighed(counted, weight), of: group.talks, share: counted.share };
}
