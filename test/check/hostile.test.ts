/** Files that are broken or meant to harm: each is told by a finding on the line where somebody would mend it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applyDisables } from '../../src/check/disables.ts';
import { FileChecker } from '../../src/check/file.ts';
import { RULE_IDS } from '../../src/check/rules/ids.ts';
import type { RuleFinding } from '../../src/check/types.ts';
import { createClassifier } from '../../src/classify/index.ts';
import { visibleLine } from '../../src/report/text.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/hostile');
const TALKS = join(FOLDER, 'talks');

const placed = z.strictObject({ rule: z.enum(RULE_IDS), line: z.int().positive() });
type Placed = z.output<typeof placed>;

/** What stands at which line; of invalid-file and missing-title all, of other rules some. */
const expected = new Map(
  Object.entries(
    z.record(z.string(), z.array(placed).min(1)).parse(JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'))),
  ),
);

/** Rules about what is read rather than about tags: what they say is expected in full. */
const READING: readonly string[] = ['invalid-file', 'missing-title'];

const taxonomy = taxonomyOf({
  monitoring: { drift: ['data drift', 'ドリフト'] },
  data: { 'feature-store': ['feature store'] },
});
const checker = new FileChecker(
  createClassifier(taxonomy),
  { declared: { key: 'mlops', as: 'id' }, suggest: 0.8, maxTags: 5 },
  {},
);

async function findingsIn(name: string): Promise<readonly RuleFinding[]> {
  const file = await checker.file({ path: name, file: join(TALKS, name), named: false });
  const { kept, unused } = applyDisables(file.findings, file.disables, new Set(RULE_IDS));
  return [...kept, ...unused];
}

const names = readdirSync(TALKS).sort();
const found = new Map<string, readonly RuleFinding[]>();

beforeAll(async () => {
  for (const name of names) found.set(name, await findingsIn(name));
});

test('every file is expected to be told, and there are more than a hundred', () => {
  expect([...expected.keys()].sort()).toEqual(names);
  expect(names.length).toBeGreaterThan(100);
});

describe.each(names)('%s', (name) => {
  const places = (): readonly Placed[] => (found.get(name) ?? []).map(({ rule, line }) => ({ rule, line }));
  const wanted = expected.get(name) ?? [];

  test('is told on the right line', () => {
    const read = (one: Placed): boolean => READING.includes(one.rule);
    expect(places().filter(read)).toEqual(wanted.filter(read));
    expect(places()).toEqual(expect.arrayContaining(wanted));
  });

  test('is told in words that a terminal can show', () => {
    for (const { message, tag = '' } of found.get(name) ?? []) {
      expect(message).not.toBe('');
      expect(visibleLine(`${message} ${tag}`)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });
});

test('nothing is inherited by what a file calls __proto__', () => {
  expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
});
