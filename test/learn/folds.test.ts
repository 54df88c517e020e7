import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, isByEvent } from '../../src/learn/cross-validation.ts';
import { foldsOf } from '../../src/learn/folds.ts';
import { goldTalks } from '../support/gold.ts';

describe('foldsOf', () => {
  it.each<[string, readonly string[], number, readonly number[]]>([
    ['one group each', ['東京', 'kyiv', 'oslo'], 3, [2, 0, 1]],
    ['the largest group first', ['a', '名古屋', '名古屋', '名古屋', 'b', 'c'], 2, [1, 0, 0, 0, 1, 1]],
    ['fewer groups than folds', ['札幌', '札幌'], 3, [0, 0]],
    ['one fold', ['a', '大阪'], 1, [0, 0]],
  ])('%s', (_, groups, count, expected) => {
    expect(foldsOf(groups, count)).toEqual(expected);
  });

  it('never splits a group, fills every fold, and does not depend on the order', () => {
    const groups = fc.array(fc.constantFrom('東京', 'oslo', 'kyiv', '福岡', 'lima', 'pune', 'bonn'), { minLength: 1 });
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 5 }), fc.nat(), (given, folds, turn) => {
        const count = Math.min(folds, new Set(given).size);
        const found = foldsOf(given, count);
        const byGroup = new Map(given.map((group, i) => [group, found[i]]));
        expect(found).toEqual(given.map((group) => byGroup.get(group)));
        expect(new Set(found).size).toBe(count);
        const at = turn % given.length;
        const turned = [...given.slice(at), ...given.slice(0, at)];
        expect(foldsOf(turned, count)).toEqual(turned.map((group) => byGroup.get(group)));
      }),
    );
  });
});

describe('what stays together', () => {
  it.each([
    ['events, where there are five', 5, true, 'event-0'],
    ['talks, where there are four', 4, false, '発表-000'],
  ])('%s', (_, events, isByEvents, first) => {
    const talks = goldTalks(20, events);
    expect([isByEvent(talks), groupsOf(talks)[0]]).toEqual([isByEvents, first]);
  });

  it('takes a talk of no event for one by itself', () => {
    const talks = goldTalks(12).map(({ talk: { event: _, ...talk }, gold }) => ({ talk, gold }));
    expect(groupsOf(talks)).toEqual(talks.map(({ talk }) => talk.id));
  });
});
