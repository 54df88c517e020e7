import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GoldTalk } from '../../src/evaluate/gold.ts';
import { groupsOf, practiceGroupsOf, togetherBy } from '../../src/learn/cross-validation.ts';
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
    ['events, where there are five', 5, 'events', 'event-0'],
    ['talks, where there are four', 4, 'few-events', '発表-000'],
  ])('%s', (_, events, together, first) => {
    const talks = goldTalks(20, events);
    expect([togetherBy(talks), groupsOf(talks)[0]]).toEqual([together, first]);
  });

  it('takes a talk of no event for one by itself', () => {
    const talks = goldTalks(12).map(({ talk: { event: _, ...talk }, gold }) => ({ talk, gold }));
    expect(groupsOf(talks)).toEqual(talks.map(({ talk }) => talk.id));
  });

  it.each([
    [6, 'events'],
    [7, 'single-talks'],
  ])('says so where most of twelve talks are of no event: %i', (without, together) => {
    const talks = goldTalks(12).map(({ talk: { event, ...talk }, gold }, i) => ({
      talk: i < without || event === undefined ? talk : { ...talk, event },
      gold,
    }));
    expect(togetherBy(talks)).toBe(together);
  });

  it.each(['id', 'texts'])('keeps talks of the same %s together, with all of their events, in any order', (same) => {
    const all = goldTalks(14);
    const twins = new Map([
      [4, 0],
      [13, 5],
    ]);
    const talks = all.map(({ talk, gold }, at): GoldTalk => {
      const { id, title, abstract = '' } = all[twins.get(at) ?? at]?.talk ?? talk;
      return { gold, talk: { ...talk, ...(same === 'id' ? { id } : { title, abstract }) } };
    });
    const groups = groupsOf(talks);
    const expected = ['event-0', 'event-1', 'event-0', 'event-3', 'event-4', 'event-5', 'event-0'];
    expect(groups).toEqual(expected.flatMap((name) => [name, name]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...talks.keys()], { minLength: talks.length }), (order) => {
        expect(groupsOf(order.flatMap((at) => talks[at] ?? []))).toEqual(order.map((at) => groups[at]));
      }),
    );
  });

  it('holds a practice talk out with the talks of its event and those of its texts', () => {
    const talks = goldTalks(14);
    const [one, , , other] = talks;
    if (one === undefined || other === undefined) throw new RangeError('no talks');
    const practice: readonly GoldTalk[] = [
      { ...one, talk: { ...one.talk, id: '練習1', event: 'event-6' } },
      { ...one, talk: { ...one.talk, id: '練習2', title: '別の話', event: 'event-2' } },
      { ...one, talk: { ...one.talk, id: '練習3', title: '別の話', event: '合成' } },
    ];
    const held = practiceGroupsOf(practice, talks, groupsOf(talks)).map((groups) => [...groups].sort());
    expect(held).toEqual([['event-0', 'event-6'], ['event-2'], []]);
  });
});
