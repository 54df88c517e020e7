/** The executable as a process: what only a real pipe, a real signal and real threads show. Needs the build, which `npm test` makes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/run.ts';

const BIN = join(ROOT, 'bin/mlops-tag.js');
let place: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-process-'));
  mkdirSync(join(place, 'talks'));
  for (let i = 0; i < 700; i++) {
    const title = i % 2 === 0 ? `Data drift ${i}` : `データドリフト ${i}`;
    writeFileSync(join(place, `talks/${String(i).padStart(3, '0')}.md`), `---\ntitle: ${title}\n---\n`);
  }
  writeFileSync(join(place, 'talks/500-broken.md'), '---\ntitle: "x\n---\n');
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

const spawned = (argv: readonly string[]) =>
  spawnSync(process.execPath, [BIN, ...argv], { cwd: place, encoding: 'utf8' });

describe('the executable', () => {
  it('prints its version', () => {
    const { status, stdout } = spawned(['--version']);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it('gives the same bytes whatever the number of threads', () => {
    const one = spawned(['talks', '-f', 'ndjson', '--threads', '1']);
    const three = spawned(['talks', '-f', 'ndjson', '--threads', '3']);
    expect(one.stdout.split('\n')).toHaveLength(701);
    expect(three.stdout).toBe(one.stdout);
    expect([one.status, three.status]).toEqual([1, 1]);
    expect(three.stderr).toMatch(/500-broken\.md:\d+:\d+ +error/);
  });

  it('is content when the reader goes away', () => {
    const { status, stdout } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${BIN}" talks | head -n 2; echo "\${PIPESTATUS[0]}"`],
      {
        cwd: place,
        encoding: 'utf8',
      },
    );
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, '0']);
  });

  it('reads talks as they come in', async () => {
    const child = spawn(process.execPath, [BIN, '-', '--stdin-filename', 'a.ndjson', '-f', 'ndjson'], { cwd: place });
    const line = `${JSON.stringify({ title: 'データドリフト' })}\n`;
    child.stdin.write(line.repeat(5000));
    const [first] = await new Promise<Buffer[]>((resolve) =>
      child.stdout.once('data', (data: Buffer) => resolve([data])),
    );
    expect(JSON.parse(String(first).split('\n')[0] ?? '')).toMatchObject({ primary: 'drift' });
    child.stdin.end();
    child.stdout.resume();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at %s with %i and leaves no half file', async (signal, code) => {
    const child = spawn(
      process.execPath,
      [BIN, '-', '--stdin-filename', 'a.ndjson', '-f', 'ndjson', '-o', 'out.ndjson'],
      { cwd: place },
    );
    child.stdin.on('error', () => undefined);
    child.stdin.write(`${JSON.stringify({ title: 'データドリフト' })}\n`.repeat(2000));
    await until(() => readdirSync(place).some((name) => name.endsWith('.tmp')));
    child.kill(signal);
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(code);
    expect(readdirSync(place)).toEqual(['talks']);
  });

  it('completes in bash', () => {
    const script = `source <("${process.execPath}" "${BIN}" completion bash); COMP_WORDS=(mlops-tag exp); COMP_CWORD=1; _mlops_tag; echo "\${COMPREPLY[@]}"`;
    expect(execFileSync('bash', ['-c', script], { cwd: place, encoding: 'utf8' }).trim()).toBe('explain');
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
