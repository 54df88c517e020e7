/** Changes of a comparison, sorted for people: by what became of an element, the largest first. */
import type { Change } from '../../coverage/types.ts';
import { counted } from './words.ts';

const TITLES = [
  ['new', 'New'],
  ['grown', 'Grown'],
  ['shrunk', 'Shrunk'],
  ['gone', 'Gone'],
] as const;

export interface ChangesOfStatus {
  readonly title: string;
  readonly changes: readonly Change[];
}

export function byStatus(changes: readonly Change[]): readonly ChangesOfStatus[] {
  return TITLES.map(([status, title]) => ({
    title,
    changes: changes
      .filter((change) => change.status === status)
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
  })).filter((of) => of.changes.length > 0);
}

/** How many elements are not shown because nothing became of them. */
export function unchanged(changes: readonly Change[]): readonly string[] {
  const same = changes.filter(({ status }) => status === 'same').length;
  const none = changes.filter(({ status }) => status === 'none').length;
  return [
    ...(same === 0 ? [] : [`${counted(same, 'element')} with the same share`]),
    ...(none === 0 ? [] : [`${counted(none, 'element')} that neither treats`]),
  ];
}
