/** SARIF and JUnit against their published schemas, where these and xmllint are at hand. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/check/rules/ids.ts';
import type { CheckReport } from '../../../src/check/types.ts';
import { checkReporter } from '../../../src/report/check/index.ts';
import { ROOT } from '../../support/run.ts';
import { contextOf } from '../support.ts';
import { CASES } from './cases.ts';
import { randomReport } from './random.ts';
import { findingOf, relatedOf, reportOf } from './support.ts';

const SCHEMAS = join(ROOT, '../shared/schemas');
const SARIF = join(SCHEMAS, 'sarif-schema-2.1.0.json');
const JUNIT = join(SCHEMAS, 'JUnit.xsd');
const XMLLINT = spawnSync('xmllint', ['--version']).status === 0;

function sarifOf(report: CheckReport) {
  return JSON.parse(checkReporter('sarif').whole(report, contextOf()));
}

describe('sarif', () => {
  it.skipIf(!existsSync(SARIF))('is valid by the published schema (skipped without ../shared/schemas)', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    // Draft 4, of which this schema uses nothing that later drafts read otherwise but its name.
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(SARIF, 'utf8'));
    const validate = ajv.compile(schema);
    const expectValid = (report: CheckReport) => {
      validate(sarifOf(report));
      expect(validate.errors).toBeNull();
    };
    for (const { report } of Object.values(CASES)) expectValid(report);
    fc.assert(fc.property(randomReport, expectValid), { numRuns: 40 });
    expect(validate({ ...sarifOf(reportOf([])), version: '2.0' })).toBe(false);
  });

  it('keeps the 5,000 most severe results and says how many it left out', () => {
    const findings = Array.from({ length: 5002 }, (_, i) =>
      findingOf({ severity: i === 5001 ? 'error' : 'warning', message: `発表 ${i}` }),
    );
    const [run] = sarifOf(reportOf(findings)).runs;
    expect(run.results).toHaveLength(5000);
    expect(run.results[0]).toMatchObject({ level: 'error', message: { text: '発表 5001' } });
    const [notice, ...others] = run.invocations[0].toolExecutionNotifications;
    expect(notice.message.text).toMatch(/^2 more findings are left out/);
    expect(others).toEqual([]);
  });

  it('describes every rule, and points each result at its own', () => {
    const [run] = sarifOf(reportOf(RULE_IDS.map((rule) => findingOf({ rule })))).runs;
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }: { readonly id: string }) => id)).toEqual([...RULE_IDS]);
    for (const { shortDescription, fullDescription, help, properties } of rules) {
      for (const words of [shortDescription.text, fullDescription.text, help.text, help.markdown])
        expect(words).not.toBe('');
      expect(properties.tags.length).toBeLessThanOrEqual(10);
    }
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
  });

  it('links to evidence, and lets no text of strangers be a link or a placeholder', () => {
    const related = [relatedOf('「監視」 [x] {0}'), relatedOf('two', { path: '/tmp/日本 語.md' })];
    const report = reportOf([findingOf({ message: '[click](https://evil.example) {1}', related })], { prefix: 'a/' });
    const [result] = sarifOf(report).runs[0].results;
    expect(result.message.text).toBe('[click] (https://evil.example) {{1}} See [「監視」 \\[x\\] {{0}}](1), [two](2).');
    const uris = result.relatedLocations.map(
      (one: { readonly physicalLocation: { readonly artifactLocation: unknown } }) =>
        one.physicalLocation.artifactLocation,
    );
    expect(uris).toEqual([
      { uri: 'a/talks/a.md', uriBaseId: '%SRCROOT%' },
      { uri: 'file:///tmp/%E6%97%A5%E6%9C%AC%20%E8%AA%9E.md' },
    ]);
    expect(result.partialFingerprints).toEqual({ 'mlopsTag/v1': '00aa11bb22cc33dd' });
  });
});

describe('junit', () => {
  const valid = (text: string, schema: readonly string[]) => {
    const { status, stderr } = spawnSync('xmllint', ['--noout', ...schema, '-'], { input: text, encoding: 'utf8' });
    return { status, stderr: status === 0 ? '' : stderr };
  };

  it.skipIf(!(XMLLINT && existsSync(JUNIT)))(
    'is valid by the published schema (skipped without ../shared/schemas or xmllint)',
    () => {
      const expectValid = (report: CheckReport) => {
        const text = checkReporter('junit').whole(report, contextOf());
        expect(valid(text, ['--schema', JUNIT])).toEqual({ status: 0, stderr: '' });
      };
      for (const { report } of Object.values(CASES)) expectValid(report);
      fc.assert(fc.property(randomReport, expectValid), { numRuns: 25 });
      expect(valid('<testsuites><testsuite/></testsuites>', ['--schema', JUNIT]).status).not.toBe(0);
    },
  );

  it.skipIf(!XMLLINT)('and checkstyle are well-formed (skipped without xmllint)', () => {
    fc.assert(
      fc.property(randomReport, fc.constantFrom('junit' as const, 'checkstyle' as const), (report, format) => {
        expect(valid(checkReporter(format).whole(report, contextOf()), [])).toEqual({ status: 0, stderr: '' });
      }),
      { numRuns: 25 },
    );
  });

  it('fails for errors alone, once a talk', () => {
    const findings = [
      findingOf({ talk: '発表-1', severity: 'error' }),
      findingOf({ talk: '発表-1', severity: 'error', rule: 'unknown-tag' }),
      findingOf({ talk: '発表-2' }),
    ];
    const text = checkReporter('junit').whole(reportOf(findings), contextOf());
    expect(text).toContain('tests="2" failures="1" errors="0"');
    expect(text.match(/<failure /g)).toHaveLength(1);
    expect(text).toContain('<testcase name="発表-2" classname="talks/a.md" time="0"/>');
    expect(text).toMatch(/<system-out>talks\/a\.md:3:7: warning suggested-tag: /);
  });
});
