import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/index.ts';
import { buildIndex } from '../../src/classify/lexical-index.ts';
import { buildWordTable } from '../../src/classify/words.ts';
import { modelOf } from '../../src/model/file.ts';
import { packModel, unpackModel } from '../../src/model/packed.ts';
import { loadTaxonomy, shippedModel } from '../../src/taxonomy/load.ts';
import { ROOT } from '../support/run.ts';
import { taxonomyOf } from '../support/taxonomy.ts';
import { anyModel, modelFor } from './support.ts';

const TOKENS = buildIndex(taxonomyOf({ 部: { drift: ['data drift', 'データドリフト'] } })).tokens;

describe('packed model', () => {
  it('opens to what was packed, with the table of its words', () => {
    fc.assert(
      fc.property(anyModel, fc.constantFrom(TOKENS, []), (model, tokens) => {
        const { table, ...opened } = unpackModel(packModel(model, tokens), tokens);
        expect(opened).toEqual(model);
        expect(table).toEqual(buildWordTable(model.words.keys, tokens));
      }),
    );
  });

  it('opens from bytes that begin anywhere', () => {
    const model = modelFor(['drift'], { ドリフト: ['ドリフト', { drift: 1.5 }] });
    const { head, tables } = packModel(model, TOKENS);
    const shifted = new Uint8Array(tables.length + 1);
    shifted.set(tables, 1);
    expect(unpackModel({ head, tables: shifted.subarray(1) }, TOKENS)).toEqual(unpackModel({ head, tables }, TOKENS));
  });
});

describe('the model that ships', () => {
  it('judges from its tables as it does from its file', async () => {
    const text = readFileSync(join(ROOT, 'taxonomy/which-part.model.json'), 'utf8');
    expect(shippedModel()).toEqual(modelOf(text, 'x'));
    const taxonomy = await loadTaxonomy();
    expect(taxonomy.model?.table).toBeDefined();
    const [packed, plain] = [createClassifier(taxonomy), createClassifier(taxonomy, { model: modelOf(text, 'x') })];
    const source = { path: 'a.md', line: 1 };
    for (const title of ['Data drift in production', 'データドリフトと監視の話', 'A feature store for everyone', '']) {
      const talk = { id: 'a', title, abstract: 'We monitor models. 生成AIの評価をします。', source };
      expect(packed.explain(talk)).toEqual(plain.explain(talk));
    }
  });
});
