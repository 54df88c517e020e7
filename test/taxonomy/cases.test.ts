/** A folder a situation: the taxonomy, and what `taxonomy validate` says of it. UPDATE=1 writes the answers anew. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTaxonomy } from './run.ts';

const CASES = join(import.meta.dirname, 'cases');

describe('taxonomy validate', () => {
  it.each(readdirSync(CASES).sort())('%s', async (situation) => {
    const folder = join(CASES, situation);
    const file = existsSync(join(folder, 'taxonomy.json')) ? 'taxonomy.json' : 'taxonomy.yaml';
    const { stdout, error, exitCode } = await runTaxonomy(['validate', file], folder);
    const said = `${stdout}${error === undefined ? '' : `${error}\n`}exit ${exitCode}\n`;
    const expected = join(folder, 'expected.txt');
    if (process.env['UPDATE'] === '1') writeFileSync(expected, said);
    expect(said).toBe(readFileSync(expected, 'utf8'));
  });
});
