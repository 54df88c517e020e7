/** What a group leaves out while others of its kind have it. */
import type { Taxonomy } from '../taxonomy/types.ts';
import { LEVEL } from './compare.ts';
import { countAt } from './counts.ts';
import { hasKeys } from './group-named.ts';
import { type Shown, shownOf } from './shown.ts';
import { chanceOfNone } from './statistics.ts';
import type { Coverage, CoverageGroup, Gap } from './types.ts';

/** Talks that a group is held against, its own among them: how many there are, and by element how many treat it. */
interface Pool {
  readonly talks: number;
  readonly elements: ReadonlyMap<string, number>;
}

/**
 * The elements of the taxonomy that no talk of a group treats while talks of others do, the least likely by chance first; ties
 * in the order of groups, then of the taxonomy. Whatever the weight, a talk counts that treats an element at all.
 *
 * Others of a group's kind are all other groups; where talks are counted by two keys, those with the same second value (events
 * of the same year), or all where there is none. Talks without a value are in no group here. By one key, a talk of several
 * groups (of two speakers) counts once among the others; by two, once in each, but never for more talks than there are.
 */
export function gapsOf(coverage: Coverage, taxonomy: Taxonomy): readonly Gap[] {
  const shown = shownOf(taxonomy);
  return poolsOf(coverage, shown)
    .flatMap(({ group, pool }) => gapsIn(group, pool, shown))
    .sort((a, b) => a.chance - b.chance);
}

/** What gaps are to be judged by: many are looked for, so that some are unlikely by chance alone. */
export interface GapTests {
  /** Pairs of a group and an element that talks of any group treat. */
  readonly tested: number;
  /** How many gaps among them chance alone is expected to make that are themselves less likely than 5 %; not a whole number. */
  readonly expected: number;
}

export function gapTestsOf(coverage: Coverage, taxonomy: Taxonomy): GapTests {
  let tested = 0;
  let expected = 0;
  for (const { group, pool } of poolsOf(coverage, shownOf(taxonomy)))
    for (const hits of pool.elements.values()) {
      if (hits === 0) continue;
      tested++;
      const chance = chanceOfNone(group.talks, hits, pool.talks);
      if (chance < LEVEL) expected += chance;
    }
  return { tested, expected };
}

interface Pooled {
  readonly group: CoverageGroup;
  readonly pool: Pool;
}

/** The groups that gaps are looked for in; none where there are no others. */
function poolsOf(coverage: Coverage, shown: Shown): readonly Pooled[] {
  const groups = coverage.groups.filter(hasKeys);
  if (coverage.by === null || groups.length < 2) return [];
  const poolOf = coverage.and === null ? poolOfKey(coverage, shown) : poolsOfPairs(coverage, groups, shown);
  return groups.map((group) => ({ group, pool: poolOf(group) }));
}

function gapsIn(group: CoverageGroup, pool: Pool, shown: Shown): readonly Gap[] {
  const { key, and, talks: of } = group;
  const gaps: Gap[] = [];
  for (const [id, part] of shown.partOf) {
    const talks = pool.elements.get(id) ?? 0;
    if (talks === 0 || talksOn(id, group) > 0) continue;
    const others = { talks, of: pool.talks - of, share: talks / (pool.talks - of) };
    const chance = chanceOfNone(of, talks, pool.talks);
    gaps.push({ key, ...(and === undefined ? {} : { and }), id, part, of, others, chance });
  }
  return gaps;
}

type PoolOf = (group: CoverageGroup) => Pool;

/** All talks but those without a value: what several groups share is in it once. */
function poolOfKey({ all, groups }: Coverage, shown: Shown): PoolOf {
  const without = groups.filter((group) => !hasKeys(group));
  const pool = {
    talks: all.talks - sum(without, ({ talks }) => talks),
    elements: new Map(shown.elements.map((id) => [id, talksOn(id, all) - sum(without, (group) => talksOn(id, group))])),
  };
  return () => pool;
}

/** Groups with the same second value together; one that has no other like it is held against all. */
function poolsOfPairs(coverage: Coverage, groups: readonly CoverageGroup[], shown: Shown): PoolOf {
  const kinds = new Map<string | undefined, CoverageGroup[]>();
  for (const group of groups) {
    const kin = kinds.get(group.and);
    if (kin === undefined) kinds.set(group.and, [group]);
    else kin.push(group);
  }
  const together = (kin: readonly CoverageGroup[]) => poolOfGroups(coverage, kin, shown);
  const everybody = together(groups);
  const pools = new Map([...kinds].map(([and, kin]) => [and, kin.length < 2 ? everybody : together(kin)]));
  return ({ and }) => pools.get(and) ?? everybody;
}

function poolOfGroups({ all }: Coverage, groups: readonly CoverageGroup[], shown: Shown): Pool {
  const atMost = (most: number, talksOf: (group: CoverageGroup) => number) => Math.min(most, sum(groups, talksOf));
  return {
    talks: atMost(all.talks, ({ talks }) => talks),
    elements: new Map(shown.elements.map((id) => [id, atMost(talksOn(id, all), (group) => talksOn(id, group))])),
  };
}

function talksOn(id: string, { elements }: CoverageGroup): number {
  return countAt(elements, id)?.talks ?? 0;
}

function sum(groups: readonly CoverageGroup[], talksOf: (group: CoverageGroup) => number): number {
  return groups.reduce((total, group) => total + talksOf(group), 0);
}
