/** What a programme is to reach: `monitoring >= 3`, `each: drift >= 10%`, and whether it does. */
import { UsageError } from '../findings.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { countAt, weighed } from './counts.ts';
import { groupNamed, hasKeys, typedName } from './group-named.ts';
import { isOtherName, type Subject, subjectNamed, totalNamed } from './target-subject.ts';
import type { Coverage, CoverageGroup, TargetResult, Weight } from './types.ts';

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
  if (amount.percent && totalNamed(subject) === 'talks')
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

/** What a target comes down to in a coverage. */
interface Held {
  readonly target: Target;
  readonly subject: Subject;
  readonly groups: readonly CoverageGroup[];
}

/**
 * What each target comes to, in their order; `each` against every group that has a key. Concepts count what the weight of the
 * coverage counts: talks that treat them, or talks whose primary they are. Where there is no group or talk to hold a target
 * against, it is missed.
 *
 * @throws UsageError for concepts or groups that there are not, each with the nearest that there is
 */
export function held(targets: readonly Target[], coverage: Coverage, taxonomy: Taxonomy): readonly TargetResult[] {
  const read = targets.map((target) => heldIn(target, coverage, taxonomy));
  const mistakes = read.flatMap((one) => ('mistakes' in one ? one.mistakes : []));
  if (mistakes.length > 0) throw unusableTargets(mistakes);
  return read.flatMap((one) => ('mistakes' in one ? [] : resultsOf(one, coverage.weight)));
}

/** @param mistakes a line each, with its place */
export function unusableTargets(mistakes: readonly string[]): UsageError {
  const [only = ''] = mistakes;
  return new UsageError(mistakes.length === 1 ? only : `the targets cannot be used\n\n${mistakes.join('\n')}`);
}

function heldIn(
  target: Target,
  coverage: Coverage,
  taxonomy: Taxonomy,
): Held | { readonly mistakes: readonly string[] } {
  const { origin, column } = target;
  const subject = subjectNamed(target.subject, coverage.all, taxonomy);
  const groups = groupsFor(target, coverage);
  if (!('mistake' in subject) && !('mistake' in groups)) return { target, subject, groups };
  const place = column === undefined ? origin : `${origin}:${column}`;
  return { mistakes: [subject, groups].flatMap((one) => ('mistake' in one ? [`${place}: ${one.mistake}`] : [])) };
}

function groupsFor({ of, text }: Target, coverage: Coverage): readonly CoverageGroup[] | { readonly mistake: string } {
  if (of === 'all') return [coverage.all];
  if (coverage.by === null) return { mistake: `"${text}" is asked of a group, and talks are in groups with --by KEY.` };
  if (of === 'each') return coverage.groups.filter(hasKeys);
  try {
    return [groupNamed(coverage, of.group)];
  } catch (error) {
    if (error instanceof UsageError) return { mistake: error.message };
    throw error;
  }
}

function resultsOf({ target, subject, groups }: Held, weight: Weight): readonly TargetResult[] {
  const { text, origin, of } = target;
  const asked = { target: text, origin, concept: 'concept' in subject ? subject.concept : null };
  if (groups.length === 0) return [{ ...asked, group: null, talks: 0, of: 0, met: false, lacks: 'groups' }];
  return groups.map((group) => {
    const name = of === 'all' ? null : typedName(group);
    const talks =
      'total' in subject ? group[subject.total] : weighed(countAt(group[subject.kind], subject.concept), weight);
    const counted = { ...asked, group: name, talks, of: group.talks };
    const isOfNone = group.talks === 0 && !('total' in subject && subject.total === 'talks');
    return isOfNone
      ? { ...counted, met: false, lacks: 'talks' }
      : { ...counted, met: isMet(target, talks, group.talks) };
  });
}

/** The concept that a target counts though it calls it neither by its id nor by a preferred label; undefined where what it says is what is meant. */
export function conceptBehind(
  { target, concept }: Pick<TargetResult, 'target' | 'concept'>,
  taxonomy: Taxonomy,
): string | undefined {
  const read = readTarget(target);
  return concept === null || 'mistake' in read || !isOtherName(read.subject, concept, taxonomy) ? undefined : concept;
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
