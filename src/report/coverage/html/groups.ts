/** Groups by one name each, and what they are grouped by. */
import type { Coverage, CoverageGroup } from '../../../coverage/types.ts';
import { plainLine } from '../../text.ts';

/** A name a group, in the counts' order; groups whose names look the same get numbers. */
export function groupNames({ groups }: Coverage): readonly string[] {
  return distinct(groups.map(nameOf));
}

/** Names that look the same get numbers. */
export function distinct(names: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return names.map((name) => {
    const times = (met.get(name) ?? 0) + 1;
    met.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** `event`, or `event · year`; empty where talks are not grouped. */
export function groupKeyOf({ by, and }: Coverage): string {
  return [by, and].flatMap((key) => (key === null ? [] : [plainLine(key)])).join(' · ');
}

function nameOf({ key, and }: CoverageGroup): string {
  const first = plainLine(key);
  return and === undefined ? first : `${first || '–'} · ${plainLine(and) || '–'}`;
}
