#!/usr/bin/env node
// Compiles taxonomy/which-part.yaml and what it includes and its model to dist/which-part.*, which the program opens in a few milliseconds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importTypeScript } from './run-typescript.mjs';

export async function compileDefaultTaxonomy(root) {
  const { compileShipped } = await importTypeScript(root, 'src/taxonomy/compile-shipped.ts');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const { head, tables, model } = await compileShipped(root);
  writeFileSync(join(root, 'dist/which-part.json'), head);
  writeFileSync(join(root, 'dist/which-part.tables'), tables);
  writeFileSync(join(root, 'dist/which-part.model'), model.head);
  writeFileSync(join(root, 'dist/which-part.model.tables'), model.tables);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await compileDefaultTaxonomy(join(import.meta.dirname, '..'));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
