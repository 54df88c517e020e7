/** Whole maps, a folder a situation: UPDATE=1 rewrites what is expected; look at the pictures before they are committed. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageReporter } from '../../src/report/coverage/index.ts';
import { loadTaxonomy } from '../../src/taxonomy/load.ts';
import { type PartSketch, type ReportSketch, reportFrom, taxonomyFrom } from './coverage-map-support.ts';
import { contextOf } from './support.ts';

interface Case extends ReportSketch {
  /** The shipped taxonomy where there is none. */
  readonly parts?: readonly PartSketch[];
  /** Widths of terminals that show it. */
  readonly widths: readonly number[];
}

const ROOT = join(import.meta.dirname, '../golden/coverage-map');

function expectGolden(path: string, actual: string): void {
  if (process.env.UPDATE === '1') writeFileSync(path, actual);
  expect(existsSync(path), `${path} is missing; UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe.each(readdirSync(ROOT))('map %s', (name) => {
  const folder = join(ROOT, name);
  const input: Case = JSON.parse(readFileSync(join(folder, 'input.json'), 'utf8'));

  it('is what it was', async () => {
    const title = { en: 'Which part?', ja: 'どの辺?' };
    const taxonomy = input.parts === undefined ? await loadTaxonomy() : taxonomyFrom(input.parts, title);
    const report = reportFrom(taxonomy, input);
    const svg = await coverageReporter('svg');
    const map = await coverageReporter('map');
    expectGolden(join(folder, 'expected.svg'), svg(report, contextOf({ taxonomy })));
    for (const width of input.widths) {
      expectGolden(join(folder, `expected.${width}.txt`), map(report, contextOf({ taxonomy, width })));
      const plain = contextOf({ taxonomy, width, unicode: false });
      if (width === input.widths[0]) expectGolden(join(folder, `expected.${width}.ascii.txt`), map(report, plain));
    }
  });
});
