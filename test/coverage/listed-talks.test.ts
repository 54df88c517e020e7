/** The talks that a page lists: their order, and what is kept of them. */
import { describe, expect, it } from 'vitest';
import { byOccasion, withoutTexts } from '../../src/coverage/listed-talks.ts';
import { talkOf, talksOf, type Written } from './support.ts';

describe('byOccasion', () => {
  it.each<[string, readonly Written[]]>([
    [
      'events by name, those of none last',
      [{ event: 'OpML' }, { event: '第2回' }, { event: '第10回' }, { event: 'ＭＬＳＥ' }, { event: '\u{10ffff}' }, {}],
    ],
    ['years by number, those of none last', [{ year: 999 }, { year: 2019 }, { year: 2020 }, {}]],
    [
      'titles of one year',
      [
        { year: 2020, title: 'ドリフト' },
        { year: 2020, title: '監視' },
      ],
    ],
    [
      'ids of one title',
      [
        { title: '監視', id: 'a' },
        { title: '監視', id: 'b' },
      ],
    ],
  ])('%s', (_, written) => {
    const talks = talksOf(written);
    expect(talks.toReversed().sort(byOccasion)).toEqual(talks);
  });
});

describe('withoutTexts', () => {
  const whole = talkOf({
    event: '勉強会',
    year: 2020,
    date: '2020-07-28',
    lang: 'ja',
    track: '運用',
    speakers: ['例 花子'],
    organisations: ['株式会社見本'],
    url: 'https://example.org/',
    extra: { 部屋: 'A' },
    tags: ['drift'],
  });

  it.each([
    ['all that is counted', whole],
    ['nothing that was not there', talkOf({})],
  ])('keeps %s, and no text', (_, talk) => {
    expect(withoutTexts({ ...talk, ...{ abstract: '長い概要', near: [] } })).toStrictEqual(talk);
  });
});
