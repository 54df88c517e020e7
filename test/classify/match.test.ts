import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validHits } from '../../src/classify/conditions.ts';
import { wording } from '../../src/classify/evidence.ts';
import { buildIndex, labelsOf } from '../../src/classify/lexical-index.ts';
import { Matcher } from '../../src/classify/match.ts';
import { keyOf, type LabelSketch, taxonomyOf } from '../support/taxonomy.ts';

function matcherOf(
  labels: readonly LabelSketch[],
  contexts: Readonly<Record<string, readonly string[]>> = {},
): Matcher {
  const taxonomy = taxonomyOf({ part: { element: labels } }, { contexts });
  return new Matcher(buildIndex(taxonomy), labelsOf(taxonomy));
}

/** The wordings in `text` that count. */
function found(
  labels: readonly LabelSketch[],
  text: string,
  contexts?: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const matches = matcherOf(labels, contexts).match(text);
  return validHits(matches).map((hit) => {
    const { start, end } = wording(matches.normal, hit);
    return text.slice(start, end);
  });
}

describe('matching a label', () => {
  it.each<[string, LabelSketch, string, string[]]>([
    ['any case', 'data drift', 'Data Drift and DATA DRIFT', ['Data Drift', 'DATA DRIFT']],
    ['inflection', 'deploy model', 'deploying models', ['deploying models']],
    [
      'hyphen, slash, blank alike',
      'fine tuning',
      'fine-tuning, fine/tuning, fine  tuning',
      ['fine-tuning', 'fine/tuning', 'fine  tuning'],
    ],
    ['a line break within a phrase', 'feature store', 'a feature\nstore', ['feature\nstore']],
    ['no paragraph within a phrase', 'feature store', 'a feature\n\nstore', []],
    ['no sentence within a phrase', 'feature store', 'Every feature. Store it.', []],
    ['no inside of a Latin word', 'RAG', 'storage and fragile', []],
    ['Latin beside Japanese', 'drift', 'のdriftについて', ['drift']],
    ['exact case', { text: 'RAG', case: true }, 'RAG, rag and RAGs', ['RAG', 'RAGs']],
    ['possessive', 'model quality', "the model's quality", ["model's quality"]],
    ['no Porter for one word', 'Explainability', 'she explains', []],
    ['plural of one word', 'notebook', 'notebooks', ['notebooks']],
    ['Japanese without spaces', 'データドリフト', '本番のデータドリフトを検知', ['データドリフト']],
    ['blanks in Japanese', 'データドリフト', 'データ ドリフト', ['データ ドリフト']],
    ['letter-spaced', '正解ラベル付け', '正解\nラベル\n付け', ['正解\nラベル\n付け']],
    ['middle dot', 'データドリフト', 'データ・ドリフト', ['データ・ドリフト']],
    ['half width', 'モデル監視', 'ﾓﾃﾞﾙ監視', ['ﾓﾃﾞﾙ監視']],
    ['long vowels', 'サーバー', 'サーバとサーバー', ['サーバ', 'サーバー']],
    ['blank between scripts', 'MLモデル', 'ML モデル', ['ML モデル']],
    ['Kangxi radicals', '見方', '⾒⽅', ['⾒⽅']],
    ['short katakana not inside a longer word', 'ドリフト', 'スイスドリフトウッド', []],
    ['short kanji not inside a longer word', '学習', '機械学習と学習者', []],
    ['short kanji beside kana', '監視', 'モデルの監視を', ['監視']],
    ['substring lifts the guard', { text: '学習', match: 'substring' }, '機械学習', ['学習']],
    ['combining marks', 'デプロイ', 'テ\u3099プロイする', ['テ\u3099プロイ']],
    ['prototype keys', 'constructor', '__proto__ constructor toString', ['constructor']],
  ])('%s', (_what, label, text, expected) => {
    expect(found([label], text)).toEqual(expected);
  });

  it('takes the longest label, also of another concept', () => {
    expect(found(['drift', 'data drift', 'data drift detection'], 'data drift detection and drift')).toEqual([
      'data drift detection',
      'drift',
    ]);
    expect(found(['ドリフト検知', 'データドリフト', 'データドリフト検知'], 'データドリフト検知')).toEqual([
      'データドリフト検知',
    ]);
  });
});

describe('conditions', () => {
  const model = { model: ['model', 'モデル'] };

  it.each<[string, LabelSketch, string, string[]]>([
    ['a co-term near', { text: 'serving', requires: ['@model'] }, 'serving a model', ['serving']],
    ['no co-term', { text: 'serving', requires: ['@model'] }, 'serving dinner', []],
    ['a co-term too far', { text: 'serving', requires: ['@model'] }, `serving ${'dinner '.repeat(20)}model`, []],
    ['a co-term of its own', { text: 'drift', requires: ['data'] }, 'drift of the data', ['drift']],
    ['Japanese co-term', { text: '監視', requires: ['@model'] }, 'モデルの監視', ['監視']],
    ['another sense near', { text: 'drift', unless: ['snow'] }, 'a snow drift', []],
    ['inside another sense', { text: '監視', match: 'substring', unless: ['監視カメラ'] }, '監視カメラの設置', []],
    ['another sense elsewhere', { text: '監視', unless: ['監視カメラ'] }, 'モデルの監視', ['監視']],
  ])('%s', (_what, label, text, expected) => {
    expect(found([label], text, model)).toEqual(expected);
  });

  it.each<[string, boolean]>([
    ['This talk is not about monitoring.', false],
    ['We will not cover monitoring or cost.', false],
    ["We won't discuss monitoring.", false],
    ['Monitoring is not covered here.', false],
    ['Monitoring will not be discussed.', false],
    ['Monitoring is out of scope.', false],
    ['No monitoring here.', false],
    ['We do without monitoring.', false],
    ['There is nothing about monitoring.', false],
    ['A casino monitoring its floor', true],
    ["It isn't hard, and monitoring is covered.", true],
    ['本発表では監視の話は取り上げません', false],
    ['監視の話ではありません', false],
    ['Not only training but monitoring.', true],
    ['It is not easy. Monitoring helps.', true],
    ['Without monitoring you fly blind.', true],
    ['monitoring, not magic', true],
    ['監視は扱わない', false],
    ['監視については触れません', false],
    ['監視ではなく学習の話', false],
    ['監視は対象外です', false],
    ['監視がないと困る', true],
    ['監視を扱う', true],
    ['学習は扱わない。監視を話す', true],
  ])('%j: counts %j', (text, counts) => {
    expect(found(['monitoring', '監視'], text).length > 0).toBe(counts);
  });
});

describe('offsets', () => {
  const words = ['data drift', 'feature store', 'データドリフト', '特徴量ストア', 'モデル監視', 'serving'];
  const filler = fc.constantFrom(' ', '\n', '、', 'and ', 'の', 'を ', '🚀', 'ﾃﾞｰ', '“', 'é ', 'ー', '。', '\r\n');
  const texts = fc.array(fc.oneof(filler, fc.constantFrom(...words, 'DATA DRIFT', 'ﾃﾞｰﾀﾄﾞﾘﾌﾄ', 'データ ドリフト')), {
    maxLength: 30,
  });
  const matcher = matcherOf(words);
  const keys = new Set(words.map(keyOf));

  it('point at wordings whose normal form is the label', () => {
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        const matches = matcher.match(text);
        for (const hit of matches.hits) {
          const { start, end } = wording(matches.normal, hit);
          expect(keyOf(text.slice(start, end))).toBe(hit.indexed.label.key);
          expect(keys).toContain(hit.indexed.label.key);
        }
      }),
    );
  });

  it('find every label that stands alone between marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 10 }), (list) => {
        const matches = matcher.match(list.join('。 | '));
        expect(validHits(matches).map((hit) => hit.indexed.label.text)).toEqual(list);
      }),
    );
  });

  it('never throw, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void validHits(matcher.match(text))));
  });
});
