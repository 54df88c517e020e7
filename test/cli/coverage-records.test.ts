/** `coverage` of records that `tag` wrote: the same counts as of the talks, from files, shards and standard input. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { type Folder, ndjson, newFolder } from './coverage-support.ts';

const TALKS = [
  { id: 'a', title: 'Data drift in production', text: 'We monitor data drift.', event: 'OpML', year: 2020 },
  { id: 'b', title: '特徴量ストア', text: '特徴量ストアを作った話。', event: '監視の会', year: 2024 },
  { id: 'c', title: 'データドリフトの検知', text: 'データドリフトを監視する。', event: '監視の会', year: 2024 },
  { id: 'd', title: 'Lunch', event: 'OpML', year: 2020 },
];

let folder: Folder;
let records: readonly string[];

const coverage = (argv: readonly string[], stdin: string | Uint8Array = '') =>
  folder.coverage([...argv, '--no-config', '--by', 'event', '-f', 'json'], { stdin });
const tagged = (format: string) =>
  run(['tag', 'raw/talks.ndjson', '--no-config', '-f', format], { cwd: folder.path }).then(({ stdout }) => stdout);

beforeAll(async () => {
  folder = newFolder({ 'raw/talks.ndjson': ndjson(TALKS) });
  records = (await tagged('ndjson')).trimEnd().split('\n');
  folder.put('all.ndjson', `${records.join('\n')}\n`);
  folder.put('report.json', await tagged('json'));
  folder.put('wide.ndjson', Buffer.from(`\ufeff${records.join('\r\n')}\r\n`, 'utf16le'));
  folder.put('part-00000', records.join('\n'));
  for (const [index, record] of [...records].reverse().entries())
    folder.put(`shards/監視-${index}.jsonl`, `\ufeff${record}\r\n`);
  folder.put('mixed/old.ndjson', `${records.slice(0, 2).join('\n')}\n`);
  folder.put('mixed/new.ndjson', ndjson(TALKS.slice(2)));
});

afterAll(() => folder.remove());

describe('records count as the talks they were made of', () => {
  it.each([
    ['lines', ['all.ndjson']],
    ['a report', ['report.json']],
    ['shards in a folder, in another order', ['shards']],
    ['shards by a glob', ['shards/*.jsonl']],
    ['lines in UTF-16', ['wide.ndjson']],
    ['a file of any name', ['part-00000']],
    ['records beside talks', ['mixed']],
  ])('%s', async (_what, paths) => {
    const whole = await coverage(['raw']);
    expect(await coverage(paths)).toEqual(whole);
    expect([whole.code, whole.stderr, JSON.parse(whole.stdout).talks]).toEqual([0, '', 4]);
  });

  it.each([
    ['lines', 'all.ndjson', []],
    ['lines under a name', 'all.ndjson', ['--stdin-filename', '監視.ndjson']],
    ['a report', 'report.json', []],
    ['lines in UTF-16', 'wide.ndjson', []],
    ['talks', 'raw/talks.ndjson', ['--stdin-filename', 'talks.ndjson']],
    ['talks without a name', 'raw/talks.ndjson', []],
  ])('%s on standard input', async (_what, file, argv) => {
    expect(await coverage(['-', ...argv], readFileSync(join(folder.path, file)))).toEqual(await coverage(['raw']));
  });
});

describe('what is wrong with records', () => {
  it.each<[string, () => string, RegExp, number]>([
    [
      'a record among talks',
      () => `${ndjson(TALKS.slice(0, 1))}${records[2]}\n`,
      /stdin\.ndjson:2 +error +is a record of tag among talks/,
      1,
    ],
    [
      'a talk among records',
      () => `${records[2]}\n${ndjson(TALKS.slice(1, 2))}`,
      /stdin\.ndjson:2 +error +is no record of tag/,
      1,
    ],
    [
      'a later version',
      () => `${records[0]}\n${records[1]?.replace('talk@1', 'talk@2')}\n`,
      /stdin\.ndjson:2 +error +is a record of another version \(mlops-tag\/talk@2\); update mlops-tag/,
      1,
    ],
    [
      'a cut-off last line',
      () => `${records[0]}\n${records[1]?.slice(0, 80)}`,
      /stdin\.ndjson:2 +error +the last record is cut off/,
      1,
    ],
  ])('%s is told, and the others are counted', async (_what, stdin, message, talks) => {
    const result = await coverage(['-'], stdin());
    expect([result.code, JSON.parse(result.stdout).talks]).toEqual([1, talks]);
    expect(result.stderr).toMatch(message);
  });

  it('tells a hundred records among talks, then how many more', async () => {
    const { stderr, stdout } = await coverage(['-'], `${ndjson(TALKS.slice(0, 1))}${`${records[2]}\n`.repeat(150)}`);
    expect(stderr.match(/\[record-among-talks\]/g)).toHaveLength(100);
    expect(stderr).toContain('50 more findings are left out');
    expect(JSON.parse(stdout).talks).toBe(1);
  });

  it('warns where the same shard is given twice, with the place in the shard', async () => {
    const { code, stderr } = await coverage(['all.ndjson', 'report.json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/report\.json:\d+ +warning +another talk has the id "c" too \[duplicate-id\]/);
    expect(stderr.match(/\[duplicate-id\]/g)).toHaveLength(4);
  });

  it('says once which tags the taxonomy does not know', async () => {
    const strange = records.map((record) => record.replaceAll('"drift"', '"ずれ"')).join('\n');
    const { code, stdout, stderr } = await coverage(['-'], strange);
    expect([code, stderr]).toEqual([
      0,
      'note: 2 talks carry tags the taxonomy which-part has not: ずれ (2); name theirs with --taxonomy\n',
    ]);
    expect(JSON.parse(stdout).all.elements['ずれ'].talks).toBe(2);
  });

  it('counts a tag for the part of the taxonomy, and says once which records have it elsewhere', async () => {
    const moved = records.map((record) => record.replaceAll('"part":"monitoring"', '"part":"運用"')).join('\n');
    const { code, stdout, stderr } = await coverage(['-'], moved);
    expect([code, stderr]).toEqual([
      0,
      'note: 2 talks carry tags under another part than the taxonomy which-part has them in: drift (運用, counted for monitoring)\n',
    ]);
    expect(stdout).toBe((await coverage(['raw'])).stdout);
  });

  it('names a report of another command where it was named, and passes it over in a folder', async () => {
    const report = (await coverage(['all.ndjson'])).stdout;
    folder.put('mixed/覆い.json', report);
    const [named, inFolder] = [await coverage(['mixed/覆い.json', 'all.ndjson']), await coverage(['mixed'])];
    expect([named.code, inFolder.code, inFolder.stderr]).toEqual([1, 0, '']);
    expect(named.stderr).toContain('is of the schema mlops-tag/coverage@1, which has no talks to count');
    expect(inFolder.stdout).toBe(report);
  });

  it('warns of a report without a talk', async () => {
    const { code, stdout, stderr } = await coverage(['-'], '{"schema": "mlops-tag/report@1", "talks": []}');
    expect([code, JSON.parse(stdout).talks]).toEqual([0, 0]);
    expect(stderr).toContain('stdin.json  warning  is a report of tag that holds no talk');
  });
});
