/** The build's own step: the default taxonomy as it ships. */
import { type PackedTaxonomy, packTaxonomy } from './packed.ts';
import { readTaxonomy } from './read.ts';
import { TaxonomyError } from './taxonomy-error.ts';

/** `root`: the folder of the package, in which `taxonomy/which-part.yaml` stands. */
export async function compileShipped(root: string): Promise<PackedTaxonomy> {
  const { taxonomy, findings } = await readTaxonomy('taxonomy/which-part.yaml', { cwd: root, shipped: extendsItself });
  if (taxonomy === undefined || findings.length > 0) throw new TaxonomyError(findings);
  return packTaxonomy(taxonomy);
}

function extendsItself(): Promise<never> {
  return Promise.reject(
    new TaxonomyError([{ code: 'circle', files: ['which-part', 'which-part'], severity: 'error' }]),
  );
}
