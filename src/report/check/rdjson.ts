/** Reviewdog's diagnostic format. Its columns count bytes of UTF-8, which findings do not know, so whole lines are named. */
import type { CheckFinding } from '../../check/types.ts';
import { plainLine } from '../text.ts';
import { type CheckReporter, fromRoot, lastLineOf } from './document.ts';
import { jsonText } from './json-text.ts';

const SEVERITIES = { error: 'ERROR', warning: 'WARNING' } as const;

export const rdjson: CheckReporter = {
  extension: 'json',
  whole: ({ findings, prefix }) =>
    jsonText({
      source: { name: 'mlops-tag' },
      diagnostics: findings.map((finding) => diagnostic(finding, prefix)),
    }),
};

function diagnostic(finding: CheckFinding, prefix: string) {
  return {
    message: plainLine(finding.message),
    location: {
      path: fromRoot(prefix, finding.path),
      range: { start: { line: finding.line }, end: { line: lastLineOf(finding) } },
    },
    severity: SEVERITIES[finding.severity],
    code: { value: finding.rule },
  };
}
