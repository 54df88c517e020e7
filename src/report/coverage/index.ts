/** The table of formats of `coverage`. */
import { csvWithoutCommands, jsonWithoutCommands, withoutCommands, xmlWithoutCommands } from '../check/commands.ts';
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
  const [render, harmless] = [await reporterOf(format), harmlessIn(format)];
  return (report, context) => harmless(render(report, context));
}

/** The same reports in pieces: those that grow with the number of groups, group by group. */
export async function piecewiseReporter(format: CoverageFormat): Promise<PiecewiseReporter> {
  const [render, harmless] = [await piecesOf(format), harmlessIn(format)];
  return function* (report, context) {
    for (const piece of render(report, context)) yield harmless(piece);
  };
}

async function piecesOf(format: CoverageFormat): Promise<PiecewiseReporter> {
  if (format === 'csv') return coverageCsvRows;
  if (format === 'json') return coverageJsonPieces;
  const render = await reporterOf(format);
  return (report, context) => [render(report, context)];
}

async function reporterOf(format: CoverageFormat): Promise<CoverageReporter> {
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

/** Names in reports are strangers' words, and a log may take a line that holds them for a command. */
function harmlessIn(format: CoverageFormat): (text: string) => string {
  switch (format) {
    case 'pretty':
    case 'markdown':
    case 'map':
      return withoutCommands;
    case 'csv':
    case 'csv-wide':
      return csvWithoutCommands;
    case 'svg':
      return xmlWithoutCommands;
    case 'json':
      return jsonWithoutCommands;
    case 'html':
      return (page) => page;
  }
}
