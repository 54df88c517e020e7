/** The table of formats of `coverage`. */
import { coverageCsv, coverageCsvRows } from './csv.ts';
import { coverageWideCsv } from './csv-wide.ts';
import type { CoverageReporter, PiecewiseReporter } from './document.ts';
import type { CoverageFormat } from './formats.ts';
import { coverageJson, coverageJsonPieces } from './json.ts';
import { coverageSvg } from './map/svg-report.ts';
import { coverageMap } from './map/terminal.ts';
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
    case 'map':
      return coverageMap;
    case 'svg':
      return coverageSvg;
    case 'json':
      return coverageJson;
    case 'html':
      return (await import('./html/index.ts')).coverageHtml;
  }
}

/** The same reports in pieces: those that grow with the number of groups, group by group. */
export async function piecewiseReporter(format: CoverageFormat): Promise<PiecewiseReporter> {
  if (format === 'csv') return coverageCsvRows;
  if (format === 'json') return coverageJsonPieces;
  const render = await coverageReporter(format);
  return (report, context) => [render(report, context)];
}
