import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/classify/lexical-index.ts';
import { packTaxonomy, unpackTaxonomy } from '../../src/taxonomy/packed.ts';
import { type LabelSketch, label, taxonomyOf } from '../support/taxonomy.ts';

const sketch = fc.record({
  text: fc.constantFrom(
    'drift',
    'data drift',
    'RAG',
    'データドリフト',
    '監視',
    'モデルの監視\n',
    '"引用"',
    '😀 ドリフト',
    '!?',
  ),
  lang: fc.constantFrom('en', 'ja'),
  role: fc.constantFrom('pref' as const, 'alt' as const, 'hidden' as const),
  kind: fc.constantFrom('term' as const, 'product' as const),
  weight: fc.constantFrom(0.3, 0.5, 1, 1.5, 2),
  case: fc.boolean(),
  match: fc.constantFrom('word' as const, 'substring' as const),
  general: fc.boolean(),
  requires: fc.subarray(['@model', 'モデル', 'model']),
  unless: fc.subarray(['監視カメラ', 'snow']),
  writtenTerms: fc.boolean(),
});

const written = ({ writtenTerms, ...label }: typeof sketch extends fc.Arbitrary<infer T> ? T : never): LabelSketch => ({
  ...label,
  ...(writtenTerms ? { requiresText: ['Models', 'モデル'], unlessText: ['サーバー'] } : {}),
});

describe('packed taxonomy', () => {
  it('opens to what was packed, tables and all', () => {
    fc.assert(
      fc.property(
        fc.array(sketch.map(written)),
        fc.array(sketch.map(written)),
        fc.array(sketch.map(written)),
        (one, two, domain) => {
          const taxonomy = taxonomyOf(
            { 'part-a': { drift: one, 監視: two }, 'part-b': {} },
            { domain, contexts: { model: ['model', 'モデル'] } },
          );
          const { index, labelTable, ...opened } = unpackTaxonomy(packTaxonomy(taxonomy));
          expect(opened).toEqual(taxonomy);
          expect(index).toEqual(buildIndex(taxonomy));
          expect(labelTable?.length).toBe(one.length + two.length + domain.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('opens labels by number, and none beyond', () => {
    const { labelTable } = unpackTaxonomy(
      packTaxonomy(taxonomyOf({ part: { drift: ['drift', 'データドリフト'] } }, { domain: ['機械学習'] })),
    );
    expect([0, 1, 2, 3, -1].map((number) => labelTable?.at(number)?.text)).toEqual([
      'drift',
      'データドリフト',
      '機械学習',
      undefined,
      undefined,
    ]);
    expect(labelTable?.at(1)).toEqual(label('データドリフト'));
  });
});
