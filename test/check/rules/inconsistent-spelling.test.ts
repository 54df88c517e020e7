import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singularKey, spellingKey } from '../../../src/check/spelling.ts';
import { foundBy } from './support.ts';
import { factsOf } from './talks.ts';

describe('spellingKey', () => {
  it.each([
    ['MLOps', 'MLops'],
    ['machine learning', 'Machine-Learning'],
    ['machine learning', 'machine_learning'],
    ['Node.js', 'nodejs'],
    ['ｋ８ｓ', 'K8s'],
    ['GPT-4', 'GPT4'],
    ['サーバー', 'サーバ'],
    ['サーバーレス', 'サーバレス'],
    ['ユーザーインターフェース', 'ユーザインタフェース'],
    ['ﾃﾞｰﾀ分析', 'データ分析'],
    ['機械 学習', '機械学習'],
    ['e\u0301tude', 'étude'],
  ])('takes %s and %s for one word', (a, b) => {
    expect(spellingKey(a)).toBe(spellingKey(b));
  });

  it.each([
    ['C', 'C++'],
    ['C#', 'C'],
    ['.NET', 'net'],
    ['GPT-3.5', 'GPT-35'],
    ['1-2', '12'],
    ['R&D', 'RD'],
    ['ビル', 'ビール'],
    ['カード', 'カド'],
    ['キー', 'キ'],
    ['ハート', 'パート'],
    ['学習', '学修'],
  ])('tells %s from %s', (a, b) => {
    expect(spellingKey(a)).not.toBe(spellingKey(b));
  });

  it('does not depend on case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9 _.ァ-ヺー漢字-]{0,20}$/), (word) => {
        expect(spellingKey(word.toUpperCase())).toBe(spellingKey(word));
      }),
    );
  });
});

describe('singularKey', () => {
  it.each([
    ['llms', 'llm'],
    ['pipelines', 'pipeline'],
    ['featurestores', 'featurestore'],
    ['pandas', undefined],
    ['redis', undefined],
    ['mlops', undefined],
    ['analytics', undefined],
    ['nodejs', undefined],
    ['c++s', undefined],
    ['モデルs', undefined],
  ])('%s → %s', (key, singular) => {
    expect(singularKey(key)).toBe(singular);
  });
});

/** `line word: message up to the semicolon` for one talk a row, each with its words. */
function strays(rows: readonly (readonly string[])[], locked: readonly number[] = []): readonly string[] {
  const talks = rows.map((words, at) => factsOf({ line: at * 10, words, locked: locked.includes(at) }));
  return foundBy('inconsistent-spelling', talks).map(({ line, message }) => `${line} ${message.split(';')[0]}`);
}

describe('inconsistent-spelling', () => {
  it.each<[string, readonly (readonly string[])[], readonly string[]]>([
    ['one spelling', [['MLOps'], ['MLOps', 'ドリフト']], []],
    ['the rarer one', [['MLops'], ['MLOps'], ['MLOps']], ['1 "MLops" is written "MLOps" in 2 other places']],
    ['as many', [['mlops'], ['MLOps']], ['1 "mlops" is written "MLOps" in one other place']],
    [
      '三つの書き方',
      [['サーバ'], ['サーバー', 'ｻｰﾊﾞｰ'], ['サーバー']],
      ['1 "サーバ" is written "サーバー" in 2 other places', '12 "ｻｰﾊﾞｰ" is written "サーバー" in 2 other places'],
    ],
    ['a plural', [['LLMs'], ['LLM', 'LLM']], ['1 "LLMs" is written "LLM" in 2 other places']],
    [
      'a plural of what nobody writes',
      [['agents'], ['Agents', 'agents']],
      ['11 "Agents" is written "agents" in 2 other places'],
    ],
    ['two forms of one character', [['がく'], ['か\u3099く']], []],
    [
      'nothing',
      [
        ['', ' '],
        ['…', 's'],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(strays(rows)).toEqual(expected);
  });

  it('counts a locked talk and leaves it alone', () => {
    expect(strays([['MLops', '監視'], ['MLOps'], ['MLOps']], [0])).toEqual([]);
    expect(strays([['MLops', '監視'], ['MLOps'], ['MLOps']], [1, 2])).toHaveLength(1);
  });

  it('shows a place of the better spelling, and is known by neither counts nor lines', () => {
    const talks = [factsOf({ words: ['Ｋ8s'] }), factsOf({ line: 7, words: ['K8s', 'K8s'] })];
    const [found] = foundBy('inconsistent-spelling', talks);
    expect(found).toMatchObject({ tag: 'Ｋ8s', identity: 'ドリフトの見張り\nＫ8s', related: [{ line: 8 }] });
  });

  it('says the same in whatever order talks come', () => {
    const words = fc.array(fc.constantFrom('LLM', 'LLMs', 'llm', 'サーバ', 'サーバー', 'ML Ops', 'MLOps'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (rows) => {
        const talks = rows.map((row, at) => factsOf({ line: at * 10, words: row }));
        expect(foundBy('inconsistent-spelling', talks.toReversed())).toEqual(foundBy('inconsistent-spelling', talks));
      }),
    );
  });
});
