/** The model that ships is the taxonomy's own, and as good as it is said to be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../src/model/file.ts';
import { unknownElements } from '../../src/model/fit.ts';
import { loadTaxonomy } from '../../src/taxonomy/load.ts';
import { ROOT } from '../support/run.ts';

const model = modelOf(readFileSync(join(ROOT, 'taxonomy/which-part.model.json'), 'utf8'), 'which-part.model.json');
const gold = readFileSync(join(ROOT, 'corpus/gold.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): { readonly blind?: boolean; readonly text?: string; readonly title?: string } => JSON.parse(line));

describe('the model that ships', () => {
  it('was learned with the taxonomy as it stands, and knows all its elements', async () => {
    const taxonomy = await loadTaxonomy();
    expect(model.taxonomy.hash, 'learn it again: npm run learn').toBe(taxonomy.hash);
    expect(unknownElements(model, taxonomy)).toEqual([]);
    expect(model.elements).toHaveLength(35);
  });

  it('is measured on the talks that the vocabulary was not written on, and learned from the others too', () => {
    expect(model.learned.talks).toBe(gold.filter(({ blind }) => blind === true).length);
    expect(model.learned.practice).toBe(gold.filter(({ blind }) => blind !== true).length + 600);
  });

  it.each([
    ['en', 'micro', 0.72],
    ['en', 'macro', 0.6],
    ['en', 'primary', 0.7],
    ['en', 'untagged', 0.76],
    ['ja', 'micro', 0.64],
    ['ja', 'parts', 0.74],
  ])('%s %s is %d or better, cross-validated', (lang, figure, least) => {
    expect(model.crossValidated.languages[lang]?.[figure]).toBeGreaterThanOrEqual(least);
  });

  it('has a calibration error of 0.06 at most in English', () => {
    expect(model.crossValidated.languages['en']?.['ece']).toBeLessThanOrEqual(0.06);
  });

  it('comes with ids and labels, and none of the texts', () => {
    expect(gold).toHaveLength(2078);
    expect(gold.filter(({ text, title }) => text !== undefined || title !== undefined)).toEqual([]);
  });
});
