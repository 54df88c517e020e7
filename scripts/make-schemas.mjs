#!/usr/bin/env node
// Writes schemas/*.schema.json from the zod schemas of the sources.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from './run-typescript.mjs';

const root = join(import.meta.dirname, '..');
const { jsonSchemas } = await importTypeScript(root, 'src/schema/json-schemas.ts');
mkdirSync(join(root, 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(join(root, 'schemas', name), JSON.stringify(schema));
}
execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', 'schemas'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
