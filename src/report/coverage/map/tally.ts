/** Numbers of the map: talks counted for a concept, of how many. */
import { weighed } from '../../../coverage/counts.ts';
import type { Count, Weight } from '../../../coverage/types.ts';
import { thousands } from '../thousands.ts';

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
  return `${thousands(tally.talks)} of ${talksText(tally.of)}, ${percentText(tally)}`;
}

export function talksText(talks: number): string {
  return `${thousands(talks)} ${talks === 1 ? 'talk' : 'talks'}`;
}

/** `21 %`, and `<1 %` where something would round to nothing. */
export function percentText({ talks, share }: Tally): string {
  return talks > 0 && share < 0.005 ? '<1 %' : `${Math.round(share * 100)} %`;
}
