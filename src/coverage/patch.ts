/** What changed files do to the counts: talks matched with what they were, counts with and without them. */
import type { Taxonomy } from '../taxonomy/types.ts';
import { CoverageCounter } from './counter.ts';
import { countAt, weighed } from './counts.ts';
import { groupsOf } from './keys.ts';
import type { CountedTalk, Coverage, CoverageGroup, Example, Patch, PatchTalk } from './types.ts';

/** The talks of the changed files alone. */
export interface ChangedTalks {
  readonly before: readonly CountedTalk[];
  readonly after: readonly CountedTalk[];
}

/**
 * `coverage`: of the whole collection as it is now, counted by `taxonomy`. A talk that its file's new name alone changed is no
 * change.
 */
export function patchOf(ref: string, { before, after }: ChangedTalks, coverage: Coverage, taxonomy?: Taxonomy): Patch {
  const { pairs, removed, added } = matched(before, after);
  const was = groupOf(before, coverage, taxonomy);
  const is = groupOf(after, coverage, taxonomy);
  return {
    ref,
    added: added.map((talk) => patchTalk(talk, coverage)),
    changed: pairs.filter(([old, now]) => isChanged(old, now)).map(([, now]) => patchTalk(now, coverage)),
    removed: removed.map(exampleOf),
    talks: { before: coverage.talks - after.length + before.length, after: coverage.talks },
    parts: differences('parts', was, is, coverage),
    elements: differences('elements', was, is, coverage),
  };
}

type Pair = readonly [before: CountedTalk, after: CountedTalk];

interface Matched {
  readonly pairs: readonly Pair[];
  readonly removed: readonly CountedTalk[];
  readonly added: readonly CountedTalk[];
}

/** What tells that two talks are one, surest first: the id, the file and title, and for moved talks the title and occasion. */
const NAMES: readonly ((talk: CountedTalk) => string)[] = [
  ({ id }) => id,
  ({ source, title }) => `${source.path}\0${title}`,
  ({ title, event = '', year = '' }) => `${title}\0${event}\0${year}`,
];

/** Pairs in the order of `after`, the others in their own. */
function matched(before: readonly CountedTalk[], after: readonly CountedTalk[]): Matched {
  const oldOf = new Map<CountedTalk, CountedTalk>();
  let [removed, added] = [before, after];
  for (const nameOf of NAMES) {
    const byName = grouped(removed, nameOf);
    const taken = new Set<CountedTalk>();
    for (const talk of added) {
      const old = byName.get(nameOf(talk))?.shift();
      if (old === undefined) continue;
      oldOf.set(talk, old);
      taken.add(old);
    }
    removed = removed.filter((talk) => !taken.has(talk));
    added = added.filter((talk) => !oldOf.has(talk));
  }
  const pairs = after.flatMap((talk): readonly Pair[] => {
    const old = oldOf.get(talk);
    return old === undefined ? [] : [[old, talk]];
  });
  return { pairs, removed, added };
}

function grouped(talks: readonly CountedTalk[], nameOf: (talk: CountedTalk) => string): Map<string, CountedTalk[]> {
  const groups = new Map<string, CountedTalk[]>();
  for (const talk of talks) {
    const name = nameOf(talk);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [talk]);
    else group.push(talk);
  }
  return groups;
}

function isChanged(before: CountedTalk, after: CountedTalk): boolean {
  return essence(before) !== essence(after);
}

/** What counts of a talk: its title, and its tags whatever their confidence. */
function essence({ title, status, primary, tags }: CountedTalk): string {
  return JSON.stringify([title, status, primary, tags.map(({ id }) => id).sort()]);
}

function exampleOf({ id, title }: CountedTalk): Example {
  return { id, title };
}

function patchTalk(talk: CountedTalk, { by, and }: Coverage): PatchTalk {
  const { status, primary, tags } = talk;
  const elements = [...new Set(tags.map(({ id }) => id))];
  const groups = by === null ? undefined : groupsOf(talk, by).flatMap((key) => pairsOf(talk, key, and));
  return { ...exampleOf(talk), status, primary, elements, ...(groups === undefined ? {} : { groups }) };
}

function pairsOf(talk: CountedTalk, key: string, and: string | null): NonNullable<PatchTalk['groups']> {
  return and === null ? [{ key }] : groupsOf(talk, and).map((second) => ({ key, and: second }));
}

function groupOf(
  talks: readonly CountedTalk[],
  { weight, includeReview }: Coverage,
  taxonomy: Taxonomy | undefined,
): CoverageGroup {
  const options = { weight, includeReview, years: false };
  const counter = new CoverageCounter(taxonomy === undefined ? options : { ...options, taxonomy });
  for (const talk of talks) counter.add(talk);
  return counter.coverage().all;
}

/** Of the parts or elements whose counts differ, in the order of the coverage; what it no longer has at the end. */
function differences(
  kind: 'parts' | 'elements',
  was: CoverageGroup,
  is: CoverageGroup,
  { all, weight }: Coverage,
): Patch['parts'] {
  const ids = new Set([...Object.keys(all[kind]), ...Object.keys(was[kind])]);
  const differing = [...ids].flatMap((id) => {
    const talksOn = (group: CoverageGroup): number => weighed(countAt(group[kind], id), weight);
    const after = talksOn(all);
    const before = after - talksOn(is) + talksOn(was);
    return before === after ? [] : [[id, { before, after }] as const];
  });
  return Object.fromEntries(differing);
}
