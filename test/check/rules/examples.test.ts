import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RULE_IDS, type RuleId } from '../../../src/check/rules/ids.ts';
import { RULES } from '../../../src/check/rules/index.ts';
import { run } from '../../support/run.ts';
import { type Example, examplesOf } from './examples.ts';

const Report = z.object({ findings: z.array(z.object({ rule: z.string() })) });

function filesOf(rule: RuleId, kind: string): readonly Example[] {
  return examplesOf(rule).filter((example) => example.kind === kind);
}

/** Does something in a new folder that holds these files. */
async function within<T>(files: readonly Example[], work: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(join(tmpdir(), 'mlops-tag-rule-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    return await work(cwd);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The rules that `check` names. */
async function rulesFound(cwd: string): Promise<ReadonlySet<string>> {
  const { stdout } = await run(['check', '--format', 'json'], { cwd });
  return new Set(Report.parse(JSON.parse(stdout)).findings.map(({ rule }) => rule));
}

/** The files that `check --write=all` changes, as it leaves them. */
async function mended(files: readonly Example[], cwd: string): Promise<readonly Omit<Example, 'kind'>[]> {
  await run(['check', '--write=all'], { cwd });
  return files
    .map(({ path, text }) => ({ path, before: text, text: readFileSync(join(cwd, path), 'utf8') }))
    .flatMap(({ path, before, text }) => (text === before ? [] : [{ path, text }]));
}

describe.each(RULE_IDS)('the examples of %s', (id) => {
  it('are found where they are bad, for that alone', async () => {
    expect(await within(filesOf(id, 'bad'), rulesFound)).toEqual(new Set([id]));
  });

  it('are clean where they are good', async () => {
    expect(await within(filesOf(id, 'good'), rulesFound)).toEqual(new Set());
  });
});

describe.each(RULE_IDS.filter((id) => RULES[id].fixable !== undefined))('what is written for %s', (id) => {
  const bad = filesOf(id, 'bad');

  it('is the good example', async () => {
    const good = filesOf(id, 'good').map(({ path, text }) => ({ path, text }));
    const changed = await within(bad, (cwd) => mended(bad, cwd));
    expect(changed).not.toEqual([]);
    expect(good).toEqual(expect.arrayContaining([...changed]));
  });

  it('stays as it is in a second run', async () => {
    await within(bad, async (cwd) => {
      const changed = await mended(bad, cwd);
      expect(await mended(bad, cwd)).toEqual(changed);
    });
  });
});
