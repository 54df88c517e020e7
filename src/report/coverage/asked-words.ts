/** The words that texts for people share on what is asked for beside the counts, and how much of it they show. */
import { LEVEL } from '../../coverage/compare.ts';
import type { Comparison, Coverage, Named, Patch, TargetResult, Trend } from '../../coverage/types.ts';
import { visibleLine } from '../text.ts';
import { noneSign, sizeline, sizeSign, sparkEnds } from './spark.ts';
import { FEW_TALKS, type TrendTable } from './trend-rows.ts';
import { counted, percent, shortName } from './words.ts';

/** What was tested, and what such tests say of themselves: of an element that neither side treats there is nothing to test. */
export function testNote({ elements }: Comparison, star: string): string {
  const tests = elements.filter(({ p, status }) => p !== null && status !== 'none');
  const fisher = tests.some(({ test }) => test === 'fisher');
  const exact = fisher ? " (Fisher's exact test where a count of less than 5 is expected)" : '';
  const made = tests.length === 1 ? 'the one test made' : `the ${tests.length} tests made`;
  const among =
    tests.length === 0 ? '' : ` Among ${made} of elements ${fallBelow(tests.length * LEVEL)} by chance alone.`;
  return `"By chance": how often chance alone makes a difference as large, by a two-sided two-proportion test${exact}; below 5 % it is taken to be more than chance (${star}).${among}`;
}

function fallBelow(expected: number): string {
  if (expected < 0.5) return 'hardly one falls below 5 %';
  if (expected < 1.5) return 'one or so falls below 5 %';
  return `about ${expected < 2.5 ? 'two' : Math.round(expected)} fall below 5 %`;
}

const SIDE_COLUMNS = 40;

export function compared({ before, after }: Comparison, ellipsis: string): string {
  const side = ({ name, talks }: Comparison['before']): string =>
    `${shortName(visibleLine(name), SIDE_COLUMNS, ellipsis)} (${counted(talks, 'talk')})`;
  return `From ${side(before)} to ${side(after)}`;
}

export function trendNote({ points: years, undated }: Trend): string {
  const sizes = years.map(({ talks }) => talks);
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  const talks = fewest === most ? `${counted(most, 'talk')} each` : `${fewest} to ${most} talks`;
  const range = `${counted(years.length, 'year')} with ${talks}`;
  const moved = "of elements those whose first and last share lie outside each other's 95 % interval";
  return `${range}; ${moved}.${undatedNote(undated)}`;
}

/** What the signs of all series stand for. */
export function scaleNote({ rows, sizes, scale }: TrendTable, unicode: boolean): string {
  const [lowest, highest] = sparkEnds(unicode);
  const none = rows.some(({ shares }) => shares.includes(0)) ? `, ${noneSign(unicode)} none` : '';
  const top = `${percent(scale.top)}${scale.isOpen ? ' and more' : ''}`;
  const few = hasFew(sizes) ? ` ${sizeSign(true, unicode)} a year of fewer than ${FEW_TALKS} talks.` : '';
  return `All rows by one scale: ${lowest} 0 ${unicode ? '…' : '...'} ${highest} ${top}${none}.${few}`;
}

/** The sizes of the years as a row of its own, where some have few talks. */
export function sizeRow({ first, last, sizes }: TrendTable, unicode: boolean) {
  if (!hasFew(sizes)) return undefined;
  return { label: 'Talks', series: sizeline(sizes, FEW_TALKS, unicode), first: first.talks, last: last.talks };
}

function hasFew(sizes: TrendTable['sizes']): boolean {
  return sizes.some((talks) => talks !== undefined && talks < FEW_TALKS);
}

export function tooFewYears({ points: years, undated }: Trend): string {
  const [only] = years;
  const what = only === undefined ? 'No talk says its year' : `All dated talks are of ${only.key}`;
  return `${what}: nothing to compare.${only === undefined ? '' : undatedNote(undated)}`;
}

function undatedNote(undated: number): string {
  return undated === 0 ? '' : ` ${counted(undated, 'talk')} without a year left out.`;
}

export const PATCH_KINDS = ['added', 'changed', 'removed'] as const;
/** Titles of each kind that a text shows. */
export const PATCH_TALKS_SHOWN = 10;

export function patchTitle({ ref, talks, ...lists }: Patch): string {
  const kinds = PATCH_KINDS.map((kind) => `${lists[kind].length} ${kind}`).join(', ');
  return `Since ${visibleLine(ref)}: ${talks.before} talks before, ${talks.after} now (${kinds})`;
}

export function signedCount(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference);
}

/** Targets that a text shows where some are missed and many are met. */
const TARGETS_SHOWN = 30;

export function targetsTitle(targets: readonly TargetResult[]): string {
  return `Targets: ${targets.filter(({ met }) => met).length} of ${targets.length} met`;
}

/** All in their order, or of many those that are missed first. */
export function shownTargets(targets: readonly TargetResult[]) {
  if (targets.length <= TARGETS_SHOWN) return { shown: targets, left: 0 };
  const missedFirst = targets.toSorted((a, b) => Number(a.met) - Number(b.met));
  return { shown: missedFirst.slice(0, TARGETS_SHOWN), left: targets.length - TARGETS_SHOWN };
}

export function moreTargets(left: number): string {
  return `and ${counted(left, 'more target')}: -f json has all`;
}

export const NAMED_TITLES = {
  tools: 'Tools that talks name, and for what',
  organisations: 'Organisations, and what their talks are about',
} as const;

/** Tools or organisations that a text shows of all talks, and of one group. */
export const NAMED_SHOWN = 15;
export const NAMED_IN_GROUP = 8;
const ELEMENTS_SHOWN = 4;

export function moreNamed(left: number): string {
  return `and ${left} more: -f json has all`;
}

export interface NamedElements {
  readonly shown: readonly { readonly label: string; readonly talks: number }[];
  readonly left: number;
}

/** The elements that go with a name, most first. */
export function namedElements({ elements }: Named, label: (id: string) => string): NamedElements {
  const all = Object.entries(elements);
  const shown = all.slice(0, ELEMENTS_SHOWN).map(([id, talks]) => ({ label: label(id), talks }));
  return { shown, left: all.length - shown.length };
}

/** Of a name whose talks show no element. */
export const NO_ELEMENT = 'no element';

/** Names by group say nothing new where talks are grouped by just these names. */
export function hasNamesByGroup(kind: 'tools' | 'organisations', { by, and, groups }: Coverage): boolean {
  return groups.length > 1 && !(kind === 'organisations' && (by === 'organisation' || and === 'organisation'));
}
