import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/classify/lexical-index.ts';
import { Matcher } from '../../src/classify/match.ts';
import { sourceEnd, sourceStart } from '../../src/classify/normalize.ts';
import { buildWordTable } from '../../src/classify/words.ts';
import { candidatesOf } from '../../src/learn/candidates.ts';
import { keyOf, taxonomyOf } from '../support/taxonomy.ts';

const TAXONOMY = taxonomyOf({ 監視: { drift: ['data drift', 'データドリフト'] } });
const INDEX = buildIndex(TAXONOMY);
const LABELS = TAXONOMY.concepts.flatMap(({ labels }) => labels);

/** The learned words in a text, as the text writes them. */
function found(text: string, words: readonly string[]): readonly string[] {
  const matcher = new Matcher(INDEX, LABELS, buildWordTable(words.map(keyOf), INDEX.tokens));
  const { normal, words: hits } = matcher.match(text);
  return hits.map(
    ({ word, start, end }) => `${words[word]}=${text.slice(sourceStart(normal, start), sourceEnd(normal, end))}`,
  );
}

describe('learned words', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['Hamsters run', ['hamster'], ['hamster=Hamsters']],
    [
      'fluffy hamsters',
      ['fluffy hamster', 'hamster', 'fluffy'],
      ['fluffy=fluffy', 'fluffy hamster=fluffy hamsters', 'hamster=hamsters'],
    ],
    ['fluffy, hamsters', ['fluffy hamster'], []],
    ['data drift', ['drift', 'data'], ['data=data', 'drift=drift']],
    ['hamsterdam', ['hamster'], []],
    ['ハムスターの回し車', ['ハムスター', '回し車'], ['ハムスター=ハムスター', '回し車=回し車']],
    ['ハムスターケージ', ['ハムスター'], []],
    ['ﾊﾑｽﾀｰの話', ['ハムスター'], ['ハムスター=ﾊﾑｽﾀｰ']],
    ['ガラス張り'.normalize('NFD'), ['ガラス'], [`ガラス=${'ガラス'.normalize('NFD')}`]],
    ['モデル監視基盤', ['監視', '監視基盤'], ['監視=監視', '監視基盤=監視基盤']],
    ['', ['監視'], []],
  ])('%j', (text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });

  it('leaves what the vocabulary finds as it is', () => {
    const text = 'Data drift and データドリフト';
    const [without, beside] = [
      new Matcher(INDEX, LABELS),
      new Matcher(INDEX, LABELS, buildWordTable(['drift', '監視'], INDEX.tokens)),
    ];
    expect(beside.match(text).hits).toEqual(without.match(text).hits);
    expect(without.match(text).words).toEqual([]);
  });

  it('finds every candidate in the text that it was cut from', () => {
    const piece = fc.constantFrom(
      'Drift',
      'models',
      ' ',
      ' of ',
      ', ',
      'データ',
      'ドリフト',
      'サーバー',
      '監視',
      '学習',
      'ﾄﾞ',
      'の',
      '々',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const keys = candidatesOf([[text]], 1).map(({ key }) => key);
        const matcher = new Matcher(INDEX, LABELS, buildWordTable(keys, INDEX.tokens));
        expect([...new Set(matcher.match(text).words.map(({ word }) => word))].sort((a, b) => a - b)).toEqual([
          ...keys.keys(),
        ]);
      }),
    );
  });
});
