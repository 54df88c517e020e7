/** A taxonomy from text, by way of files in a folder of the test's own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadTaxonomy, readTaxonomy } from '../../src/taxonomy/read.ts';
import type { Taxonomy } from '../../src/taxonomy/types.ts';

/** `files`: name → text; `taxonomy.yaml` is the one read. */
export async function readFiles(files: Readonly<Record<string, string>>, shipped?: Taxonomy): Promise<ReadTaxonomy> {
  const cwd = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    return await readTaxonomy('taxonomy.yaml', {
      cwd,
      shipped: () => (shipped === undefined ? Promise.reject(new Error('not asked for')) : Promise.resolve(shipped)),
    });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The same, for a taxonomy without a mistake. */
export async function readSound(files: Readonly<Record<string, string>>, shipped?: Taxonomy): Promise<Taxonomy> {
  const { taxonomy, findings } = await readFiles(files, shipped);
  if (taxonomy === undefined || findings.length > 0) throw new Error(JSON.stringify(findings, null, 2));
  return taxonomy;
}

export function conceptOf(taxonomy: Taxonomy, id: string): Taxonomy['concepts'][number] {
  const concept = taxonomy.concepts.find((candidate) => candidate.id === id);
  if (concept === undefined) throw new Error(`no concept ${id}`);
  return concept;
}
