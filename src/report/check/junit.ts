/**
 * JUnit's XML: a suite a file with findings, a case a talk. Errors are failures; warnings fail nothing and stand in the suite's output,
 * so that a CI server comes to the same verdict as the exit code does by default.
 */
import type { CheckFinding, CheckReport } from '../../check/types.ts';
import { conciseLine } from './concise.ts';
import { type CheckReporter, fromRoot, grouped } from './document.ts';
import { besides, decided, headline } from './words.ts';
import { XML_HEAD, xmlAttributes, xmlText } from './xml.ts';

/** The schema demands what would differ from run to run; the same input gives the same bytes, so these stand for "not said". */
const UNTIMED = { timestamp: '1970-01-01T00:00:00', hostname: 'localhost', time: 0 };

const TOOL = 'mlops-tag';

export const junit: CheckReporter = {
  extension: 'xml',
  whole(report) {
    const files = grouped(report.findings, ({ path }) => fromRoot(report.prefix, path));
    const suites = [runSuite(report), ...Array.from(files, ([path, findings]) => fileSuite(path, findings))];
    const lines = [XML_HEAD, '<testsuites>', ...suites.flatMap(suiteElement), '</testsuites>'];
    return `${lines.join('\n')}\n`;
  },
};

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  /** Lines of its standard output. */
  readonly output: readonly string[];
}

interface Case {
  readonly name: string;
  readonly errors: readonly CheckFinding[];
}

/** That the check ran, which passes: a clean run is not a run without tests. */
function runSuite({ summary, decisions, notes, prefix }: CheckReport): Suite {
  const made = decisions.map(
    (decision) =>
      `decided by hand: ${fromRoot(prefix, decision.path)}:${decision.line}: ${decision.talk}: ${decided(decision)}`,
  );
  return {
    name: `${TOOL} check`,
    cases: [{ name: 'the check ran', errors: [] }],
    output: [headline(summary), ...besides(summary), ...made, ...notes.map((note) => `note: ${note}`)],
  };
}

function fileSuite(path: string, findings: readonly CheckFinding[]): Suite {
  const cases = Array.from(
    grouped(findings, ({ talk }) => talk ?? path),
    ([name, all]) => ({ name, errors: all.filter(({ severity }) => severity === 'error') }),
  );
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return { name: path, cases, output: warnings.map((finding) => conciseLine({ ...finding, path })) };
}

function suiteElement({ name, cases, output }: Suite, id: number): readonly string[] {
  const failures = cases.filter(({ errors }) => errors.length > 0).length;
  const counts = { tests: cases.length, failures, errors: 0, skipped: 0 };
  return [
    `  <testsuite${xmlAttributes({ package: TOOL, id, name: named(name), ...counts, ...UNTIMED })}>`,
    '    <properties/>',
    ...cases.flatMap((one) => caseElement(one, name)),
    `    <system-out>${output.map(xmlText).join('\n')}</system-out>`,
    '    <system-err/>',
    '  </testsuite>',
  ];
}

function caseElement({ name, errors }: Case, suite: string): readonly string[] {
  const opening = `<testcase${xmlAttributes({ name: named(name), classname: named(suite), time: UNTIMED.time })}`;
  const [first, ...others] = errors;
  if (first === undefined) return [`    ${opening}/>`];
  const message = others.length === 0 ? first.message : `${first.message} (and ${others.length} more)`;
  const lines = errors.map((finding) => xmlText(conciseLine({ ...finding, path: suite })));
  return [
    `    ${opening}>`,
    `      <failure${xmlAttributes({ message, type: first.rule })}>${lines.join('\n')}</failure>`,
    '    </testcase>',
  ];
}

/** The schema knows no empty names, and takes what shows nothing for empty. */
function named(text: string): string {
  return xmlText(text) === '' ? '(no name)' : text;
}
