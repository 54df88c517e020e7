/** Whole outputs, a folder a case: UPDATE=1 rewrites what is expected; read the difference before it is committed. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/classify/index.ts';
import type { Finding } from '../../src/findings.ts';
import { explainJson, explainPretty } from '../../src/report/explain.ts';
import { renderFindings } from '../../src/report/findings.ts';
import { FORMAT_NAMES, isFormatName, reporterNamed } from '../../src/report/index.ts';
import { createSummaryCounter } from '../../src/report/summary.ts';
import type { Report, ReportContext } from '../../src/report/types.ts';
import type { TaggedTalk } from '../../src/talk.ts';
import { contextOf, TAXONOMY, taxonomyWith } from './support.ts';

interface Case {
  readonly context?: Partial<ReportContext>;
  readonly files: number;
  readonly skipped: number;
  readonly talks: readonly TaggedTalk[];
  readonly findings: readonly Finding[];
  readonly explanations?: readonly Explanation[];
}

const ROOT = join(import.meta.dirname, '../golden/report');

async function rendered(name: string, report: Report, context: ReportContext): Promise<string> {
  if (!isFormatName(name)) throw new Error(`no format ${name}`);
  const reporter = reporterNamed(name);
  if (!reporter.streams) return reporter.whole(report, context);
  const talks = report.talks.map((talk) => reporter.talk(talk, context));
  return [reporter.begin(context), ...talks, reporter.end(report.summary, context)].join('');
}

function expectGolden(folder: string, file: string, actual: string): void {
  const path = join(folder, file);
  if (process.env.UPDATE === '1') writeFileSync(path, actual);
  expect(existsSync(path), `${path} is missing; UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

describe.each(readdirSync(ROOT))('golden %s', (name) => {
  const folder = join(ROOT, name);
  const input: Case = JSON.parse(readFileSync(join(folder, 'input.json'), 'utf8'));
  const { taxonomy: written, ...looks } = input.context ?? {};
  const taxonomy = written === undefined ? TAXONOMY : taxonomyWith({ ...TAXONOMY, ...written }, written.concepts);
  const context = contextOf({ ...looks, taxonomy });
  const counter = createSummaryCounter(context.taxonomy);
  for (const talk of input.talks) counter.add(talk);
  const report: Report = { summary: counter.summary(input), talks: input.talks, findings: input.findings };

  it.each(FORMAT_NAMES)('%s', async (format) => {
    const extension = isFormatName(format) ? reporterNamed(format).extension : '';
    expectGolden(folder, `expected.${extension}`, await rendered(format, report, context));
  });

  it('findings', () => {
    expectGolden(folder, 'expected.findings.txt', renderFindings(input.findings, context));
  });

  it.runIf(input.explanations !== undefined)('explain', () => {
    const explanations = input.explanations ?? [];
    expectGolden(folder, 'expected.explain.txt', explanations.map((one) => explainPretty(one, context)).join(''));
    expectGolden(folder, 'expected.explain.json', explainJson(explanations, context));
  });
});
