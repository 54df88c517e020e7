/** Findings for stderr: a line each, and one with the counts. */
import { type Finding, type FindingRecord, type Severity, severityOf, toFindingRecord } from '../findings.ts';
import { visibleLine } from './text.ts';
import { type Theme, themeOf } from './theme.ts';
import type { ReportContext } from './types.ts';
import { displayWidth, padEnd } from './width.ts';

/** Places beyond this do not push the messages of the others aside. */
const PLACE_COLUMNS = 48;

type Look = Pick<ReportContext, 'color' | 'unicode'>;

/** `path:line:column  severity  message [code]`, a line each, places and severities aligned; empty without findings. */
export function findingLines(findings: readonly Finding[], look: Look): string {
  const theme = themeOf(look);
  const rows = findings.map(toFindingRecord).map((record) => ({ record, place: placeOf(record) }));
  const columns = Math.min(PLACE_COLUMNS, Math.max(0, ...rows.map(({ place }) => displayWidth(place))));
  return rows.map(({ record, place }) => `${findingLine(record, padEnd(place, columns), theme)}\n`).join('');
}

/** How many findings there were, in words; empty without any. */
export function findingCounts(counts: Readonly<Record<Severity, number>>, look: Look): string {
  const { error, review } = themeOf(look);
  const { error: errors, warning: warnings } = counts;
  return [
    ...(errors > 0 ? [error(`${errors} error${errors === 1 ? '' : 's'}`)] : []),
    ...(warnings > 0 ? [review(`${warnings} warning${warnings === 1 ? '' : 's'}`)] : []),
  ].join(', ');
}

/** Findings that are all known at once: their lines, then how many there are; empty without findings. */
export function renderFindings(findings: readonly Finding[], look: Look): string {
  if (findings.length === 0) return '';
  const counts = { error: 0, warning: 0 };
  for (const finding of findings) counts[severityOf(finding)]++;
  return `${findingLines(findings, look)}${findingCounts(counts, look)}\n`;
}

function findingLine(
  { severity, message, code }: FindingRecord,
  place: string,
  { bold, dim, error, review }: Theme,
): string {
  const level = (severity === 'error' ? error : review)(severity.padEnd('warning'.length));
  return `${bold(place)}  ${level}  ${visibleLine(message)} ${dim(`[${code}]`)}`;
}

function placeOf({ path, line, column }: FindingRecord): string {
  return visibleLine([path, line, column].filter((piece) => piece !== undefined).join(':'));
}
