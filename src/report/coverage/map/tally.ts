/** Numbers of the map: talks counted for a concept, of how many. */
import { weighed } from '../../../coverage/counts.ts';
import type { Count, Weight } from '../../../coverage/types.ts';
import { thousands } from '../thousands.ts';
import { percent } from '../words.ts';

/** Under the weight `primary`, talks whose primary it is. */
export interface Tally {
  readonly talks: number;
  readonly of: number;
  /** 0 to 1. */
  readonly share: number;
}

export function tallyOf(count: Count | undefined, of: number, weight: Weight): Tally {
  return { talks: weighed(count, weight), of, share: count?.share ?? 0 };
}

/** `12 of 57 talks, 21 %`: for people who cannot see the map, or point at it. */
export function tallyText(tally: Tally): string {
  return `${thousands(tally.talks)} of ${talksText(tally.of)}, ${percent(tally.share)}`;
}

export function talksText(talks: number): string {
  return `${thousands(talks)} ${talks === 1 ? 'talk' : 'talks'}`;
}
