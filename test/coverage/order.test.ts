/** Names in order: numbers by value in either width, all else by code points. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys, compareNames, comparePoints } from '../../src/coverage/order.ts';
import { coverageOf } from './support.ts';

describe('compareNames', () => {
  it.each<[string, readonly string[]]>([
    ['numbers in Japanese names', ['第1回 勉強会', '第2回 勉強会', '第10回 勉強会', '第10回 勉強会 続き']],
    ['numbers at the end', ['Meetup #2', 'Meetup #10', 'Meetup #10a']],
    ['full-width digits', ['第１回', '第2回', '第９回', '第１０回', '第11回']],
    ['leading zeros', ['v001', 'v01', 'v1', 'v02', 'v2']],
    ['several numbers', ['OpML 2019 第9部', 'OpML 2019 第10部', 'OpML 2020 第1部']],
    ['numbers that no double holds', ['9007199254740992', '9007199254740993', '90071992547409920']],
    ['a number among other letters', ['a!', 'a7', 'aA', 'aあ']],
    ['code points, not code units', ['Ｚ', 'ｱ', '\u{1f40d}', '\u{20bb7}野家']],
    ['beginnings first', ['監視', '監視2', '監視の会']],
  ])('%s', (_, names) => {
    for (const [index, name] of names.entries())
      for (const [other, after] of names.entries())
        expect([name, after, Math.sign(compareNames(name, after))]).toEqual([name, after, Math.sign(index - other)]);
  });

  const name = fc
    .array(fc.constantFrom('0', '1', '01', '９', '10', '第', 'Ｚ', '\u{1f40d}', '\ud83d', ' '))
    .map(joined);

  it('is an order of all names, in which two are equal that are the same', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
        expect(compareNames(a, b) === 0).toBe(a === b);
        if (compareNames(a, b) <= 0 && compareNames(b, c) <= 0) expect(compareNames(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  const unit = fc.oneof(
    fc.constantFrom('\ud83d', '\udc0d', '\u{1f40d}', 'Ｚ', 'あ'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );

  it('without digits is that of code points', () => {
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit }), (a, b) => {
        const [one, other] = [a, b].map((text) => text.replaceAll(/[0-9０-９]/g, ''));
        if (one === undefined || other === undefined) throw new Error('two of two');
        expect(Math.sign(compareNames(one, other))).toBe(Math.sign(comparePoints(one, other)));
        expect(Math.sign(comparePoints(one, other))).toBe(Math.sign(byPoints(one, other)));
      }),
    );
  });
});

function joined(pieces: readonly string[]): string {
  return pieces.join('');
}

function byPoints(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => Array.from(text, (char) => char.codePointAt(0) ?? 0));
  const differing = (x ?? []).findIndex((point, i) => point !== y?.[i]);
  if (differing < 0) return a.length - b.length;
  return (x?.[differing] ?? 0) - (y?.[differing] ?? -1);
}

it('puts names that are none last', () => {
  expect(['', '第10回', '\u{10ffff}', '第2回'].toSorted(compareKeys)).toEqual(['第2回', '第10回', '\u{10ffff}', '']);
});

it.each<[string, 'event' | 'track' | 'speaker']>([
  ['events', 'event'],
  ['tracks', 'track'],
  ['speakers', 'speaker'],
])('groups are in that order: %s', (_, by) => {
  const written = ['第10回', '', '\u{1f40d}', 'Ｚ', '第2回', '第１回'].map((name) =>
    by === 'speaker' ? { speakers: [name] } : { [by]: name },
  );
  expect(coverageOf(written, { by }).groups.map(({ key }) => key)).toEqual([
    '第１回',
    '第2回',
    '第10回',
    'Ｚ',
    '\u{1f40d}',
    '',
  ]);
});

it('and so are the groups of a second key', () => {
  const written = ['10', '9', ''].map((track) => ({
    event: '会',
    track: `部屋${track}`.slice(0, track === '' ? 0 : 9),
  }));
  expect(coverageOf(written, { by: 'event', and: 'track' }).groups.map(({ and }) => and)).toEqual([
    '部屋9',
    '部屋10',
    '',
  ]);
});
