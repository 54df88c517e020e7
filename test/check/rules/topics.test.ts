import { describe, expect, it } from 'vitest';
import { gist, saidBy, type TalkSketch } from './support.ts';

const TALK: TalkSketch = {
  event: "OpML '20",
  year: 2020,
  speakers: ['Sato Hanako', '山田 太郎', 'Zoë Müller-Lüdenscheidt'],
};

describe('tag-is-not-a-topic', () => {
  it.each<[string, TalkSketch, readonly string[]]>([
    ['a speaker', { declared: ['sato-hanako'] }, ['10 sato-hanako: none']],
    ['the names the other way round', { declared: ['Hanako Sato'] }, ['10 Hanako Sato: none']],
    ['話者', { keywords: ['山田太郎', 'ドリフト'] }, ['40 山田太郎: none']],
    ['letters with marks', { keywords: ['zoë müller lüdenscheidt'] }, ['40 zoë müller lüdenscheidt: none']],
    ['half a name', { keywords: ['Sato', '山田'] }, []],
    ['the event', { keywords: ['OpML'] }, ['40 OpML: none']],
    [
      'with its year',
      { keywords: ["opml '20", 'OpML 2020', 'opml-20', '2020-opml'] },
      ["40 opml '20: none", '41 OpML 2020: none', '42 opml-20: none', '43 2020-opml: none'],
    ],
    ['another year', { keywords: ['OpML 2019'] }, []],
    [
      'イベント',
      { event: '機械学習の会 2024', keywords: ['機械学習の会', '機械学習の会2024年'] },
      ['40 機械学習の会: none'],
    ],
    ['a format', { declared: ['Lightning Talks'] }, ['10 Lightning Talks: none']],
    ['形式', { declared: ['基調講演', 'ｷｰﾉｰﾄ', 'ＬＴ'] }, ['10 基調講演: none', '11 ｷｰﾉｰﾄ: none', '12 ＬＴ: none']],
    ['a format as part of a name', { declared: ['panel data', 'トークン'] }, []],
    ['a known concept', { speakers: ['MLflow'], event: 'Drift', keywords: ['MLflow', 'drift'] }, []],
    ['what the taxonomy is about', { event: 'Machine Learning 2020', keywords: ['machine learning'] }, []],
    ['both lists', { declared: ['ポスター'], keywords: ['poster'] }, ['10 ポスター: none', '40 poster: none']],
    ['nothing', { keywords: ['', '—'] }, []],
  ])('%s', (_, sketch, expected) => {
    expect(gist(saidBy('tag-is-not-a-topic', { ...TALK, ...sketch }))).toEqual(expected);
  });

  it('says what it is instead', () => {
    const said = saidBy('tag-is-not-a-topic', { ...TALK, declared: ['山田太郎', 'opml', '講演'] });
    expect(said.map(({ message }) => message.split(', ')[0])).toEqual([
      '"山田太郎" is a speaker of the talk',
      '"opml" is the event of the talk',
      '"講演" is a format',
    ]);
  });
});
