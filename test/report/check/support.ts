/** Findings made of little, and the reports that the formats of `check` are held against. */
import type { CheckFinding, CheckReport, CheckSummary, Decision, Related, Span } from '../../../src/check/types.ts';

export function spanOf(line: number, column: number, length = 1): Span {
  return { line, column, endLine: line, endColumn: column + length };
}

export function relatedOf(message: string, overrides: Partial<Related> = {}): Related {
  return { path: 'talks/a.md', ...spanOf(9, 3, 4), message, ...overrides };
}

export function findingOf(overrides: Partial<CheckFinding> = {}): CheckFinding {
  return {
    rule: 'suggested-tag',
    path: 'talks/a.md',
    ...spanOf(3, 7, 10),
    talk: 'talks/a.md#データドリフトを捉える',
    message: 'the text treats drift, which is not declared',
    identity: 'データドリフトを捉える',
    severity: 'warning',
    fixable: false,
    fingerprint: '00aa11bb22cc33dd',
    ...overrides,
  };
}

/** Of no talk. */
export function aboutFile(overrides: Partial<CheckFinding>): CheckFinding {
  const { talk: _, ...finding } = findingOf(overrides);
  return finding;
}

export const NOTHING: CheckSummary = {
  files: 0,
  talks: 0,
  errors: 0,
  warnings: 0,
  fixable: 0,
  fixableWithAll: 0,
  disabled: 0,
  baselined: 0,
  fixed: 0,
  cached: 0,
};

/** Counts errors and warnings itself. */
export function reportOf(
  findings: readonly CheckFinding[],
  { summary, ...rest }: Partial<Omit<CheckReport, 'summary'>> & { readonly summary?: Partial<CheckSummary> } = {},
): CheckReport {
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    summary: { ...NOTHING, files: 12, talks: 34, errors: of('error'), warnings: of('warning'), ...summary },
    findings,
    decisions: [],
    notes: [],
    prefix: '',
    ...rest,
  };
}

export function decisionOf(overrides: Partial<Decision> = {}): Decision {
  return { path: 'talks/a.md', ...spanOf(5, 1), talk: 'talks/a.md#1', kind: 'excluded', tags: ['drift'], ...overrides };
}
