/** `taxonomy test`: the examples that failed, with what was found instead. */
import type { Place } from '../../taxonomy/findings.ts';
import type { TestFailure, TestReport } from '../../taxonomy/unit-tests.ts';
import { terminalSafeJson, visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import { clip } from '../width.ts';
import { counted } from './counts.ts';

/** Words shown that spoke for a concept. */
const TERMS_SHOWN = 5;

export interface PlacedTestReport extends TestReport {
  /** Where a failed example stands; undefined where the taxonomy was not read from its source. */
  placeOf(failure: TestFailure): Place | undefined;
}

export function testsPretty(
  report: PlacedTestReport,
  context: Pick<ReportContext, 'color' | 'unicode' | 'width'>,
): string {
  const total = Object.values(report.cases).reduce((sum, count) => sum + count, 0);
  const langs = Object.entries(report.cases).map(([lang, count]) => `${lang} ${count}`);
  const summary = `${report.taxonomy}: ${counted(total, 'example')}${langs.length === 0 ? '' : ` (${langs.join(', ')})`}, ${report.failures.length} failed`;
  return `${[...report.failures.map((failure) => failureText(failure, report, context)), summary].join('\n')}\n`;
}

function failureText(
  failure: TestFailure,
  report: PlacedTestReport,
  context: Pick<ReportContext, 'color' | 'unicode' | 'width'>,
): string {
  const { concept, property, lang, index, text, confidence, terms, found } = failure;
  const { error, glyphs, quote } = themeOf(context);
  const place = report.placeOf(failure);
  const where = place === undefined ? '' : `${place.path}:${place.line}:${place.column} `;
  const because = terms.length === 0 ? 'no word of its own' : terms.slice(0, TERMS_SHOWN).join(', ');
  const tags = found.length === 0 ? 'no tag' : found.map((tag) => `${tag.id} ${tag.confidence}`).join(', ');
  return [
    `${where}${error('failed')} ${concept} ${property}.${lang} ${index + 1}`,
    `  ${quote(clip(visibleLine(text), Math.max(20, context.width - 2), glyphs.ellipsis))}`,
    `  ${property === 'examples' ? 'lacks' : 'must not get'} ${concept} ${confidence}: ${visibleLine(because)}`,
    `  got ${tags}`,
    '',
  ].join('\n');
}

export function testsJson(report: PlacedTestReport): string {
  const { taxonomy, cases, failures } = report;
  const shown = {
    taxonomy,
    cases,
    failures: failures.map((failure) => {
      const place = report.placeOf(failure);
      return {
        ...failure,
        ...(place === undefined ? {} : { path: place.path, line: place.line, column: place.column }),
      };
    }),
  };
  return `${terminalSafeJson(JSON.stringify(shown, null, 2))}\n`;
}
