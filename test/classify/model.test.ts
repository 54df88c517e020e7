import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/index.ts';
import type { Model } from '../../src/classify/model.ts';
import { tellLanguage } from '../../src/sources/language.ts';
import type { TaggedTalk, Talk } from '../../src/talk.ts';
import { modelFor, type WordSketch } from '../model/support.ts';
import { keyOf, taxonomyOf } from '../support/taxonomy.ts';

const TAXONOMY = taxonomyOf({
  monitoring: { drift: ['data drift', 'データドリフト'], alerts: ['alerting', 'アラート'] },
  foundation: { containers: ['コンテナ', 'container'] },
});
const IDS = ['drift', 'alerts', 'containers'];

const words = (weights: Readonly<Record<string, Readonly<Record<string, number>>>>): WordSketch =>
  Object.fromEntries(Object.entries(weights).map(([word, of]) => [word, [keyOf(word), of]]));
const HAMSTERS = words({ hamsters: { alerts: 4 }, ハムスター: { alerts: 4, drift: -3 }, wheel: { alerts: 0.01 } });
const model = (more: Partial<Model> = {}, sketch: WordSketch = HAMSTERS): Model => modelFor(IDS, sketch, more);

function talk(title: string, more: Partial<Talk> = {}): Talk {
  const text = `${title} ${more.abstract ?? ''}`;
  return { id: 'a', title, lang: tellLanguage(text), source: { path: 'a.md', line: 3 }, ...more };
}
const tagged = (given: Talk, by: Model | null = model()): TaggedTalk =>
  createClassifier(TAXONOMY, { model: by }).classify(given);
const explained = (given: Talk, by: Model = model()) => createClassifier(TAXONOMY, { model: by }).explain(given);
const ids = ({ tags }: TaggedTalk): readonly string[] => tags.map(({ id }) => id);

describe('a model', () => {
  it.each<[string, Talk, readonly string[]]>([
    ['says nothing of nothing', talk('スープの話'), []],
    ['goes by a word alone', talk('Hamsters and more'), ['alerts']],
    ['goes by a word alone', talk('ハムスターの話'), ['alerts']],
    ['goes by a word in the text', talk('お話', { abstract: 'ハムスターを飼います。' }), ['alerts']],
    ['does not go by keywords', talk('お話', { keywords: ['ハムスター'] }), []],
    ['has words that speak against', talk('ハムスターのデータドリフト'), ['alerts']],
    [
      'lets a long text say less by one word',
      talk('お話', { abstract: `ハムスター。${'スープを作ります。'.repeat(300)}` }),
      [],
    ],
  ])('%s: %o', (_, given, expected) => {
    expect(ids(tagged(given))).toEqual(expected);
  });

  it('adds up what it says: constant, signals, other elements, words, then the line', () => {
    const made = model({
      bias: -1,
      signals: { found: 0.5, 'in-title': 0.25, japanese: 2 },
      elements: [
        { id: 'drift', bias: 0.125, japanese: 1, beside: { alerts: 10, 無い: 99 } },
        { id: 'alerts', bias: 0, japanese: 0, beside: {} },
      ],
      calibration: { ja: { slope: 0.5, offset: 0.1 }, other: { slope: 1, offset: 0 } },
      words: model({}, words({ 検知: { drift: 0.4 } })).words,
    });
    const [drift, ...rest] = explained(
      talk('データドリフト', { abstract: 'アラート 検知', lang: 'ja' }),
      made,
    ).concepts;
    const beside = 10 * Math.log1p(1.3);
    const presence = Math.sqrt(150 / 60);
    expect(drift).toMatchObject({
      id: 'drift',
      logOdds: {
        hits: -1 + 0.125 + 1 + 0.5 + 0.25 + 2,
        beside: expect.closeTo(beside, 3),
        words: expect.closeTo(presence * 0.4, 3),
      },
    });
    const sum = 2.875 + beside + presence * 0.4;
    expect(drift?.confidence).toBeCloseTo(1 / (1 + Math.exp(-(0.5 * sum + 0.1))), 2);
    expect(rest.map(({ id }) => id)).toEqual(['alerts']);
  });

  it.each<[string | undefined, number]>([
    ['ja', 0.9],
    ['ja-JP', 0.9],
    ['en', 0.1],
    ['de', 0.1],
    ['constructor', 0.1],
    ['', 0.1],
    [undefined, 0.1],
  ])('draws its line by the language %j', (lang, expected) => {
    const offset = Math.log(9);
    const calibration = { ja: { slope: 0, offset }, other: { slope: 0, offset: -offset } };
    const { lang: _, ...bare } = talk('データドリフト');
    const given = lang === undefined ? bare : { ...bare, lang };
    expect(explained(given, model({ calibration })).concepts[0]?.confidence).toBeCloseTo(expected, 3);
  });

  it('judges an element that it never met by the signals alone', () => {
    const made = modelFor(['drift'], {}, { signals: { found: 6 } });
    expect(ids(tagged(talk('コンテナ'), made))).toEqual(['containers']);
    const [containers] = explained(talk('コンテナ', { abstract: 'データドリフト' }), made).concepts.filter(
      ({ id }) => id === 'containers',
    );
    expect(containers?.logOdds).toMatchObject({ hits: 4, beside: 0, words: 0 });
  });

  it('says nothing of elements that the taxonomy has not', () => {
    const made = modelFor(['drift', '漂流'], words({ ハムスター: { 漂流: 9 } }), { signals: { found: 6 } });
    expect(ids(tagged(talk('ハムスターのデータドリフト'), made))).toEqual(['drift']);
  });

  it('is left alone by null: the score decides as it did before there were models', () => {
    const withModel = { ...TAXONOMY, model: model() };
    for (const given of [
      talk('データドリフト'),
      talk('ハムスター'),
      talk('Alerting for containers', { abstract: 'data drift' }),
    ]) {
      const plain = createClassifier(TAXONOMY).explain(given);
      expect(createClassifier(withModel, { model: null }).explain(given)).toEqual(plain);
      expect(plain.concepts.every((concept) => concept.logOdds === undefined)).toBe(true);
    }
    expect(ids(createClassifier(withModel).classify(talk('ハムスター')))).toEqual(['alerts']);
    expect(createClassifier(withModel).threshold).toBe(model().threshold);
  });
});

describe('word evidence', () => {
  it.each<[string, string, string, number]>([
    ['plain', 'We keep hamsters here', 'hamsters', 8],
    ['in Japanese', '小さなハムスターの話', 'ハムスター', 3],
    ['half-width', '小さなﾊﾑｽﾀｰの話', 'ﾊﾑｽﾀｰ', 3],
    ['long vowels that are not written', '小さなハムスタの話', 'ハムスタ', 3],
    ['full-width Latin', '小さなＨａｍｓｔｅｒｓの話', 'Ｈａｍｓｔｅｒｓ', 3],
  ])('has the wording of the source and its place: %s', (_, abstract, text, offset) => {
    const placements = { abstract: { exact: true, locate: (at: number) => ({ line: 7, column: at + 1 }) } };
    const [tag] = tagged(talk('Notes', { abstract, placements })).tags;
    expect(tag?.evidence).toMatchObject([
      {
        term: expect.stringMatching(/^(hamsters|ハムスター)$/),
        kind: 'word',
        text,
        field: 'abstract',
        line: 7,
        column: offset + 1,
        exact: true,
      },
    ]);
  });

  it('keeps marks apart as the source writes them', () => {
    const abstract = '大きなバグガラスの話'.normalize('NFD');
    const made = model({}, words({ バグガラス: { alerts: 4 } }));
    const [evidence] = tagged(talk('お話', { abstract }), made).tags[0]?.evidence ?? [];
    expect(evidence?.text).toBe('バグガラス'.normalize('NFD'));
  });

  it('comes behind the terms, strongest first, three at most, and none that hardly speaks', () => {
    const many = words({
      回し車: { alerts: 1 },
      小屋: { alerts: 3 },
      飼育: { alerts: 2 },
      種子: { alerts: 1.5 },
      給水: { alerts: 0.001 },
    });
    const given = talk('アラート', { abstract: '回し車と小屋と飼育と種子と給水。小屋。' });
    const evidence = tagged(given, model({}, many)).tags[0]?.evidence.map(({ term, kind }) => `${kind} ${term}`);
    expect(evidence).toEqual(['term アラート', 'word 小屋', 'word 飼育', 'word 種子']);
    const [concept] = explained(given, model({}, many)).concepts;
    expect(concept?.evidence.find(({ term }) => term === '小屋')?.count).toBe(2);
  });
});
