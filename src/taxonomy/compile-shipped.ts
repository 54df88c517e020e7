/** The build's own step: the default taxonomy as it ships. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndex } from '../classify/lexical-index.ts';
import { modelOf } from '../model/file.ts';
import { type PackedModel, packModel } from '../model/packed.ts';
import { type PackedTaxonomy, packTaxonomy } from './packed.ts';
import { readTaxonomy } from './read.ts';
import { TaxonomyError } from './taxonomy-error.ts';

/** Learned for the default taxonomy by scripts/learn.mjs. */
export const MODEL = 'taxonomy/which-part.model.json';

/** `root`: the folder of the package, in which `taxonomy/which-part.yaml` stands. */
export async function compileShipped(root: string): Promise<PackedTaxonomy & { readonly model: PackedModel }> {
  const { taxonomy, findings } = await readTaxonomy('taxonomy/which-part.yaml', { cwd: root, shipped: extendsItself });
  if (taxonomy === undefined || findings.length > 0) throw new TaxonomyError(findings);
  const { tokens } = buildIndex(taxonomy);
  const model = modelOf(readFileSync(join(root, MODEL), 'utf8'), MODEL);
  return { ...packTaxonomy(taxonomy), model: packModel(model, tokens) };
}

function extendsItself(): Promise<never> {
  return Promise.reject(
    new TaxonomyError([{ code: 'circle', files: ['which-part', 'which-part'], severity: 'error' }]),
  );
}
