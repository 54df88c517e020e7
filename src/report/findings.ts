/** Findings for stderr: a line each, and a last one with the counts. */
import { type Finding, type FindingRecord, toFindingRecord } from '../findings.ts';
import { visibleLine } from './text.ts';
import { type Theme, themeOf } from './theme.ts';
import type { ReportContext } from './types.ts';
import { displayWidth, padEnd } from './width.ts';

/** Places beyond this do not push the messages of the others aside. */
const PLACE_COLUMNS = 48;

/** `path:line:column  severity  message [code]`, places and severities aligned; empty without findings. */
export function renderFindings(
  findings: readonly Finding[],
  context: Pick<ReportContext, 'color' | 'unicode'>,
): string {
  if (findings.length === 0) return '';
  const theme = themeOf(context);
  const rows = findings.map(toFindingRecord).map((record) => ({ record, place: placeOf(record) }));
  const columns = Math.min(PLACE_COLUMNS, Math.max(...rows.map(({ place }) => displayWidth(place))));
  const lines = rows.map(({ record, place }) => findingLine(record, padEnd(place, columns), theme));
  return `${[
    ...lines,
    counts(
      rows.map(({ record }) => record),
      theme,
    ),
  ].join('\n')}\n`;
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

function counts(records: readonly FindingRecord[], { error, review }: Theme): string {
  const errors = records.filter(({ severity }) => severity === 'error').length;
  const warnings = records.length - errors;
  return [
    ...(errors > 0 ? [error(`${errors} error${errors === 1 ? '' : 's'}`)] : []),
    ...(warnings > 0 ? [review(`${warnings} warning${warnings === 1 ? '' : 's'}`)] : []),
  ].join(', ');
}
