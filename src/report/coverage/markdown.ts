/** For a README or a pull request: what is covered as tables that GitHub shows, then what else was asked for. */
import type { CoverageReport } from '../../coverage/types.ts';
import { labelIn, labelLanguage } from '../labels.ts';
import { inlineText } from '../markdown-text.ts';
import type { ReportContext } from '../types.ts';
import type { CoverageReporter } from './document.ts';
import { comparisonSection, patchSection, targetSection, trendSection } from './markdown-asked.ts';
import { gapSection } from './markdown-gaps.ts';
import { bold, words } from './markdown-lines.ts';
import { namedSections } from './markdown-named.ts';
import { groupPieces, matrixPieces } from './markdown-tables.ts';
import { type View, viewOf } from './view.ts';
import { counted, grouping, ofFile, overlap, sharesOf, statuses } from './words.ts';

/** GitHub takes 65,536 characters of a comment, and something may stand around the report. */
const MOST_CHARACTERS = 60_000;
const TITLE_COLUMNS = 200;

/** Where that is too long, fewer groups are shown. */
export const coverageMarkdown: CoverageReporter = (report, context) => {
  const view = viewOf(report, context);
  for (let groups = Math.min(report.shows.groups, report.coverage.groups.length); ; groups = Math.floor(groups / 2)) {
    const text = document(view, groups);
    if (text.length <= MOST_CHARACTERS || groups <= 1) return text;
  }
};

function document(view: View, groups: number): string {
  const { report, context } = view;
  const counts = report.coverage.groups.length > 1 ? matrixPieces(view, groups) : groupPieces(view);
  const pieces = [
    ...head(report, context),
    ...(report.coverage.talks === 0 ? [] : counts),
    ...trendSection(view),
    ...gapSection(view),
    ...comparisonSection(view),
    ...patchSection(view),
    ...targetSection(view),
    ...namedSections(view, groups),
  ];
  return `${pieces.join('\n\n')}\n`;
}

function head(report: CoverageReport, context: ReportContext): readonly string[] {
  const { coverage, title, lang } = report;
  const { taxonomy } = context;
  const question = labelIn(taxonomy.title, labelLanguage(context, lang)) || taxonomy.id;
  const facts = [
    words(ofFile(report, '…')).replace(/(?<=.)$/, ' ') +
      bold(counted(coverage.talks, 'talk')) +
      words(grouping(coverage)).replace(/^(?=.)/, ' '),
    ...statuses(coverage.all),
  ];
  const together = overlap(coverage);
  return [
    `## ${title === undefined ? inlineText(question) : words(title, TITLE_COLUMNS)}`,
    facts.join(' · '),
    ...(coverage.talks === 0 ? [] : [[sharesOf(coverage), ...(together === undefined ? [] : [together])].join(' ')]),
  ];
}
