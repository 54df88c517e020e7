/** GitLab's code quality report. */
import type { CheckFinding } from '../../check/types.ts';
import { plainLine } from '../text.ts';
import { type CheckReporter, fromRoot, lastLineOf } from './document.ts';
import { jsonText } from './json-text.ts';

const SEVERITIES = { error: 'major', warning: 'minor' } as const;

export const gitlab: CheckReporter = {
  extension: 'json',
  whole({ findings, prefix }) {
    const uniqueOf = uniqueFingerprints();
    const issues = findings.map((finding) => ({
      description: plainLine(finding.message),
      check_name: finding.rule,
      fingerprint: uniqueOf(finding),
      severity: SEVERITIES[finding.severity],
      location: {
        path: fromRoot(prefix, finding.path),
        lines: { begin: finding.line, end: lastLineOf(finding) },
      },
    }));
    return jsonText(issues);
  },
};

/** GitLab shows one issue a fingerprint: those that have it from the second on get a number. */
function uniqueFingerprints(): (finding: CheckFinding) => string {
  const times = new Map<string, number>();
  return ({ fingerprint }) => {
    const time = (times.get(fingerprint) ?? 0) + 1;
    times.set(fingerprint, time);
    return time === 1 ? fingerprint : `${fingerprint}-${time}`;
  };
}
