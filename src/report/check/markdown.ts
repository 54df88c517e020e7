/** For the summary of a job or a comment on a pull request: counts, then the findings by file. */
import type { CheckFinding, Decision, Related } from '../../check/types.ts';
import { inlineCode, inlineProse, inlineText } from '../markdown-text.ts';
import { plainLine } from '../text.ts';
import { clip, clipStart } from '../width.ts';
import { withoutCommands } from './commands.ts';
import { type CheckReporter, grouped, mostSevereFirst } from './document.ts';
import { besides, counted, decided, found, lookedAt, mendable, mending } from './words.ts';

const FINDINGS_SHOWN = 200;
const DECISIONS_SHOWN = 50;
const NOTES_SHOWN = 20;
/** Wordings shown behind a finding. */
const RELATED_SHOWN = 3;
const MESSAGE_COLUMNS = 400;
const PATH_COLUMNS = 160;
const WORD_COLUMNS = 120;
/** UTF-16 code units a column at most: marks upon marks take none. */
const UNITS_A_COLUMN = 2;
/** GitHub takes 1 MiB; a UTF-16 code unit is at most 3 bytes of it, and the tables are not all there is. */
const MOST_CODE_UNITS = 200_000;

export const markdown: CheckReporter = {
  extension: 'md',
  whole(report) {
    const { summary } = report;
    const mend = mendable(summary);
    const counts = [lookedAt(summary), ...(mend === '' ? [] : [mend]), ...besides(summary)];
    const sections = [
      `## mlops-tag check: ${found(summary)}`,
      counts.join(' · '),
      ...findingSections(report.findings),
      ...list('Decided by hand', report.decisions.map(decisionItem), DECISIONS_SHOWN),
      ...list('Notes', report.notes.map(prose), NOTES_SHOWN),
    ];
    return withoutCommands(`${sections.join('\n\n')}\n`);
  },
};

/** The most severe are chosen, then stand by file as in every format. */
function findingSections(findings: readonly CheckFinding[]): readonly string[] {
  const chosen = new Map<CheckFinding, string>();
  let room = MOST_CODE_UNITS;
  for (const finding of mostSevereFirst(findings).slice(0, FINDINGS_SHOWN)) {
    const row = findingRow(finding);
    room -= row.length + pathCode(finding.path).length;
    if (room < 0) break;
    chosen.set(finding, row);
  }
  const files = grouped(
    findings.filter((finding) => chosen.has(finding)),
    ({ path }) => path,
  );
  const left = findings.length - chosen.size;
  return [
    ...Array.from(files, ([path, ofFile]) => {
      const rows = ofFile.map((finding) => chosen.get(finding) ?? '');
      return `### ${pathCode(path)}\n\n| line | severity | finding | rule |\n| ---: | --- | --- | --- |\n${rows.join('\n')}`;
    }),
    ...(left > 0 ? [`${counted(left, 'more finding')}: see the log, or another format.`] : []),
  ];
}

function findingRow(finding: CheckFinding): string {
  const { line, column, severity, message, rule, path, related = [] } = finding;
  const mend = mending(finding);
  const behind = related.slice(0, RELATED_SHOWN).map((one) => relatedText(one, path));
  const rest = related.length - behind.length;
  const cell = [
    prose(message) + (mend === '' ? '' : ` _(${mend})_`),
    ...behind,
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
  const level = severity === 'error' ? '**error**' : severity;
  return `| ${line}:${column} | ${level} | ${cell.join('<br>')} | ${rule} |`;
}

function relatedText({ path, line, column, message }: Related, own: string): string {
  const place = path === own ? `${line}:${column}` : `${pathCode(path)} ${line}:${column}`;
  return `${place} ${words(message, WORD_COLUMNS)}`;
}

function decisionItem(decision: Decision): string {
  return `${words(decided(decision), WORD_COLUMNS)} (${pathCode(decision.path)}, line ${decision.line})`;
}

function list(title: string, items: readonly string[], most: number): readonly string[] {
  if (items.length === 0) return [];
  const left = items.length - most;
  const shown = left > 0 ? [...items.slice(0, most), `and ${left} more`] : items;
  return [`### ${title}\n\n${shown.map((item) => `- ${item}`).join('\n')}`];
}

/** A sentence of the tool's own, with what it quotes. */
function prose(text: string): string {
  return inlineProse(clipped(text, MESSAGE_COLUMNS));
}

function words(text: string, columns: number): string {
  return inlineText(clipped(text, columns));
}

function clipped(text: string, columns: number): string {
  return clip(plainLine(text.slice(0, columns * UNITS_A_COLUMN)), columns, '…');
}

function pathCode(path: string): string {
  return inlineCode(clipStart(plainLine(path.slice(-PATH_COLUMNS * UNITS_A_COLUMN)), PATH_COLUMNS, '…'));
}
