/** `coverage --compare`: two groups, or two files as wholes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { DRIFT, type Folder, ndjson, newFolder, TALKS } from './coverage-support.ts';

let folder: Folder;

beforeAll(async () => {
  folder = newFolder({
    'talks.ndjson': ndjson(TALKS),
    'one.ndjson': ndjson([{ id: 'z', title: 'ドリフト', text: DRIFT, event: '勉強会', year: 2021 }]),
    'config/mlops-tag.config.yaml': 'include: [..]\n',
    'check.json': '{"schema": "mlops-tag/check@1", "findings": []}',
    'later.json': '{"schema": "mlops-tag/coverage@9"}',
    'nothing.json': '{"a": 1}',
    'a.txt': 'no report',
    'b.txt': 'no report',
  });
  await folder.coverage(['talks.ndjson', '--by', 'event', '-f', 'json=all.json']);
  await folder.coverage(['one.ndjson', '-f', 'json=one.json']);
  await folder.coverage(['one.ndjson', '--include-review', '-f', 'json=review.json']);
  await run(['one.ndjson', '--format', 'ndjson', '-o', 'records.ndjson'], { cwd: folder.path });
  await run(['one.ndjson', '--format', 'json', '-o', 'tagged.json'], { cwd: folder.path });
});

afterAll(() => folder.remove());

async function compared(argv: readonly string[]) {
  const { stdout, stderr, code } = await folder.coverage([...argv, '-f', 'json']);
  expect([code, stdout === '' ? stderr : '']).toEqual([0, '']);
  return JSON.parse(stdout);
}

function statusOf(report: { comparison: { elements: { id: string; status: string }[] } }, id: string) {
  return report.comparison.elements.find((element) => element.id === id)?.status;
}

it.each([
  ['the later file', ['--compare', 'all.json', 'one.json'], 'one.json: 1 talk · '],
  ['talks that are named beside the files', ['talks.ndjson', '--compare', 'all.json', 'one.json'], '5 talks · '],
])('the head says that %s are counted', async (_name, argv, head) => {
  const { stdout } = await folder.coverage(argv);
  expect(stdout.slice(0, head.length)).toBe(head);
});

describe('groups', () => {
  it.each([
    ['paths behind the two', ['--compare', 'OpML', 'MLSE 夏合宿', 'talks.ndjson']],
    ['paths before', ['talks.ndjson', '--by', 'event', '--compare', 'OpML', 'MLSE 夏合宿']],
    ['one flag each', ['talks.ndjson', '--compare', 'OpML', '--compare', 'MLSE 夏合宿']],
    ['another width and case', ['talks.ndjson', '--compare', 'opml', 'ｍｌｓｅ 夏合宿']],
  ])('%s', async (_name, argv) => {
    const report = await compared(argv);
    expect([report.comparison.before, report.comparison.after]).toEqual([
      { name: 'OpML', talks: 2 },
      { name: 'MLSE 夏合宿', talks: 2 },
    ]);
    expect([statusOf(report, 'drift'), statusOf(report, 'feature-store')]).toEqual(['shrunk', 'new']);
  });

  it('of files, whose names are groups then', async () => {
    const report = await compared([
      'talks.ndjson',
      'one.ndjson',
      '--by',
      'source',
      '--compare',
      'talks.ndjson',
      'one.ndjson',
    ]);
    expect(report.comparison.after).toEqual({ name: 'one.ndjson', talks: 1 });
  });

  it.each([
    ['OpLM', 'MLSE 夏合宿', /There is no event "OpLM" \(did you mean "OpML"\?\); there are MLSE 夏合宿, OpML\./],
    ['OpML', 'MLSE 冬合宿', /There is no event "MLSE 冬合宿" \(did you mean "MLSE 夏合宿"\?\)/],
    ['OpML', 'opml', /"OpML" and "opml" are the same group/],
    ['all.json', 'OpML', /all\.json is a file and "OpML" is none that can be compared/],
    ['夏.json', 'all.json', /all\.json is a file and "夏\.json" is none that can be compared/],
    ['a.txt', 'b.txt', /There is no event "a\.txt"/],
    ['2019', '2020', /There is no event "2019".* Both are values of year: add --by year\./],
    ['en', 'ja', /Both are values of lang: add --by lang\./],
    ['2019', 'ja', /there are MLSE 夏合宿, OpML\.$/m],
  ])('%s and %s', async (before, after, message) => {
    const { code, stdout, stderr } = await folder.coverage(['talks.ndjson', '--compare', before, after]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

it.each([
  [['OpML', 'MLSE 夏合宿', '2024'], 2, 'mlops-tag: --compare compares two; "2024" is no file or folder.\n'],
  [['OpML', 'MLSE 夏合宿', '冬'], 2, 'mlops-tag: --compare compares two; "冬" is no file or folder.\n'],
  [['OpML', 'MLSE 夏合宿', 'talks.*'], 0, 'note: 1 of 5 talks says no event\n'],
])('a third behind %j', async (names, exit, told) => {
  const { code, stderr } = await folder.coverage(['--compare', ...names, '-f', 'json']);
  expect([code, stderr]).toEqual([exit, told]);
});

describe('files', () => {
  it.each([
    ['reports', 'all.json', 'one.json'],
    ['a report and records', 'all.json', 'records.ndjson'],
    ['a report and a report of tag', 'all.json', 'tagged.json'],
    ['talks', 'talks.ndjson', 'one.ndjson'],
  ])('%s', async (_name, before, after) => {
    const report = await compared(['--compare', before, after]);
    expect([report.comparison.before, report.comparison.after]).toEqual([
      { name: before, talks: 5 },
      { name: after, talks: 1 },
    ]);
    expect([report.talks, statusOf(report, 'drift'), statusOf(report, 'feature-store')]).toEqual([1, 'grown', 'gone']);
  });

  it('needs no config to say what is read, and counts what paths name beside them', async () => {
    const alone = await folder.coverage(['--compare', '../all.json', '../one.json', '-f', 'json'], {
      cwd: `${folder.path}/config`,
    });
    expect(JSON.parse(alone.stdout).talks).toBe(1);
    const beside = await compared(['--compare', 'one.json', 'all.json', 'one.ndjson', 'talks.ndjson']);
    expect([beside.talks, beside.comparison.after.talks]).toEqual([6, 5]);
  });

  it('holds targets against the later one', async () => {
    const argv = ['--compare', 'one.json', 'all.json', '--min', 'each: 監視・運用 >= 2', '-f', 'json'];
    const { code, stderr } = await folder.coverage(argv);
    expect([code, stderr]).toEqual([
      1,
      'note: 1 of 5 talks says no event\nMLSE 夏合宿: 監視・運用: 1 of 2 talks, fewer than asked (--min each: 監視・運用 >= 2)\n',
    ]);
  });

  it.each([
    [['check.json', 'one.json'], /check\.json is a report of check; coverage --compare takes/],
    [['one.json', 'later.json'], /later\.json is a report of another version of coverage/],
    [['one.json', 'nothing.json'], /nothing\.json holds neither a report of coverage --format json nor talks/],
    [['one.json', 'review.json'], /review\.json counts the tags of talks in doubt and one\.json does not/],
    [['all.json', 'one.json', '--by', 'year'], /one\.json counts all talks as one group, not by year/],
    [['all.json', 'one.json', '--gaps'], /--gaps compares groups, and one\.json counts all talks as one group/],
    [['one.json', 'all.json', '--trend', 'year'], /--trend needs the talks themselves/],
    [['one.json', 'all.json', '--patch', 'main'], /--patch needs the talks themselves/],
    [['one.json', 'all.json', '-o', 'one.json'], /one\.json is an input/],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await folder.coverage(['--compare', ...argv]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
