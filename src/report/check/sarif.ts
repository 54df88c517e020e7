/** SARIF 2.1.0, for code scanning: results, and what was left out. */

import type { RuleId } from '../../check/rules/ids.ts';
import type { CheckFinding, CheckReport, Related, Span } from '../../check/types.ts';
import { type CheckReporter, fromRoot, isAbsolute, mostSevereFirst } from './document.ts';
import { jsonText } from './json-text.ts';
import { RULE_DESCRIPTORS } from './sarif-rules.ts';
import { linkText, messageText } from './sarif-text.ts';

/** GitHub keeps so many results of a run. */
const MOST_RESULTS = 5000;
/** GitHub keeps so many locations of a result … */
const MOST_RELATED = 100;
/** … and shows those that its message links to: so many read well. */
const MOST_LINKS = 5;

/** Stands for the repository's root. */
const ROOT_ID = '%SRCROOT%';

const RULE_INDEX: ReadonlyMap<RuleId, number> = new Map(RULE_DESCRIPTORS.map(({ id }, index) => [id, index]));

export const sarif: CheckReporter = {
  extension: 'sarif',
  whole(report, { toolVersion }) {
    const shown = mostSevereFirst(report.findings).slice(0, MOST_RESULTS);
    return jsonText({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'mlops-tag', version: toolVersion, rules: RULE_DESCRIPTORS } },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { [ROOT_ID]: { description: { text: 'The root of the repository.' } } },
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: notifications(report, report.findings.length - shown.length),
            },
          ],
          results: shown.map((finding) => result(finding, report.prefix)),
        },
      ],
    });
  },
};

function result(finding: CheckFinding, prefix: string) {
  const { rule, severity, path, fingerprint, fixable, talk, tag } = finding;
  const related = (finding.related ?? []).slice(0, MOST_RELATED);
  return {
    ruleId: rule,
    ruleIndex: RULE_INDEX.get(rule) ?? -1,
    level: severity,
    message: { text: messageText(finding.message) + links(related) },
    locations: [{ physicalLocation: physicalLocation(path, finding, prefix) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(one.path, one, prefix),
            message: { text: messageText(one.message) },
          })),
        }),
    partialFingerprints: { 'mlopsTag/v1': fingerprint },
    properties: { fixable, ...(talk === undefined ? {} : { talk }), ...(tag === undefined ? {} : { tag }) },
  };
}

function links(related: readonly Related[]): string {
  if (related.length === 0) return '';
  const shown = related.slice(0, MOST_LINKS).map(({ message }, index) => `[${linkText(message)}](${index + 1})`);
  return ` See ${shown.join(', ')}.`;
}

function physicalLocation(path: string, { line, column, endLine, endColumn }: Span, prefix: string) {
  return {
    artifactLocation: artifactLocation(fromRoot(prefix, path)),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function artifactLocation(path: string) {
  return isAbsolute(path)
    ? { uri: `file:///${encodedPath(path.replaceAll('\\', '/').replace(/^\/+/, ''))}` }
    : { uri: encodedPath(path), uriBaseId: ROOT_ID };
}

/** Half a surrogate pair has no UTF-8 that could be encoded. */
function encodedPath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function notifications({ notes }: CheckReport, left: number) {
  const leftOut = `${left} more ${left === 1 ? 'finding is' : 'findings are'} left out, of the least severe: SARIF results are limited to ${MOST_RESULTS}. The other formats have them all.`;
  return [
    ...(left > 0 ? [{ level: 'warning', message: { text: leftOut } }] : []),
    ...notes.map((note) => ({ level: 'note', message: { text: messageText(note) } })),
  ];
}
