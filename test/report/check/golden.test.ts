/** Whole outputs, a folder a case: UPDATE=1 rewrites what is expected; read the difference before it is committed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_FORMATS } from '../../../src/report/check/formats.ts';
import { checkReporter } from '../../../src/report/check/index.ts';
import { contextOf } from '../support.ts';
import { CASES } from './cases.ts';

/** The rules' texts are in the rules' hands; of them only the order is kept here. */
function withoutRuleTexts(sarif: string): string {
  const mask = (key: string, value: unknown) =>
    key === 'rules' && Array.isArray(value) ? value.map((rule: { readonly id: unknown }) => rule.id) : value;
  return `${JSON.stringify(JSON.parse(sarif, mask), null, 2)}\n`;
}

const ROOT = join(import.meta.dirname, '../../golden/check-report');

describe.each(Object.entries(CASES))('golden %s', (name, { report, context }) => {
  it.each(CHECK_FORMATS)('%s', (format) => {
    const reporter = checkReporter(format);
    const whole = reporter.whole(report, contextOf(context));
    const actual = format === 'sarif' ? withoutRuleTexts(whole) : whole;
    const path = join(ROOT, name, `${format}.${reporter.extension}`);
    if (process.env.UPDATE === '1') {
      mkdirSync(join(ROOT, name), { recursive: true });
      writeFileSync(path, actual);
    }
    expect(existsSync(path), `${path} is missing; UPDATE=1 writes it`).toBe(true);
    expect(actual).toBe(readFileSync(path, 'utf8'));
  });
});
