/** What a programme is to reach: `monitoring >= 3`, `each: drift >= 10%`, and whether it does. */
import { conceptNamed } from '../classify/declared.ts';
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { countAt, weighed } from './counts.ts';
import { groupNamed, hasKeys, typedName } from './group-named.ts';
import type { Coverage, CoverageGroup, TargetResult } from './types.ts';

/** What of a group can be asked for beside parts and elements. */
const TOTALS = ['talks', 'tagged', 'untagged', 'review'] as const;
type Total = (typeof TOTALS)[number];

type Comparator = '>=' | '>' | '<=' | '<';

const COMPARATORS: ReadonlyMap<string, Comparator> = new Map([
  ['>=', '>='],
  ['≥', '>='],
  ['≧', '>='],
  ['>', '>'],
  ['<=', '<='],
  ['≤', '<='],
  ['≦', '<='],
  ['<', '<'],
]);

/** Shares are asked for in thousandths of a percent at the finest, so that comparing them is a matter of whole numbers. */
const FINEST = 1000;

/** What is asked, of whatever group. */
export interface Demand {
  /** As it was written. */
  readonly text: string;
  /** As it was written: a total, an element or a part. */
  readonly subject: string;
  readonly comparator: Comparator;
  /** Talks, or percent of the group's talks. */
  readonly number: number;
  readonly percent: boolean;
}

export interface Target extends Demand {
  /** `--min`, or the file and line. */
  readonly origin: string;
  /** In the line that `origin` names. */
  readonly column?: number;
  /** All talks together, every group with a key, or the group that is named. */
  readonly of: 'all' | 'each' | { readonly group: string };
}

/**
 * Reads `[each:] SUBJECT OP NUMBER[%]`: SUBJECT an element or part by id or label, or talks, tagged, untagged, review; OP one
 * of >= > <= <. Full-width characters are taken for what they stand for.
 *
 * @throws UsageError that begins with `origin`
 */
export function parseTarget(text: string, origin: string): Target {
  const read = readTarget(text);
  if ('mistake' in read) throw new UsageError(`${origin}: ${read.mistake}`);
  return { ...read, origin };
}

/** The same, with what is wrong in words. */
export function readTarget(text: string): Omit<Target, 'origin'> | { readonly mistake: string } {
  const plain = text.normalize('NFKC').trim();
  const each = /^each\s*:/i.exec(plain)?.[0] ?? '';
  const rest = plain.slice(each.length);
  const at = rest.search(/[<>≤≥≦≧]/);
  const sign = /^(?:[<>]=|.)/u.exec(rest.slice(at))?.[0] ?? '';
  const comparator = at < 0 ? undefined : COMPARATORS.get(sign);
  const subject = rest.slice(0, Math.max(0, at)).trim();
  if (comparator === undefined || subject === '' || subject.endsWith('='))
    return { mistake: `"${text}" is no target; ${FORM}` };
  const amount = amountOf(rest.slice(at + sign.length).trim());
  if (amount === undefined) return { mistake: `"${text}" asks for no number; ${FORM}` };
  if (amount.percent && isTotal(subject) === 'talks')
    return { mistake: `"${text}": talks are what shares are shares of; ask for a number of them` };
  return { text: text.trim(), subject, comparator, ...amount, of: each === '' ? 'all' : 'each' };
}

/** How a target is written. */
export const FORM = 'write it like "monitoring >= 3" or "each: drift >= 10%", with >=, >, <= or <';

function amountOf(text: string): Pick<Demand, 'number' | 'percent'> | undefined {
  const [, digits = '', decimals = '', sign = ''] = /^(\d{1,9})(\.\d{1,3})?\s*(%)?$/.exec(text) ?? [];
  const number = Number(`${digits}${decimals}`);
  const percent = sign !== '';
  if (digits === '' || (decimals !== '' && !percent) || (percent && number > 100)) return undefined;
  return { number, percent };
}

function isTotal(subject: string): Total | undefined {
  return TOTALS.find((total) => total === subject.toLowerCase());
}

/**
 * What each target comes to, in their order; `each` against every group that has a key. Concepts count what the weight of the
 * coverage counts: talks that treat them, or talks whose primary they are.
 *
 * @throws UsageError for a concept or group that there is not, with the nearest that there is
 */
export function held(targets: readonly Target[], coverage: Coverage, taxonomy: Taxonomy): readonly TargetResult[] {
  return targets.flatMap((target) => {
    const countIn = counterOf(target, coverage, taxonomy);
    return groupsFor(target, coverage).map((group) => {
      const { talks: of } = group;
      const talks = countIn(group);
      const name = target.of === 'all' ? null : typedName(group);
      return { target: target.text, origin: target.origin, group: name, talks, of, met: isMet(target, talks, of) };
    });
  });
}

/** What is wrong with the first target that asks for nothing of the taxonomy, in words: only records of another one may have it. */
export function unknownIn(targets: readonly Target[], taxonomy: Taxonomy): string | undefined {
  const isKnown = ({ subject }: Target): boolean =>
    isTotal(subject) !== undefined || conceptNamed(subject, taxonomy) !== undefined;
  const target = targets.find((one) => !isKnown(one));
  return target === undefined ? undefined : `${placeOf(target)}: ${unknown(target.subject, taxonomy)}`;
}

function placeOf({ origin, column }: Target): string {
  return column === undefined ? origin : `${origin}:${column}`;
}

function groupsFor(target: Target, coverage: Coverage): readonly CoverageGroup[] {
  const { of, text } = target;
  if (of === 'all') return [coverage.all];
  if (coverage.by === null)
    throw new UsageError(`${placeOf(target)}: "${text}" is asked of a group, and talks are in groups with --by KEY.`);
  if (of === 'each') return coverage.groups.filter(hasKeys);
  try {
    return [groupNamed(coverage, of.group)];
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${placeOf(target)}: ${error.message}`);
    throw error;
  }
}

/** @throws UsageError where the subject is nothing that is counted */
function counterOf(target: Target, { all, weight }: Coverage, taxonomy: Taxonomy): (group: CoverageGroup) => number {
  const { subject } = target;
  const total = isTotal(subject);
  if (total !== undefined) return (group) => group[total];
  const id = Object.hasOwn(all.elements, subject) ? subject : conceptNamed(subject, taxonomy);
  const kind = id === undefined ? undefined : kindOf(id, all);
  if (id === undefined) throw new UsageError(`${placeOf(target)}: ${unknown(subject, taxonomy)}`);
  if (kind === undefined)
    throw new UsageError(`${placeOf(target)}: "${subject}" is neither a part nor an element; ask for one of those.`);
  return (group) => weighed(countAt(group[kind], id), weight);
}

function kindOf(id: string, { parts, elements }: CoverageGroup): 'parts' | 'elements' | undefined {
  if (Object.hasOwn(elements, id)) return 'elements';
  return Object.hasOwn(parts, id) ? 'parts' : undefined;
}

function unknown(subject: string, { id, concepts }: Taxonomy): string {
  const names = concepts.flatMap((concept) => [concept.id, ...Object.values(concept.prefLabel)]);
  return `the taxonomy ${id} has no part or element "${subject}"${didYouMean(subject, [...names, ...TOTALS])}.`;
}

/** In whole numbers: thousandths of a percent of the group's talks, or talks. */
function isMet({ comparator, number, percent }: Demand, talks: number, of: number): boolean {
  const reached = percent ? talks * 100 * FINEST : talks;
  const asked = percent ? Math.round(number * FINEST) * Math.max(1, of) : number;
  switch (comparator) {
    case '>=':
      return reached >= asked;
    case '>':
      return reached > asked;
    case '<=':
      return reached <= asked;
    case '<':
      return reached < asked;
    default:
      return comparator satisfies never;
  }
}
