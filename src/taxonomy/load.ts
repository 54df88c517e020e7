/** Gives a taxonomy to who asks: the shipped one, quickly, or one from a file. */
import { accessSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Model } from '../classify/model.ts';
import { unpackModel } from '../model/packed.ts';
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
  /** Path of a model to judge by; `none` for none; when absent the one that ships, where it fits. */
  readonly model?: string;
}

/** What `model` is called where there is to be none. */
export const NO_MODEL = 'none';

/**
 * The taxonomy at `path` (YAML or JSON), or the one that ships when there is no path or the path is `which-part`; with its model.
 * Throws a `TaxonomyError` that shows every mistake with its line, and a `UsageError` for a model that cannot be read or does not fit.
 */
export async function loadTaxonomy(path: string = SHIPPED, { cwd, model }: LoadOptions = {}): Promise<Taxonomy> {
  const taxonomy = await load(path, cwd);
  if (model === undefined) return withShippedModel(taxonomy);
  if (model === NO_MODEL) return taxonomy;
  const [{ readModel }, { withModel }] = await Promise.all([import('../model/read.ts'), import('../model/fit.ts')]);
  return withModel(taxonomy, await readModel(model, cwd ?? ''), model);
}

async function load(path: string, cwd: string | undefined): Promise<Taxonomy> {
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

/** Opens what the build compiled; 30,000 labels in about the time of reading two files, which wait for nobody and so are read at once. */
export async function loadShipped(): Promise<Taxonomy> {
  return firstOf(COMPILED, (folder) =>
    unpackTaxonomy({
      head: readFileSync(new URL('which-part.json', folder), 'utf8'),
      tables: readFileSync(new URL('which-part.tables', folder)),
    }),
  );
}

/** The model that ships, where it knows no element that the taxonomy lacks. */
async function withShippedModel(taxonomy: Taxonomy): Promise<Taxonomy> {
  const tokens = taxonomy.id === SHIPPED ? taxonomy.index?.tokens : undefined;
  if (tokens !== undefined) return { ...taxonomy, model: openModel(tokens) };
  const { unknownElements } = await import('../model/fit.ts');
  const { table: _table, ...model } = openModel([]);
  return unknownElements(model, taxonomy).length > 0 ? taxonomy : { ...taxonomy, model };
}

/** The model that ships, for who learns on top of it. */
export function shippedModel(): Model {
  const { table: _table, ...model } = openModel([]);
  return model;
}

function openModel(tokens: readonly string[]): Model {
  return firstOf(COMPILED, (folder) =>
    unpackModel(
      {
        head: readFileSync(new URL('which-part.model', folder), 'utf8'),
        tables: readFileSync(new URL('which-part.model.tables', folder)),
      },
      tokens,
    ),
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
