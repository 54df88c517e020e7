/** For committees at a terminal: what is covered, by group where talks are grouped, then what else was asked for. */
import type { CoverageReport } from '../../coverage/types.ts';
import { wrapItems } from '../layout.ts';
import { visibleLine } from '../text.ts';
import { themeOf } from '../theme.ts';
import type { ReportContext } from '../types.ts';
import type { CoverageReporter } from './document.ts';
import { barLines } from './pretty-bars.ts';
import { comparisonLines } from './pretty-comparison.ts';
import { gapLines } from './pretty-gaps.ts';
import { note, sentence } from './pretty-lines.ts';
import { matrixLines } from './pretty-matrix.ts';
import { organisationLines, toolLines } from './pretty-named.ts';
import { patchLines } from './pretty-patch.ts';
import { targetLines } from './pretty-targets.ts';
import { trendLines } from './pretty-trend.ts';
import { viewOf } from './view.ts';
import { counted, grouping, ofFile, overlap, sharesOf, statuses } from './words.ts';

export const coveragePretty: CoverageReporter = (report, context) => {
  const view = viewOf(report, context);
  const sections = [
    headLines(report, context),
    ...(report.coverage.talks === 0 ? [] : report.coverage.groups.length > 1 ? matrixLines(view) : [barLines(view)]),
    trendLines(view),
    gapLines(view),
    comparisonLines(view),
    patchLines(view),
    targetLines(view),
    ...toolLines(view),
    ...organisationLines(view),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

function headLines(report: CoverageReport, context: ReportContext): readonly string[] {
  const { coverage, title } = report;
  const { bold, dim, glyphs } = themeOf(context);
  const head = [
    [{ text: ofFile(report, glyphs.ellipsis) + counted(coverage.talks, 'talk') + grouping(coverage), paint: bold }],
    ...statuses(coverage.all).map((text) => [{ text }]),
  ];
  const separator = { text: ` ${glyphs.dot} `, paint: dim };
  const together = overlap(coverage);
  return [
    ...(title === undefined ? [] : sentence([{ text: visibleLine(title), paint: bold }], context)),
    ...wrapItems(head, { width: context.width, indent: '', separator, ellipsis: glyphs.ellipsis }),
    ...(coverage.talks === 0 ? [] : note([sharesOf(coverage), together ?? ''].join(' '), context)),
  ];
}
