// Imports a module of src/ in a script: Node.js 20 does not read TypeScript by itself.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export async function importTypeScript(root, entry) {
  const folder = join(root, 'node_modules/.cache/mlops-tag');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${entry.replace(/\W/g, '-')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  return await import(pathToFileURL(outfile).href);
}
