import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/classify/normalize.ts';
import { labelKey, labelTokens } from '../../src/classify/tokens.ts';
import { candidatesOf } from '../../src/learn/candidates.ts';

const keys = (text: string): readonly string[] => candidatesOf([[text]], 1).map(({ key }) => key);

describe('candidates', () => {
  it.each<[string, readonly string[]]>([
    ['Training models', ['model', 'train', 'train model']],
    ['training, models', ['model', 'train']],
    ['the state of the art', ['art', 'state']],
    ['a b c 5 42', []],
    ['データドリフトの検知', ['データドリフト', '検知']],
    ['ﾃﾞｰﾀﾄﾞﾘﾌﾄ', ['デタドリフト']],
    ['サーバーとサーバ', ['サバ']],
    ['機械学習基盤', ['基盤', '学習', '機械']],
    ['機械学習', ['学習', '機械', '機械学習']],
    ['イ', []],
    ['GPU上のモデル', ['gpu', 'モデル']],
    ['アイウエオカキクケコサシスセ', []],
    ['', []],
  ])('%j', (text, expected) => {
    const wanted = expected.map((key) => normalize(key).text);
    expect(keys(text)).toEqual(wanted.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('counts talks, not mentions, and shows the commonest wording', () => {
    const talks = [['Models, models, models'], ['A model'], ['その MODELS', 'models'], ['モデル'], ['モデル']];
    expect(candidatesOf(talks, 2)).toEqual([
      { key: 'model', word: 'models', talks: 3 },
      { key: 'モデル', word: 'モデル', talks: 2 },
    ]);
    expect(candidatesOf(talks, 3).map(({ key }) => key)).toEqual(['model']);
  });

  it('does not depend on the order of the talks', () => {
    const talks = [['Models of drift'], ['model drift'], ['モデル監視'], ['ﾓﾃﾞﾙ監視'], ['モデルの監視']];
    expect(candidatesOf(talks.toReversed(), 1)).toEqual(candidatesOf(talks, 1));
  });

  it('gives keys that can be matched, each once, sorted, and words in one line', () => {
    const text = fc.array(
      fc.constantFrom('Drift', 'of', 'naïve', ' ', '\n', ',', 'モデル', 'サーバー', '監視', 'ﾄﾞ', '々', '5g'),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const found = candidatesOf([[parts.join('')]], 1);
        const tokens = found.map(({ key }) => labelTokens(key).join(' '));
        expect(new Set(tokens).size).toBe(found.length);
        expect(found.map(({ key }) => key)).toEqual([...new Set(found.map(({ key }) => key))].sort());
        for (const { key, word } of found) {
          expect(word).toMatch(/^[^\n\r]+$/);
          expect(labelKey(normalize(word).text)).toBe(key);
        }
      }),
    );
  });
});

describe('the wording of a candidate', () => {
  it('has the key that it is kept under, else a model that writes it could not be read', () => {
    const text = fc.array(
      fc.constantFrom('㍿', '株式', '㌔', 'メートル', 'ﬁne', 'ﾓﾃﾞﾙ', "model's", ' ', 'ー', '㈱監視', 'Café'),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        for (const { key, word } of candidatesOf([[pieces.join('')]], 1))
          expect([word, labelKey(normalize(word).text)]).toEqual([word, key]);
      }),
    );
    expect(candidatesOf([['㍿の話'], ['株式の話']], 1).map(({ key, word }) => [key, word])).toContainEqual([
      '株式',
      '株式',
    ]);
  });

  it('is none where it is data, not a word', () => {
    expect(candidatesOf([[`drift ${'a'.repeat(201)} 監視`]], 1).map(({ word }) => word)).toEqual(['drift', '監視']);
  });
});
