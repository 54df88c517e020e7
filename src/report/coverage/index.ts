/** The table of formats of `coverage`. */
import { coverageCsv } from './csv.ts';
import { coverageWideCsv } from './csv-wide.ts';
import type { CoverageReporter } from './document.ts';
import type { CoverageFormat } from './formats.ts';
import { coverageJson } from './json.ts';
import { coverageMarkdown } from './markdown.ts';
import { coveragePretty } from './pretty.ts';

/** Loaded when a run asks for it: charts and the page are large. */
export async function coverageReporter(format: CoverageFormat): Promise<CoverageReporter> {
  switch (format) {
    case 'pretty':
      return coveragePretty;
    case 'markdown':
      return coverageMarkdown;
    case 'csv':
      return coverageCsv;
    case 'csv-wide':
      return coverageWideCsv;
    case 'json':
      return coverageJson;
    default:
      return coverageJson;
  }
}
