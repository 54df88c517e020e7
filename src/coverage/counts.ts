/** Counts as all readers take them: looked up by id, and weighed. */
import type { Count, Weight } from './types.ts';

/** The count under an id; undefined where there is none. Ids come from records, so one may be `constructor` or `__proto__`. */
export function countAt(counts: Readonly<Record<string, Count>>, id: string): Count | undefined {
  return Object.hasOwn(counts, id) ? counts[id] : undefined;
}

/** The talks that shares are shares of: those that treat it, or those whose primary it is; 0 without a count. */
export function weighed(count: Pick<Count, 'talks' | 'primary'> | undefined, weight: Weight): number {
  if (count === undefined) return 0;
  return weight === 'talk' ? count.talks : count.primary;
}
