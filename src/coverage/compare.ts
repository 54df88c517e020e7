/** Two groups side by side: what is new, grown, shrunk or gone from one to the other, and whether that is more than chance. */
import { countAt, weighed } from './counts.ts';
import { twoProportions } from './statistics.ts';
import type { Change, ChangeStatus, Comparison, CoverageGroup, Weight } from './types.ts';

/** A `p` below it is taken for more than chance. */
export const LEVEL = 0.05;

export interface Side {
  readonly name: string;
  readonly group: CoverageGroup;
}

interface Counted {
  readonly talks: number;
  readonly of: number;
}

/**
 * What changed from `before` to `after`. What is compared is what `weight` counts, out of all talks of each group. Concepts
 * that only one side knows count as none on the other; those of `after` come first, in its order.
 */
export function comparisonOf(before: Side, after: Side, weight: Weight): Comparison {
  const changes = (kind: 'parts' | 'elements'): readonly Change[] => {
    const counted = ({ group }: Side, id: string): Counted => ({
      talks: weighed(countAt(group[kind], id), weight),
      of: group.talks,
    });
    const ids = new Set([...Object.keys(after.group[kind]), ...Object.keys(before.group[kind])]);
    return [...ids].map((id) => changeOf(id, counted(before, id), counted(after, id)));
  };
  return {
    before: { name: before.name, talks: before.group.talks },
    after: { name: after.name, talks: after.group.talks },
    parts: changes('parts'),
    elements: changes('elements'),
  };
}

function changeOf(id: string, before: Counted, after: Counted): Change {
  const { p, test } = twoProportions({ hits: before.talks, total: before.of }, { hits: after.talks, total: after.of });
  return {
    id,
    status: statusOf(before, after),
    before: { talks: before.talks, share: share(before) },
    after: { talks: after.talks, share: share(after) },
    difference: share(after) - share(before),
    p,
    test,
    significant: p !== null && p < LEVEL,
  };
}

function share({ talks, of }: Counted): number {
  return of === 0 ? 0 : talks / of;
}

function statusOf(before: Counted, after: Counted): ChangeStatus {
  if (before.talks === 0) return after.talks === 0 ? 'none' : 'new';
  if (after.talks === 0) return 'gone';
  // Whole numbers alone: shares that are equal may differ by rounding.
  const moved = after.talks * before.of - before.talks * after.of;
  return moved === 0 ? 'same' : moved > 0 ? 'grown' : 'shrunk';
}
