import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, type LexicalIndex } from '../../src/classify/lexical-index.ts';
import { packTaxonomy, unpackTaxonomy } from '../../src/taxonomy/packed.ts';
import { keyOf, type LabelSketch, label, taxonomyOf } from '../support/taxonomy.ts';

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
  requires: fc.subarray(['@model', 'モデル', 'model', 'Models']),
  unless: fc.subarray(['監視カメラ', 'snow', 'サーバー', '…']),
});

/** The wordings of co-terms beside their normal forms, where these differ, as compiling gives them. */
const written = (label: typeof sketch extends fc.Arbitrary<infer T> ? T : never): LabelSketch => ({
  ...label,
  ...(isNormal(label.requires) ? {} : { requiresText: label.requires }),
  ...(isNormal(label.unless) ? {} : { unlessText: label.unless }),
});

function isNormal(terms: readonly string[]): boolean {
  return terms.every((term) => term.startsWith('@') || keyOf(term) === term);
}

/** The index with what it says of each label written out. */
function plain(index: LexicalIndex | undefined, labels = 0) {
  const each = <Result>(use: ((label: number) => Result) | undefined) =>
    Array.from({ length: labels }, (_, number) => use?.(number));
  return { ...index, requires: each(index?.requires), unless: each(index?.unless) };
}

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
          expect(plain(index, labelTable?.length)).toEqual(plain(buildIndex(taxonomy), labelTable?.length));
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
