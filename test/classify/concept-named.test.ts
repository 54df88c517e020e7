import { beforeAll, describe, expect, it } from 'vitest';
import { conceptNamed } from '../../src/classify/declared.ts';
import { loadTaxonomy } from '../../src/taxonomy/load.ts';
import type { Taxonomy } from '../../src/taxonomy/types.ts';

let shipped: Taxonomy;

beforeAll(async () => {
  shipped = await loadTaxonomy();
});

describe('a name', () => {
  it.each([
    ['drift', 'drift'],
    ['Model Monitoring', 'model-monitoring'],
    ['データドリフト', 'drift'],
    ['特徴量ストア', 'feature-store'],
    ['feature_store', 'feature-store'],
    ['料理', undefined],
    ['', undefined],
    ['!!', undefined],
  ])('%s', (name, id) => {
    expect(conceptNamed(name, shipped)).toBe(id);
  });

  it('is the same by the tables of the matcher as by all labels', () => {
    const { index: _index, ...bare } = shipped;
    const names = shipped.concepts.flatMap(({ labels }) =>
      labels.filter((_, i) => i % 7 === 0).map(({ text }) => text),
    );
    expect(names.length).toBeGreaterThan(3000);
    for (const name of names) expect([name, conceptNamed(name, shipped)]).toEqual([name, conceptNamed(name, bare)]);
  });
});
