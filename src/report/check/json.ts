/** The document `mlops-tag/check@1`. */
import type { CheckFinding, Decision, Related, Span } from '../../check/types.ts';
import { toolRecord } from '../json.ts';
import type { CheckReporter } from './document.ts';
import { jsonText } from './json-text.ts';

export const json: CheckReporter = {
  extension: 'json',
  whole({ summary, findings, decisions, notes }, context) {
    const { files, talks, errors, warnings, fixable, fixableWithAll, disabled, baselined, fixed, cached } = summary;
    return jsonText({
      schema: 'mlops-tag/check@1',
      tool: toolRecord(context),
      summary: { files, talks, errors, warnings, fixable, fixableWithAll, disabled, baselined, fixed, cached },
      findings: findings.map(findingRecord),
      decisions: decisions.map(decisionRecord),
      notes,
    });
  },
};

/** Keys in the contract's order; what is absent is left out. */
function findingRecord(finding: CheckFinding) {
  const { rule, severity, path, talk, tag, message, fixable, fingerprint, related } = finding;
  return {
    rule,
    severity,
    path,
    ...spanRecord(finding),
    ...(talk === undefined ? {} : { talk }),
    ...(tag === undefined ? {} : { tag }),
    message,
    fixable,
    fingerprint,
    ...(related?.length ? { related: related.map(relatedRecord) } : {}),
  };
}

function relatedRecord(related: Related) {
  return { path: related.path, ...spanRecord(related), message: related.message };
}

function decisionRecord(decision: Decision) {
  const { path, talk, kind, tags } = decision;
  return { path, ...spanRecord(decision), talk, kind, tags };
}

function spanRecord({ line, column, endLine, endColumn }: Span): Span {
  return { line, column, endLine, endColumn };
}
