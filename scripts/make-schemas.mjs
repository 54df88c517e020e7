#!/usr/bin/env node
// Writes schemas/*.schema.json from the zod schemas of the sources.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from './run-typescript.mjs';

const root = join(import.meta.dirname, '..');
const { jsonSchemas } = await importTypeScript(root, 'src/schema/json-schemas.ts');
mkdirSync(join(root, 'schemas'), { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(root, 'schemas', name), text);
