/** Groups by the names that people type and reports show. */
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import { listed } from './listed.ts';
import type { Coverage, CoverageGroup } from './types.ts';

/** A group as users type it and messages repeat it: `OpML`, by two keys `OpML / 2020`; empty for talks without a value. */
export function typedName({ key, and }: Pick<CoverageGroup, 'key' | 'and'>): string {
  return and === undefined || (key === '' && and === '') ? key : `${key} / ${and}`;
}

/** Whether the talks of a group have a value of every key they are counted by: others are no group of their kind. */
export function hasKeys({ key, and }: Pick<CoverageGroup, 'key' | 'and'>): boolean {
  return key !== '' && and !== '';
}

/**
 * The group that `name` names: as its key is written, else the only one that is the same but for case, width and spaces around.
 * By two keys it is `OpML / 2020`, or `OpML` where that has one group.
 *
 * @throws UsageError where none or several groups have the name, with those that there are
 */
export function groupNamed(coverage: Coverage, name: string): CoverageGroup {
  const { by, and } = coverage;
  const groups = coverage.groups.filter(hasKeys);
  if (by === null) throw new UsageError(`There is no group "${name}": talks are in groups with --by KEY.`);
  for (const spelled of [asWritten, folded])
    for (const nameOf of [typedName, keyOf]) {
      const found = groups.filter((group) => spelled(nameOf(group)) === spelled(name));
      const [first] = found;
      if (first !== undefined && found.length === 1) return first;
      if (first !== undefined)
        throw new UsageError(`"${name}" may be any of several groups; write one of ${listed(found.map(typedName))}.`);
    }
  const what = and === null ? by : `${by} / ${and}`;
  const names = groups.map(typedName);
  const there = names.length === 0 ? `no talk says its ${what}` : `there are ${listed(names)}`;
  throw new UsageError(`There is no ${what} "${name}"${didYouMean(name, names)}; ${there}.`);
}

function keyOf({ key }: CoverageGroup): string {
  return key;
}

function asWritten(name: string): string {
  return name;
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
