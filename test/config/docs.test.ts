/** What docs/configuration.md shows is a config without a mistake, by the program and by the schema that editors read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { configOf } from '../../src/config/read.ts';
import { TALK_FIELDS } from '../../src/sources/aliases.ts';
import { ROOT } from '../support/run.ts';

const DOCS = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');
const SCHEMA: unknown = JSON.parse(readFileSync(join(ROOT, 'schemas/config.schema.json'), 'utf8'));

function blocks(language: string): readonly string[] {
  return [...DOCS.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);
}

/** The schema as a validator: what it accepts must not depend on the code it was made from. */
const validator = z.fromJSONSchema(z.record(z.string(), z.json()).parse(SCHEMA));

describe('docs/configuration.md', () => {
  const yaml = blocks('yaml');

  it.each(yaml)('%s', (text) => {
    expect(() => configOf('mlops-tag.config.yaml', text)).not.toThrow();
    expect(validator.safeParse(parse(text)).error).toBeUndefined();
  });

  it.each(blocks('json'))('%s', (text) => {
    const file = text.includes('"mlops-tag":') ? 'package.json' : 'mlops-tag.config.json';
    expect(() => configOf(file, text)).not.toThrow();
  });

  it('shows every key', () => {
    const shown = new Set(yaml.flatMap((text) => Object.keys(parse(text))));
    const keys = Object.keys(z.object({ properties: z.record(z.string(), z.unknown()) }).parse(SCHEMA).properties);
    expect(keys.filter((key) => key !== '$schema' && !shown.has(key))).toEqual([]);
  });

  it('names every field', () => {
    expect(TALK_FIELDS.filter((field) => !DOCS.includes(`\`${field}\``))).toEqual([]);
  });
});

describe('the schema', () => {
  it.each([
    { exlude: [] },
    { rules: { 'missing-tags': '警告' } },
    { rules: { 'no-such-rule': 'off' } },
    { declared: { key: '分類', as: 'jp' } },
    { thresholds: { tags: 0 } },
    { overrides: [{ files: '発表/**' }] },
  ])('refuses %j', (config) => {
    expect(validator.safeParse(config).success).toBe(false);
  });
});
