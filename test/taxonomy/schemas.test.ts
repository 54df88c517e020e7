/** schemas/*.json are those of the zod schemas, and every record that the program writes obeys them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/index.ts';
import { reporterNamed } from '../../src/report/index.ts';
import { talkRecord } from '../../src/report/record.ts';
import { jsonSchemas } from '../../src/schema/json-schemas.ts';
import { reportRecordSchema, talkRecordSchema } from '../../src/schema/records.ts';
import type { Talk } from '../../src/talk.ts';
import { taxonomyOf } from '../support/taxonomy.ts';

const SCHEMAS = join(import.meta.dirname, '../../schemas');

const TALKS: readonly Talk[] = [
  { id: 'a', title: 'データドリフトの検知', source: { path: 'a.md', line: 1 } },
  {
    id: 'b',
    title: 'Nothing of note',
    abstract: 'データドリフト and drift',
    keywords: ['drift', 'ドリフト'],
    event: 'OpML',
    year: 2020,
    date: '2020-07-28',
    lang: 'ja',
    track: 'A',
    speakers: ['山田'],
    organisations: ['x'],
    url: 'https://example.org/',
    extra: { room: 'A', seats: 20, online: true },
    declared: ['監視'],
    source: { path: 'b.md', line: 3 },
  },
  { id: 'c', title: '', source: { path: 'c.md', line: 1 } },
];

const TAXONOMY = taxonomyOf({ monitoring: { drift: [{ text: 'データドリフト', weight: 2 }, 'drift'] } });
const tagged = TALKS.map((talk) => createClassifier(TAXONOMY).classify(talk));

describe('schemas', () => {
  it.each(Object.entries(jsonSchemas()))(
    '%s is fresh; when this fails: node scripts/make-schemas.mjs',
    (name, text) => {
      expect(readFileSync(join(SCHEMAS, name), 'utf8')).toBe(text);
    },
  );

  it.each(Object.entries(jsonSchemas()))('%s has one type in each place, as strict validators want it', (_, text) => {
    const lists: unknown[] = [];
    JSON.parse(text, (key, value) => {
      if (key === 'type' && Array.isArray(value)) lists.push(value);
      return value;
    });
    expect(lists).toEqual([]);
  });

  it('are all that the folder holds', () => {
    expect(readdirSync(SCHEMAS).sort()).toEqual(Object.keys(jsonSchemas()).sort());
  });

  it.each(tagged)('hold for the record of talk $id', (talk) => {
    expect(() => talkRecordSchema.parse(JSON.parse(JSON.stringify(talkRecord(talk))))).not.toThrow();
  });

  it('hold for a report', async () => {
    const json = reporterNamed('json');
    if (json.streams) throw new Error('json is one document');
    const text = json.whole(
      {
        summary: {
          files: 3,
          talks: 3,
          tagged: 2,
          untagged: 1,
          review: 0,
          parts: { monitoring: 2 },
          elements: { drift: 2 },
          skipped: 0,
        },
        talks: tagged,
        findings: [
          { code: 'syntax-error', format: 'YAML', reason: '壊れている', path: 'd.yaml', line: 1, column: 2 },
          { code: 'binary-file', path: 'e.md' },
        ],
      },
      { taxonomy: TAXONOMY, toolVersion: '0.0.0', color: 0, width: 80, unicode: true },
    );
    expect(() => reportRecordSchema.parse(JSON.parse(text))).not.toThrow();
  });

  it('refuse what is no record', () => {
    const [first] = tagged;
    if (first === undefined) throw new Error('no talk');
    const record = talkRecord(first);
    for (const wrong of [
      { ...record, schema: 'mlops-tag/talk@2' },
      { ...record, abstract: 'x' },
      { ...record, primary: undefined },
      { ...record, source: { path: 'a.md', line: 0 } },
    ]) {
      expect(talkRecordSchema.safeParse(JSON.parse(JSON.stringify(wrong))).success).toBe(false);
    }
  });
});
