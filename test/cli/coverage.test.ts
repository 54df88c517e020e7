/** What `coverage` counts, tells and refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/width.ts';
import { DRIFT, type Folder, KANSHI, ndjson, newFolder, STORE, TALKS } from './coverage-support.ts';

let folder: Folder;

beforeAll(() => {
  folder = newFolder({
    'talks.ndjson': ndjson(TALKS),
    'talks/監視.md': `# モデル監視の実際\n\n${KANSHI}\n`,
    'empty.ndjson': '',
    'nothing/data.json': '{"a": 1}',
    'goals.yaml':
      'all:\n  - monitoring >= 9\n  - talks >= 5\ngroups:\n  "MLSE 夏合宿": ["特徴量ストア >= 1", "drift > 1"]\n',
    'names.yaml': '- drfit >= 1\n- 監視 >= 1\n',
    'wrong.yaml': 'all: [monitoring]\n',
    'with-config/mlops-tag.config.yaml': 'include: [発表]\n',
    'with-config/発表/a.md': `# 特徴量ストアの運用\n\n${STORE}\n`,
    'with-config/other/b.md': `# Drift\n\n${DRIFT}\n`,
  });
});

afterAll(() => folder.remove());

async function counts(argv: readonly string[]) {
  const { stdout, stderr, code } = await folder.coverage([...argv, '-f', 'json']);
  return { report: JSON.parse(stdout), stderr, code };
}

describe('groups', () => {
  it.each([
    [
      ['--by', 'event'],
      [
        ['MLSE 夏合宿', 2],
        ['OpML', 2],
        ['', 1],
      ],
      'note: 1 of 5 talks says no event\n',
    ],
    [
      ['--by', 'year'],
      [
        ['2019', 1],
        ['2020', 3],
        ['', 1],
      ],
      'note: 1 of 5 talks says no year\n',
    ],
    [
      ['--by', 'room'],
      [
        ['A', 1],
        ['', 4],
      ],
      'note: 4 of 5 talks say no room\n',
    ],
    [
      ['--by', 'lang'],
      [
        ['en', 3],
        ['ja', 2],
      ],
      '',
    ],
    [['--by', 'lang', '--lang', 'ja'], [['ja', 2]], ''],
    [[], [['', 5]], ''],
  ])('%j', async (flags, groups, told) => {
    const { report, stderr, code } = await counts(['talks.ndjson', ...flags]);
    expect(report.groups.map(({ key, talks }: { key: string; talks: number }) => [key, talks])).toEqual(groups);
    expect([stderr, code]).toEqual([told, 0]);
  });

  it('by two keys, with what says neither', async () => {
    const { report, stderr } = await counts(['talks.ndjson', '--by', 'event', '--and', 'year']);
    const groups = report.groups.map(({ key, and }: { key: string; and: string }) => [key, and]);
    expect(groups).toEqual([
      ['MLSE 夏合宿', '2020'],
      ['OpML', '2019'],
      ['OpML', '2020'],
      ['', ''],
    ]);
    expect(stderr).toBe('note: 1 of 5 talks says no event\nnote: 1 of 5 talks says no year\n');
  });

  it('says which keys there are where no talk has the one asked for', async () => {
    const { code, stdout, stderr } = await folder.coverage(['talks.ndjson', '--by', 'evnt']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^mlops-tag: No talk has "evnt" \(did you mean "event"\?\); talks have .*room/);
  });

  it('counts what the config includes where no path is named', async () => {
    const cwd = `${folder.path}/with-config`;
    const { stdout, code } = await folder.coverage(['-f', 'json'], { cwd });
    expect([JSON.parse(stdout).talks, JSON.parse(stdout).all.elements['feature-store'].talks, code]).toEqual([1, 1, 0]);
    expect((await folder.coverage(['--print-config'], { cwd })).stdout).toContain('発表');
  });

  it('tells the years apart and those that say none', async () => {
    const { report } = await counts(['talks.ndjson', '--trend', 'year']);
    expect(report.trend.points.map(({ key, talks }: { key: string; talks: number }) => [key, talks])).toEqual([
      ['2019', 1],
      ['2020', 3],
    ]);
    expect(report.trend.undated).toBe(1);
  });

  it('finds what a group lacks', async () => {
    const { report } = await counts(['talks.ndjson', '--by', 'event', '--gaps']);
    const gaps = report.gaps.map(({ key, id }: { key: string; id: string }) => `${key}: ${id}`);
    expect(gaps).toContain('OpML: feature-store');
    expect(gaps).not.toContain('MLSE 夏合宿: feature-store');
  });

  it('notes that one group has none to be compared with', async () => {
    const { report, stderr } = await counts(['talks.ndjson', '--by', 'room', '--gaps']);
    expect(report.gaps).toEqual([]);
    expect(stderr).toContain('note: --gaps compares groups, and "A" is the only room\n');
  });
});

describe('a target of an unknown concept', () => {
  it('is told before anything is counted', async () => {
    const files = ['talks', 'broken.json', '--min', '蒸気機関 >= 1', '-o', 'never.txt'];
    folder.put('broken.json', '{"title": ');
    const { code, stdout, stderr } = await folder.coverage(files);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^mlops-tag: --min: the taxonomy .* has no part or element "蒸気機関"/);
  });

  it('counts where records have it', async () => {
    const tags = [{ id: '蒸気機関', part: 'machines', confidence: 0.9 }];
    const record = { schema: 'mlops-tag/talk@1', id: 'a', title: 'a', status: 'tagged', primary: '蒸気機関', tags };
    folder.put('records.txt', `${JSON.stringify(record)}\n`);
    for (const [argv, stdin] of [
      [['records.txt'], ''],
      [['-'], `${JSON.stringify(record)}\n`],
    ] as const) {
      const { code, stderr } = await folder.coverage([...argv, '--min', '蒸気機関 >= 1'], { stdin });
      expect([code, stderr]).toEqual([0, expect.stringContaining('蒸気機関')]);
    }
  });
});

describe('--title', () => {
  it('is at the head of reports for people', async () => {
    const { stdout } = await folder.coverage(['talks.ndjson', '--title', ' 京都の MLOps ', '-f', 'markdown']);
    expect(stdout).toMatch(/^## 京都の MLOps\n/);
  });

  it('says something', async () => {
    const { code, stderr } = await folder.coverage(['talks.ndjson', '--title', ' ']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--title is empty')]);
  });
});

describe('no talk', () => {
  it.each([
    [['empty.ndjson', '--by', 'event'], 0, 'note: no talk was found; every count is 0\n'],
    [['nothing'], 0, 'note: no talk was found; every count is 0\n'],
    [['talks', '--lang', 'en,other'], 0, 'note: no talk in en or other was found; every count is 0\n'],
    [['発表なし'], 2, 'mlops-tag: 発表なし: no such file or folder\n'],
  ])('%j', async (argv, exit, told) => {
    const { code, stdout, stderr } = await folder.coverage([...argv, '-f', 'json']);
    expect([code, stderr]).toEqual([exit, told]);
    if (exit === 0) expect(JSON.parse(stdout).all.elements.drift.talks).toBe(0);
  });
});

describe('targets', () => {
  it.each([
    ['met', ['--min', 'monitoring>=3', '--min', 'talks >= 5'], 0, []],
    ['missed', ['--min', '監視・運用 >= 4'], 1, ['監視・運用: 3 of 5 talks, fewer than asked (--min 監視・運用 >= 4)']],
    ['too many', ['--min', 'drift<3'], 1, ['drift: 3 of 5 talks, more than asked (--min drift<3)']],
    [
      'of each group',
      ['--by', 'event', '--min', 'each: feature-store>=1'],
      1,
      [
        'note: 1 of 5 talks says no event',
        'OpML: feature-store: 0 of 2 talks, fewer than asked (--min each: feature-store>=1)',
      ],
    ],
    ['talks themselves', ['--min', 'talks > 5'], 1, ['5 talks, fewer than asked (--min talks > 5)']],
    [
      'by another name',
      ['--min', 'monitor >= 6'],
      1,
      ['monitor (Model monitoring): 3 of 5 talks, fewer than asked (--min monitor >= 6)'],
    ],
    [
      'of each group where there is none',
      ['--by', 'track', '--min', 'each: drift>=1', '--min', 'each: データドリフト < 9'],
      1,
      [
        'note: 5 of 5 talks say no track',
        'drift: asked of each track, and there is none (--min each: drift>=1)',
        'データドリフト (Data and concept drift): asked of each track, and there is none (--min each: データドリフト < 9)',
      ],
    ],
    [
      'of no talk',
      ['--lang', 'other', '--min', 'drift <= 9', '--min', 'talks <= 9'],
      1,
      [
        'note: no talk in other was found; every count is 0',
        'drift: asked of the talks, and there is none (--min drift <= 9)',
      ],
    ],
    [
      'never failing',
      ['--min', 'drift>3', '--fail-on', 'never'],
      0,
      ['drift: 3 of 5 talks, fewer than asked (--min drift>3)'],
    ],
    [
      'of a file',
      ['--by', 'event', '--expect', 'goals.yaml'],
      1,
      [
        'note: 1 of 5 talks says no event',
        'monitoring: 3 of 5 talks, fewer than asked (goals.yaml:2 monitoring >= 9)',
        'MLSE 夏合宿: drift: 1 of 2 talks, fewer than asked (goals.yaml:5 drift > 1)',
      ],
    ],
  ])('%s', async (_name, flags, exit, told) => {
    const { report, stderr, code } = await counts(['talks.ndjson', ...flags]);
    expect([stderr.split('\n').filter(Boolean), code]).toEqual([told, exit]);
    expect(report.targets.length).toBeGreaterThan(0);
  });

  it.each([
    [['--min', 'drfit>=1'], /^mlops-tag: --min: .*"drfit" \(did you mean "drift"\?\)/],
    [['--min', '監視'], /^mlops-tag: --min: "監視" is no target/],
    [['--expect', 'wrong.yaml'], /^mlops-tag: .*\n\nwrong\.yaml:1:\d+: "monitoring" is no target/],
    [['--expect', '目標.yaml'], /^mlops-tag: --expect 目標\.yaml cannot be read: no such file\./],
    [['--min', 'each: drift>=1'], /^mlops-tag: --min: .*--by KEY/],
    [['--min', '監視 >= 1'], /^mlops-tag: --min: "監視" is the name of no part or element .*did you mean "監視・運用"/],
    [['--min', '監視', '--min', 'drfit>=1'], /^mlops-tag: .*\n\n--min: "監視" is no target.*\n--min: .*"drfit"/],
    [['--expect', 'names.yaml'], /^mlops-tag: .*\n\nnames\.yaml:1:3: .*"drfit".*\nnames\.yaml:2:3: .*"監視"/],
  ])('%j cannot be read', async (flags, message) => {
    const { code, stdout, stderr } = await folder.coverage(['talks.ndjson', ...flags]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('flags that cannot be right', () => {
  it.each([
    [[], /missing required argument 'paths'/],
    [['talks', '--gaps'], /--gaps says what a group lacks that others have: add --by event/],
    [['talks', '--and', 'year'], /--and is the second key; write --by KEY --and year/],
    [['talks', '--by', 'year', '--and', 'year'], /--by and --and are both year/],
    [['talks', '--by', '　'], /--by and --and take a key/],
    [['talks', '--trend', 'event'], /It is one of year/],
    [['talks', '--groups', '0'], /It takes a whole number from 1 on/],
    [['talks', '-f', 'jsno'], /There is no format "jsno" \(did you mean "json"\?\)/],
    [['talks', '--lang', '日本語'], /--lang: "日本語" is none of en, ja, other/],
    [['talks', '--compare', 'OpML'], /--compare takes two groups or two files, before and after; there is only "OpML"/],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await folder.coverage(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

it('has help that fits into 80 columns, and says by what groups are compared', async () => {
  const { stdout } = await folder.coverage(['--help']);
  expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  expect(stdout.replace(/\s+/g, ' ')).toContain('(of --by; default: event)');
});

it('gives signals their turn among many talks', async () => {
  const turnsAmong = async (talks: number): Promise<number> => {
    folder.put('many.ndjson', ndjson(Array.from({ length: talks }, (_, i) => ({ id: `t${i}`, title: `監視 ${i}` }))));
    let turns = 0;
    let isOn = true;
    const turn = (): void => {
      turns++;
      if (isOn) setImmediate(turn);
    };
    setImmediate(turn);
    expect((await folder.coverage(['many.ndjson', '-f', 'json'])).code).toBe(0);
    isOn = false;
    return turns;
  };
  expect(await turnsAmong(4000)).toBeGreaterThanOrEqual((await turnsAmong(1)) + 10);
});
