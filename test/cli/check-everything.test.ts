/** A folder with everything in it, reported and mended, in process and by the program as it is built: UPDATE=1 rewrites what is expected. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, type RunResult, run } from '../support/run.ts';
import { repositoryWith } from './check-support.ts';

const FIXTURES = join(ROOT, 'test/fixtures/check');

/** The build is made by `npm test`. */
const BIN = join(ROOT, 'bin/mlops-tag.js');

const RUNS: Readonly<Record<string, readonly string[]>> = {
  'report.txt': ['check'],
  'report.concise': ['check', '-f', 'concise', '--rule', 'unused-disable=error'],
  'mended.diff': ['check', '--dry-run'],
  'mended-all.diff': ['check', '--write=all', '--dry-run'],
};

/** What formats without a place for notes leave to it. */
const STDERR: Readonly<Record<string, RegExp>> = {
  'report.concise': /^note: mlops-tag\.config\.yaml:\d+: no file is named by .*\n$/,
  'mended.diff': /^dry run: \d+ findings would be mended; nothing is written\nnote: mlops-tag\.config\.yaml/,
  'mended-all.diff': /^dry run: \d+ findings would be mended; nothing is written\nnote: mlops-tag\.config\.yaml/,
};

function folder(): string {
  const cwd = repositoryWith({});
  cpSync(join(FIXTURES, 'everything'), cwd, { recursive: true });
  return cwd;
}

function built(argv: readonly string[], cwd: string): RunResult {
  const env = { PATH: process.env['PATH'] ?? '', CI: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], { cwd, env, encoding: 'utf8' });
  return { code: status ?? -1, stdout, stderr };
}

describe.each(Object.entries(RUNS))('everything: %s', (name, argv) => {
  it('is what it was', async () => {
    const { code, stdout, stderr } = await run(argv, { cwd: folder() });
    const expected = join(FIXTURES, name);
    if (process.env['UPDATE'] === '1') writeFileSync(expected, stdout);
    expect([code, stdout]).toEqual([1, readFileSync(expected, 'utf8')]);
    expect(stderr).toMatch(STDERR[name] ?? /^$/);
  });

  it('is the same by the built program', async () => {
    const cwd = folder();
    expect(built(argv, cwd)).toEqual(await run(argv, { cwd }));
  });
});

describe('everything', () => {
  it('is mended in one run, with the report before and after as they follow', async () => {
    const cwd = folder();
    const before = JSON.parse((await run(['check', '-f', 'json'], { cwd })).stdout);
    const during = JSON.parse((await run(['check', '-f', 'json', '--write'], { cwd })).stdout);
    const after = JSON.parse((await run(['check', '-f', 'json'], { cwd })).stdout);
    expect(during.summary.fixed).toBe(before.summary.fixable);
    expect({ ...during, summary: { ...during.summary, fixed: 0 } }).toEqual(after);
    expect(after.summary.fixable).toBe(0);
  });
});
