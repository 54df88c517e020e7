/** The words that texts for people share. */
import type { Coverage, CoverageGroup, CoverageReport, Gap } from '../../coverage/types.ts';
import { visibleLine } from '../text.ts';
import { clip, clipStart, cut, displayWidth } from '../width.ts';

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A share as whole percents; what is not nothing or all is never said to be. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share >= 0.995) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

/** Both ends of an interval in whole percents. */
export function interval({ low, high }: { readonly low: number; readonly high: number }, dash: string): string {
  return `${Math.round(low * 100)}${dash}${Math.round(high * 100)} %`;
}

/** A probability, where the small ones matter. */
export function chance(p: number): string {
  if (p < 0.001) return '<0.1 %';
  return p < 0.0995 ? `${Number((p * 100).toFixed(1))} %` : percent(p);
}

/** A difference of shares in percentage points, with its sign. */
export function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  if (rounded !== 0) return `${rounded > 0 ? '+' : ''}${rounded}`;
  return difference === 0 ? '0' : difference > 0 ? '+<1' : '-<1';
}

/** A group by its keys; those of talks without a value say so. */
export function groupName(
  { key, and }: Pick<CoverageGroup | Gap, 'key' | 'and'>,
  { by, and: second }: Pick<Coverage, 'by' | 'and'>,
): string {
  const first = named(key, by);
  return and === undefined ? first : `${first} / ${named(and, second)}`;
}

/** One of a group's keys. */
export function named(key: string, of: string | null): string {
  if (of === null) return 'all talks';
  return key === '' ? `(no ${visibleLine(of)})` : visibleLine(key) || '(blank)';
}

/** A name of at most so many columns; of one that is too long the end stays, which tells conferences of two years apart. */
export function shortName(name: string, columns: number, ellipsis: string): string {
  if (clip(name, columns, ellipsis) === name) return name;
  const end = clipStart(name, Math.ceil(columns / 3), ellipsis);
  return cut(name, columns - displayWidth(end)).trimEnd() + end;
}

/** By what talks are grouped. */
export function grouping({ by, and, groups }: Coverage): string {
  if (by === null) return '';
  const keys = and === null ? visibleLine(by) : `${visibleLine(by)} and ${visibleLine(and)}`;
  return ` by ${keys} (${counted(groups.length, 'group')})`;
}

/** The file that is counted, before what is said of it; nothing where talks were named. */
export function ofFile({ countedFile }: Pick<CoverageReport, 'countedFile'>, ellipsis: string): string {
  return countedFile === undefined ? '' : `${shortName(visibleLine(countedFile), FILE_COLUMNS, ellipsis)}: `;
}

const FILE_COLUMNS = 40;

/** How the talks divide; the three add up to all. */
export function statuses({ tagged, untagged, review }: CoverageGroup): readonly string[] {
  return [`${tagged} tagged`, `${untagged} untagged`, `${review} in doubt`];
}

/** What shares are shares of. */
export function sharesOf({ by, weight, includeReview, all }: Coverage): string {
  const what = weight === 'talk' ? 'talks that treat it' : 'talks whose primary it is';
  const of = by === null ? 'all talks' : 'all talks of the group';
  const doubt = includeReview ? 'those in doubt count too' : 'those in doubt count for no element';
  return `Shares: ${what}, of ${of}${all.review === 0 ? '' : `; ${doubt}`}.`;
}

/** Said where a talk stands in several groups, so that nobody adds them up. */
export function overlap({ by, groups, talks }: Coverage): string | undefined {
  const inGroups = groups.reduce((sum, group) => sum + group.talks, 0);
  if (by === null || inGroups <= talks) return undefined;
  return 'A talk can belong to several groups: they add up to more than all talks.';
}

/** Where the intervals are that a matrix has no room for. */
export const INTERVALS_ELSEWHERE = '95 % intervals of every group: -f csv or -f json.';
