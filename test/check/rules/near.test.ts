import { describe, expect, it } from 'vitest';
import { nearTo } from '../../../src/check/near.ts';
import type { RuleContext } from '../../../src/check/rules/types.ts';
import { CONTEXT } from './support.ts';

describe('nearTo', () => {
  it.each([
    ['drfit', 'drift', true],
    ['drit', 'drift', true],
    ['monitorng', 'monitoring', true],
    ['feature_stroe', 'feature-store', true],
    ['explainabilty', 'explainability', true],
    ['odrift', 'drift', false],
    ['データドリフド', 'drift', true],
    ['データドリスト', 'drift', true],
    ['データ検正', 'data-quality', false],
    ['監規・運用', 'monitoring', false],
    ['データ準備室', 'data-preparation', false],
  ])('%s: %s, beyond doubt: %s', (word, concept, certain) => {
    expect(CONTEXT.conceptNamed(word)).toBeUndefined();
    expect(nearTo(word, CONTEXT)).toMatchObject({ concept, certain });
  });

  it.each(['', '—', 'xq', 'なぞの話', 'blockchain', '🙂🙂🙂🙂', 'a'.repeat(100_000)])(
    'finds nothing near to %.20s',
    (word) => {
      expect(nearTo(word, CONTEXT)).toBeUndefined();
    },
  );

  it.each([
    ['two as near', 'servang', ['serving', 'servung'], false],
    ['one nearly as near', 'servang', ['serving', 'servants'], false],
    ['one alone', 'servang', ['serving', 'storage'], true],
    ['two slips in a short word', 'drfti', ['drift'], false],
    ['two slips in a long one', 'depolymnet', ['deployment'], false],
    ['two slips, letter by letter', 'deplomentt', ['deployment'], true],
    ['another digit', 'llama-2', ['llama-3'], false],
    ['別の漢字', '特徴量基板', ['特徴量基盤'], false],
    ['かなの書き間違い', 'モニタリンク', ['モニタリング'], true],
    ['前に付く字', '未モニタリング', ['モニタリング'], false],
    ['another short word', 'draft', ['drift'], false],
    ['a prefix', 'unsupervised', ['supervised'], false],
  ])('%s', (_, word, names, certain) => {
    expect(nearTo(word, knowing(names))?.certain === true).toBe(certain);
  });
});

/** Names that are each a concept of their own. */
function knowing(names: readonly string[]): RuleContext {
  return { ...CONTEXT, names, conceptNamed: (name) => (names.includes(name) ? name : undefined) };
}
