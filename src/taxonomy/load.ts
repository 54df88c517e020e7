/** Gives a taxonomy to who asks: the shipped one, quickly, or one from a file. */
import { accessSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unpackTaxonomy } from './packed.ts';
import type { Taxonomy } from './types.ts';

/** The name of the taxonomy that ships with the program. */
export const SHIPPED = 'which-part';

/** The folders that may hold the compiled taxonomy: the bundle's, the one above its chunks, or seen from the sources. */
const COMPILED = ['./', '../', '../../dist/'];
const WRITTEN = ['../', '../../'];

export interface LoadOptions {
  /** What a relative path starts from; the working folder of the process when absent. */
  readonly cwd?: string;
}

/**
 * The taxonomy at `path` (YAML or JSON), or the one that ships when there is no path or the path is `which-part`.
 * Throws a `TaxonomyError` that shows every mistake with its line.
 */
export async function loadTaxonomy(path: string = SHIPPED, { cwd }: LoadOptions = {}): Promise<Taxonomy> {
  if (path === SHIPPED) return loadShipped();
  const { readTaxonomy } = await import('./read.ts');
  const { taxonomy, findings } = await readTaxonomy(path, {
    shipped: loadShipped,
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (taxonomy !== undefined && findings.length === 0) return taxonomy;
  const { TaxonomyError } = await import('./taxonomy-error.ts');
  throw new TaxonomyError(findings);
}

/** Opens what the build compiled; 10,000 labels in about the time of reading three files, which wait for nobody and so are read at once. */
export async function loadShipped(): Promise<Taxonomy> {
  return firstOf(COMPILED, (folder) =>
    unpackTaxonomy({
      head: readFileSync(new URL('which-part.json', folder), 'utf8'),
      labels: readFileSync(new URL('which-part.labels', folder)),
      tables: readFileSync(new URL('which-part.tables', folder)),
    }),
  );
}

/** The path of the file in which people read and change the taxonomy that ships. */
export async function shippedSource(): Promise<string> {
  return firstOf(WRITTEN, (folder) => {
    const url = new URL('taxonomy/which-part.yaml', folder);
    accessSync(url);
    return fileURLToPath(url);
  });
}

function firstOf<Result>(folders: readonly string[], use: (folder: URL) => Result): Result {
  for (const folder of folders) {
    try {
      return use(new URL(folder, import.meta.url));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error('a file of the package is missing; from the sources: npm run build');
}
