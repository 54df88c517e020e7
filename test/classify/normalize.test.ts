import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, sourceEnd, sourceStart } from '../../src/classify/normalize.ts';

describe('normalize', () => {
  it.each([
    ['', ''],
    ['Feature STORE', 'feature store'],
    ['ＭＬＯｐｓ　２０２０', 'mlops 2020'],
    ['ﾃﾞｰﾀﾄﾞﾘﾌﾄ', 'デタドリフト'],
    ['サーバー', 'サバ'],
    ['サーバ', 'サバ'],
    ['ハイパーパラメータ', 'ハイパパラメタ'],
    ['て\u3099ーた', 'でーた'],
    ['モテ\u3099ル', 'モデル'],
    ['⾒⽅', '見方'],
    ['⻑い⻄⻘⺠', '長い西青民'],
    ['①㍻', '1平成'],
    ['㌃㌀', 'アルアパト'],
    ['ターﾞ', 'ター\u3099'],
    ['Café', 'café'],
    ['Cafe\u0301', 'café'],
    ['İstanbul', 'i̇stanbul'],
    ['ー', 'ー'],
    ['🚀 モデル', '🚀 モデル'],
  ])('%j becomes %j', (source, text) => {
    expect(normalize(source).text).toBe(text);
  });

  it.each([
    ['ﾃﾞｰﾀﾄﾞﾘﾌﾄ検知', 'ドリフト', 'ﾄﾞﾘﾌﾄ'],
    ['㍿モデル', '会社', '㍿'],
    ['本番サーバーへ', 'サバ', 'サーバー'],
    ['テ\u3099ータの品質', 'デタ', 'テ\u3099ータ'],
    ['“Model drift”', 'drift', 'drift'],
  ])('in %j the normal %j is the source’s %j', (source, wanted, expected) => {
    const normal = normalize(source);
    const at = normal.text.indexOf(wanted);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(source.slice(sourceStart(normal, at), sourceEnd(normal, at + wanted.length))).toBe(expected);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'aZ 9データドリフト検知サーバーﾃﾞ゙が⾒①é🚀\n、。-') }),
  );

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(text, (source) => {
        const once = normalize(source).text;
        expect(normalize(once).text).toBe(once);
      }),
    );
  });

  it('keeps a way back that never leaves the source or runs backwards', () => {
    fc.assert(
      fc.property(text, (source) => {
        const normal = normalize(source);
        let last = 0;
        for (let i = 0; i < normal.text.length; i++) {
          const start = sourceStart(normal, i);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(sourceEnd(normal, i + 1)).toBeGreaterThan(start);
          expect(sourceEnd(normal, i + 1)).toBeLessThanOrEqual(source.length);
          last = start;
        }
      }),
    );
  });
});
