/** Annotations of GitHub Actions, as workflow commands. */
import type { CheckFinding } from '../../check/types.ts';
import type { Severity } from '../../findings.ts';
import { visibleLine } from '../text.ts';
import { clip } from '../width.ts';
import { type CheckReporter, fromRoot, lastLineOf } from './document.ts';
import { counted } from './words.ts';

/** GitHub shows so many annotations of a level and a step; what comes after them is dropped without a word. */
const MOST_A_LEVEL = 10;
/** A message is a sentence or two; one that quotes more than that is cut. */
const MESSAGE_COLUMNS = 1000;

export const github: CheckReporter = {
  extension: 'txt',
  whole({ findings, prefix }) {
    const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity);
    const errors = of('error');
    const warnings = of('warning');
    const shown = [...errors.slice(0, MOST_A_LEVEL), ...warnings.slice(0, MOST_A_LEVEL)];
    const lines = [...shown.map((finding) => annotation(finding, prefix)), ...rest(errors.length, warnings.length)];
    return lines.map((line) => `${line}\n`).join('');
  },
};

function annotation(finding: CheckFinding, prefix: string): string {
  const { severity, rule, message, path } = finding;
  const properties = [`file=${propertyValue(fromRoot(prefix, path))}`, ...place(finding), `title=${rule}`];
  return `::${severity} ${properties.join(',')}::${data(message)}`;
}

/** Columns are said for a single line alone, the last one included: GitHub refuses others. */
function place(finding: CheckFinding): readonly string[] {
  const { line, column, endColumn } = finding;
  const endLine = lastLineOf(finding);
  const lines = [`line=${line}`, `endLine=${endLine}`];
  if (endLine !== line || finding.endLine !== line) return lines;
  return [...lines, `col=${column}`, `endColumn=${Math.max(column, endColumn - 1)}`];
}

function rest(errors: number, warnings: number): readonly string[] {
  const left = [
    ...(errors > MOST_A_LEVEL ? [`${counted(errors - MOST_A_LEVEL, 'more error')}`] : []),
    ...(warnings > MOST_A_LEVEL ? [`${counted(warnings - MOST_A_LEVEL, 'more warning')}`] : []),
  ];
  if (left.length === 0) return [];
  return [
    `::notice title=mlops-tag check::${left.join(' and ')} without an annotation: see the log or the job summary`,
  ];
}

function data(text: string): string {
  return escaped(clip(visibleLine(text), MESSAGE_COLUMNS, '…'));
}

/** Escaped before control characters are shown, so that a line feed in a file's name stays part of the name. */
function propertyValue(text: string): string {
  return visibleLine(escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
