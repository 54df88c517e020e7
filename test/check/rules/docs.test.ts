import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/check/rules/ids.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import { ROOT } from '../../support/run.ts';
import { examplesOf, rulePage } from './examples.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

describe.each(RULE_IDS)('the page of %s', (id) => {
  const page = rulePage(id);
  const rule = RULES[id];

  it('says its name, its severity and what is written', () => {
    expect(page.startsWith(`# \`${id}\`\n`)).toBe(true);
    expect(page).toContain(`\n- Severity: ${rule.severity}\n`);
    if (rule.fixable === undefined && id !== 'stale-baseline') expect(page).toContain('`--write`: only a person');
    if (rule.fixable !== undefined) expect(page).not.toContain('`--write`: only a person');
  });

  it('shows whole files, bad and good, some in Japanese', () => {
    const examples = examplesOf(id);
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['bad', 'good']));
    expect(examples.some(({ text }) => JAPANESE.test(text))).toBe(true);
    // No fence goes unread because its first line is written otherwise.
    expect(page.match(/^```\w+ (?:bad|good)/gm)).toHaveLength(examples.length);
    const paths = examples.map(({ kind, path }) => `${kind} ${path}`);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('says how to switch it off', () => {
    expect(page).toContain(`\`mlops-tag check --rule ${id}=off\``);
    expect(page).toContain(`\n  ${id}: off\n`);
  });
});

describe('the table of the rules', () => {
  it('has every rule in order, with what the code says of it', () => {
    const rows = RULE_IDS.map((id) => {
      const { summary, severity, fixable } = RULES[id];
      return `| [${id}](${id}.md) | ${summary} | ${severity} | ${fixable ?? ''} |`;
    });
    expect(rulePage('README').match(/^\| \[.*$/gm)).toEqual(rows);
  });

  it('leaves no page without a rule', () => {
    const pages = readdirSync(resolve(ROOT, 'docs/rules')).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(RULE_IDS.map((id) => `${id}.md`).sort());
  });
});

it.each(RULE_IDS)('%s is described in sentences of one form', (id) => {
  const { summary, help, fixable } = RULES[id];
  expect(RULES[id].id).toBe(id);
  expect(summary).not.toMatch(/\.$|^[A-Z]/);
  expect(help).toMatch(/^[A-Z].*\.$/);
  expect(fixable ?? 'no').not.toMatch(/\.$|^[A-Z]/);
});
