/** The executable as a process: what only a real pipe, a real signal and real threads show. Needs the build, which `npm test` makes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
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

const spawned = (argv: readonly string[], input: string | Uint8Array = '') =>
  spawnSync(process.execPath, [BIN, ...argv], { cwd: place, encoding: 'utf8', input });

const titlesIn = (ndjson: string): readonly unknown[] =>
  ndjson
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).title);

describe('the executable', () => {
  it.each([
    [
      'comments in YAML front matter',
      'a.md',
      '---\ntitle: データドリフト\n# mlops-tag-disable missing-event: 理由\n---\n\n本文\n',
    ],
    [
      'comments in TOML front matter',
      'a.md',
      '+++\ntitle = "データドリフト"\n# mlops-tag-disable missing-event: 理由\n+++\n\n本文\n',
    ],
    [
      'comments in YAML',
      'a.yaml',
      '- title: データドリフト # mlops-tag-disable missing-event: 理由\n  abstract: 本文\n',
    ],
  ])('has in its bundle what hears %s', (_what, name, content) => {
    const argv = ['check', '-', '--stdin-filename', name, '-f', 'json', '--no-config', '--rule', 'missing-tags=off'];
    const { status, stdout, stderr } = spawned(argv, content);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { disabled: 1, warnings: 0 }, findings: [] });
  });

  it.each([
    [
      'YAML',
      'a.md',
      '---\ntitle: データドリフトの検知\n---\n\n本文\n',
      '---\ntitle: データドリフトの検知\nmlops: [drift]\n---\n\n本文\n',
    ],
    [
      'TOML',
      'b.md',
      '+++\ntitle = "データドリフトの検知"\n+++\n\n本文\n',
      '+++\ntitle = "データドリフトの検知"\nmlops = ["drift"]\n+++\n\n本文\n',
    ],
    [
      'JSON',
      'c.json',
      '[{"title": "データドリフトの検知"}]\n',
      '[{"title": "データドリフトの検知", "mlops": ["drift"]}]\n',
    ],
    ['no front matter', 'd.md', '# データドリフトの検知\n', '---\nmlops: [drift]\n---\n\n# データドリフトの検知\n'],
  ])('has in its bundle what writes to %s', (_what, name, content, expected) => {
    const file = join(place, 'written', name);
    mkdirSync(join(place, 'written'));
    writeFileSync(file, content);
    const diff = spawned(['check', `written/${name}`, '--write', '--dry-run', '--no-config']);
    expect(diff.stdout).toContain('drift');
    expect(readFileSync(file, 'utf8')).toBe(content);
    const { stderr } = spawned(['check', `written/${name}`, '--write', '--no-config']);
    expect(stderr).toBe('');
    expect(readFileSync(file, 'utf8')).toBe(expected);
    rmSync(join(place, 'written'), { recursive: true });
  });

  it('prints its version', () => {
    const { status, stdout } = spawned(['--version']);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it('expands a glob that the shell has left alone', () => {
    const { status, stdout, stderr } = spawned(['talks/00[01].{md,txt}', '-f', 'ndjson']);
    expect([status, stderr]).toEqual([0, '']);
    expect(titlesIn(stdout)).toEqual(['Data drift 0', 'データドリフト 1']);
  });

  it.each([
    ['CSV', 'a.csv', 'title\nデータドリフト\n'],
    ['YAML beyond the plain', 'a.yaml', '- &a {title: "データドリフト"}\n'],
    ['TOML', 'a.md', '+++\ntitle = "データドリフト"\n+++\nx\n'],
    ['YAML front matter beyond the plain', 'a.md', '---\ntitle: >-\n  データドリフト\na: {b: c}\n---\nx\n'],
    ['JSON front matter', 'a.md', '---json\n{"title":"データドリフト"}\n---\nx\n'],
    ['HTML in a value', 'a.json', '{"title":"<b>データ</b>ドリフト"}'],
    ['Shift_JIS', 'a.txt', iconv.encode('データドリフト\n\n監視の話です。\n', 'Shift_JIS')],
    ['EUC-JP', 'a.txt', iconv.encode('データドリフト\n\n監視の話です。\n', 'EUC-JP')],
  ])('has in its bundle what reads %s', (_what, name, content) => {
    const { status, stdout, stderr } = spawned(['-', '--stdin-filename', name, '-f', 'ndjson'], content);
    expect([status, stderr]).toEqual([0, '']);
    expect(titlesIn(stdout)).toEqual(['データドリフト']);
  });

  it('has in its bundle what tells where JSON is broken', () => {
    const { status, stderr } = spawned(['-', '--stdin-filename', 'a.json'], '{"title": "監視",\n "a": }');
    expect([status, stderr]).toEqual([1, expect.stringContaining('a.json:2:7')]);
  });

  it('gives the same bytes whatever the number of threads', () => {
    const one = spawned(['talks', '-f', 'ndjson', '--threads', '1']);
    const three = spawned(['talks', '-f', 'ndjson', '--threads', '3']);
    expect(one.stdout.split('\n')).toHaveLength(701);
    expect(three.stdout).toBe(one.stdout);
    expect([one.status, three.status]).toEqual([1, 1]);
    expect(three.stderr).toMatch(/500-broken\.md:\d+:\d+ +error/);
  });

  it('tells that standard input is a folder', () => {
    const folder = openSync(place, 'r');
    const { status, stderr } = spawnSync(process.execPath, [BIN, '-'], {
      encoding: 'utf8',
      stdio: [folder, 'pipe', 'pipe'],
    });
    closeSync(folder);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/stdin\.md +error +cannot be read: it is a folder/)]);
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

  it('says in one line that the disk is full', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${BIN}" talks -f ndjson --threads 1 > /dev/full`],
      {
        cwd: place,
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([2, expect.stringMatching(/the output cannot be written \(ENOSPC\)/)]);
    expect(stderr).not.toMatch(/\n +at /);
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
