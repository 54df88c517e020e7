/** The words that texts for people share on gaps: what they amount to, and each group with what it lacks. */
import { LEVEL } from '../../coverage/compare.ts';
import { type GapTests, gapTestsOf } from '../../coverage/gaps.ts';
import type { Coverage, Gap } from '../../coverage/types.ts';
import { visibleLine } from '../text.ts';
import type { View } from './view.ts';
import { chance, counted, groupName } from './words.ts';

/** Gaps that a text shows. */
const GAPS_SHOWN = 10;

export interface GapGroup {
  readonly name: string;
  /** What is said of it before the elements it lacks are named. */
  readonly lacks: string;
  readonly gaps: readonly GapLine[];
}

export interface GapLine {
  readonly label: string;
  /** What others have, and how striking that is. */
  readonly elsewhere: string;
  readonly isUnlikely: boolean;
}

export interface GapText {
  /** What they amount to. */
  readonly verdict: string;
  /** In the order of their most striking gaps. */
  readonly groups: readonly GapGroup[];
  /** Gaps that are not shown. */
  readonly left: number;
  /** What the numbers rest on. */
  readonly note: string;
}

/** `star` marks what is less likely than 5 %. Undefined where no group lacks what others have. */
export function gapText(gaps: readonly Gap[], view: View, star: string): GapText | undefined {
  if (gaps.length === 0) return undefined;
  const { coverage } = view.report;
  const shown = gaps.slice(0, GAPS_SHOWN);
  const unlikely = gaps.filter(isUnlikely).length;
  return {
    verdict: verdictOn(gaps.length, unlikely, gapTestsOf(coverage, view.context.taxonomy), star),
    groups: byGroup(shown).map(([first, ...others]) => ({
      name: groupName(first, coverage),
      lacks: `(${counted(first.of, 'talk')}) has no talk on`,
      gaps: [first, ...others].map((gap) => lineOf(gap, view)),
    })),
    left: gaps.length - shown.length,
    note: noteOn(coverage),
  };
}

export function moreGaps(left: number): string {
  return `and ${counted(left, 'more gap')}, less striking: -f json has all`;
}

function isUnlikely({ chance: p }: Gap): boolean {
  return p < LEVEL;
}

function verdictOn(gaps: number, unlikely: number, { tested, expected }: GapTests, star: string): string {
  const pairs = `${counted(tested, 'pair')} of a group and an element looked at`;
  if (unlikely === 0) {
    const none = gaps === 1 ? 'The one gap is not' : `None of the ${gaps} gaps is`;
    return `${none} below 5 %: chance alone may explain ${gaps === 1 ? 'it' : 'each'} (${pairs}).`;
  }
  const below = `${unlikely} of ${counted(gaps, 'gap')} ${unlikely === 1 ? 'is' : 'are'} below 5 % (${star})`;
  return `${below}; of the ${pairs}, ${byChanceAlone(expected)}.`;
}

function byChanceAlone(expected: number): string {
  if (expected < 0.5) return 'chance alone would bring hardly one there';
  return `chance alone would bring about ${expected < 1.5 ? 'one' : Math.round(expected)} there`;
}

type SameGroup = readonly [Gap, ...Gap[]];

function byGroup(gaps: readonly Gap[]): readonly SameGroup[] {
  const groups = new Map<string, [Gap, ...Gap[]]>();
  for (const gap of gaps) {
    const name = JSON.stringify([gap.key, gap.and]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [gap]);
    else group.push(gap);
  }
  return [...groups.values()];
}

function lineOf(gap: Gap, { label }: View): GapLine {
  const { others, chance: p } = gap;
  return {
    label: label(gap.id),
    elsewhere: `${others.talks} of ${others.of} elsewhere; by chance ${chance(p)}`,
    isUnlikely: isUnlikely(gap),
  };
}

function noteOn({ and }: Coverage): string {
  const chances = '"By chance": how often a group of this size has none where chance alone deals the talks out.';
  const elsewhere = '"Elsewhere": talks of other groups that treat it';
  if (and === null) return `${elsewhere}. ${chances}`;
  return `${elsewhere}, groups of the same ${visibleLine(and)}, or all where there is none. ${chances}`;
}
