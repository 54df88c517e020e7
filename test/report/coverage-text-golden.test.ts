/** Whole outputs, a folder a situation: UPDATE=1 rewrites what is expected; read the difference before it is committed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoverageFormat } from '../../src/report/coverage/formats.ts';
import { coverageReporter } from '../../src/report/coverage/index.ts';
import { CASES } from './coverage-text-cases.ts';

const ROOT = join(import.meta.dirname, '../golden/coverage-report');

const ENDINGS: Partial<Record<CoverageFormat, string>> = {
  pretty: 'pretty.txt',
  markdown: 'markdown.md',
  csv: 'long.csv',
  'csv-wide': 'wide.csv',
  json: 'report.json',
};

describe.each(Object.entries(CASES))('golden %s', (name, { report, context, files = [] }) => {
  it.each(['pretty', 'markdown', ...files] as const)('%s', async (format) => {
    const reporter = await coverageReporter(format);
    const actual = reporter(report, context);
    const path = join(ROOT, name, ENDINGS[format] ?? format);
    if (process.env.UPDATE === '1') {
      mkdirSync(join(ROOT, name), { recursive: true });
      writeFileSync(path, actual);
    }
    expect(existsSync(path), `${path} is missing; UPDATE=1 writes it`).toBe(true);
    expect(actual).toBe(readFileSync(path, 'utf8'));
  });
});
