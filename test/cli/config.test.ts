/** What a config does to the commands that read talks. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../config/support.ts';
import { ROOT, run } from '../support/run.ts';

/** Threads need the build, which `npm test` makes. */
const BIN = join(ROOT, 'bin/mlops-tag.js');

const DRIFT = '# Data drift in production\n\nWe detect data drift of a live model.\n';
const KANSHI =
  '---\n演目: モデル監視の実際\ntaxonomies: { topic: [ドリフト] }\n---\n\n精度監視を毎日行う。データドリフトの検知も話す。\n';

const CONFIG = `# 発表集の設定
include: [発表]
exclude: [下書き/]
fields:
  title: 演目
declared: taxonomies.topic
paths: 発表/{event}/{year}/*.md
thresholds:
  tags: 1
rules:
  missing-event: error
overrides:
  - files: 発表/古い会/**
    rules: { missing-tags: off }
`;

const FILES = {
  '.git/': '',
  'mlops-tag.config.yaml': CONFIG,
  '発表/監視の会/2023/kanshi.md': KANSHI,
  '発表/監視の会/2023/drift.md': DRIFT,
  '発表/下書き/2023/x.md': DRIFT,
  'docs/guide.md': DRIFT,
};

const PRINTED = `taxonomy: which-part  # default
# model: the one that ships  # default
include: [発表]  # mlops-tag.config.yaml:2
exclude: [下書き/]  # mlops-tag.config.yaml:3
fields:
  title: [演目]  # mlops-tag.config.yaml:5
declared:
  key: taxonomies.topic  # mlops-tag.config.yaml:6
  as: id  # default
paths: ["発表/{event}/{year}/*.md"]  # mlops-tag.config.yaml:7
thresholds:
  tag: 0.7  # --min-confidence
  suggest: 0.8  # default
  tags: 1  # mlops-tag.config.yaml:9
rules:
`;

function talksOf(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a config', () => {
  it('says what is read and how, from the root and from below', async () => {
    const root = folderWith(FILES);
    for (const [cwd, path] of [
      [root, '発表/監視の会/2023/'],
      [join(root, '発表'), '監視の会/2023/'],
    ] as const) {
      const { code, stdout, stderr } = await run(['tag', '-f', 'ndjson'], { cwd });
      expect([code, stderr]).toEqual([0, '']);
      const talks = talksOf(stdout);
      const prefix = cwd === root ? path : `../発表/${path}`.replace('../発表/', '');
      expect(talks.map(({ source }) => source)).toEqual([
        { path: `${prefix}drift.md`, line: 1 },
        expect.objectContaining({ path: `${prefix}kanshi.md` }),
      ]);
      expect(talks).toMatchObject([
        { event: '監視の会', year: 2023 },
        { event: '監視の会', year: 2023, title: 'モデル監視の実際', declared: ['ドリフト'] },
      ]);
      for (const { tags } of talks) expect(tags).toHaveLength(1);
    }
  });

  it('leaves a file in that the command line names, and nothing with --no-config', async () => {
    const root = folderWith(FILES);
    const named = await run(['発表/下書き/2023/x.md', '-f', 'ndjson'], { cwd: root });
    expect(talksOf(named.stdout)).toHaveLength(1);
    const bare = await run(['.', '-f', 'ndjson', '--no-config'], { cwd: root });
    expect(talksOf(bare.stdout).map(({ event }) => event)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('gives way to the command line', async () => {
    const root = folderWith(FILES);
    const { stdout } = await run(['発表', '-f', 'ndjson', '--limit', '3', '--min-confidence', '0.1'], { cwd: root });
    expect(talksOf(stdout).some(({ tags }) => Array.isArray(tags) && tags.length > 1)).toBe(true);
  });

  it('holds for explain and eval too', async () => {
    const root = folderWith({ ...FILES, 'x.yaml': 'declared: taxonomies.topic\nfields: { title: 演目 }\n' });
    const explained = await run(['explain', '発表', '-f', 'json'], { cwd: root });
    expect(explained.stdout).toContain('モデル監視の実際');
    const measured = await run(['eval', '発表', '-f', 'json', '--config', 'x.yaml'], { cwd: root });
    expect([measured.code, measured.stderr]).toEqual([0, '2 talks without labels left out\n']);
  });

  it('is told with its mistakes, exit 2', async () => {
    const root = folderWith({
      '.git/': '',
      'mlops-tag.config.yaml': '除外: x\nrules: { unknown-tags: off }\n',
      'a.md': DRIFT,
    });
    const { code, stdout, stderr } = await run(['a.md'], { cwd: root });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'mlops-tag: the config cannot be used\n\n' +
        'mlops-tag.config.yaml:1:1: unknown key "除外"\n' +
        'mlops-tag.config.yaml:2:10: unknown key "unknown-tags" (did you mean "unknown-tag"?)\n',
    );
  });

  it('is no talk, whatever its name', async () => {
    const root = folderWith({ 'talks.yaml': 'include: [.]\n', '設定.yaml': 'title: x\n', 'a.md': DRIFT });
    const { stdout } = await run(['tag', '-f', 'ndjson', '--config', 'talks.yaml'], { cwd: root });
    expect(talksOf(stdout).map(({ source }) => source)).toEqual([
      { path: 'a.md', line: 1 },
      { path: '設定.yaml', line: 1 },
    ]);
  });

  it('reaches every thread', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 320 }, (_, i) => [
        `発表/会${i % 7}/2024/talk-${i}.md`,
        `---\n演目: 発表 ${i}\n---\n\nData drift.\n`,
      ]),
    );
    const root = folderWith({ '.git/': '', 'mlops-tag.config.yaml': CONFIG, ...files });
    const [one, two] = ['1', '2'].map((threads) =>
      spawnSync(process.execPath, [BIN, '発表', '-f', 'ndjson', '--threads', threads], { cwd: root, encoding: 'utf8' }),
    );
    expect(two?.stdout).toBe(one?.stdout);
    const talks = talksOf(two?.stdout ?? '');
    expect(talks).toHaveLength(320);
    expect(
      talks.every(
        ({ event, year, title }) => /^会\d$/.test(String(event)) && year === 2024 && /^発表 \d+$/.test(String(title)),
      ),
    ).toBe(true);
  });
});

describe('--print-config', () => {
  it('shows every value with where it came from', async () => {
    const { code, stdout } = await run(['tag', '--print-config', '--min-confidence', '0.7'], {
      cwd: folderWith(FILES),
    });
    expect(code).toBe(0);
    expect(stdout.slice(0, PRINTED.length)).toBe(PRINTED);
    expect(stdout).toContain('  missing-event: error  # mlops-tag.config.yaml:11\n');
    expect(stdout).toContain('  duplicate-talk: error  # default\n');
    expect(stdout).toContain(
      'overrides:\n  - { files: ["発表/古い会/**"], rules: { missing-tags: off } }  # mlops-tag.config.yaml:13\n# baseline: none  # default\n',
    );
  });

  it('shows a config that gives the same', async () => {
    const root = folderWith(FILES);
    const { stdout } = await run(['tag', '--print-config'], { cwd: join(root, '発表') });
    writeFileSync(join(root, 'mlops-tag.config.yaml'), stdout);
    const again = await run(['tag', '--print-config'], { cwd: join(root, '発表') });
    const values = (text: string): string => text.replace(/ {2}#.*$/gm, '');
    expect(values(again.stdout)).toBe(values(stdout));
    expect(again.stdout).toContain('include: [発表]  # ../mlops-tag.config.yaml:3\n');
  });

  it('reads no talk and needs none', async () => {
    const { code, stdout, stderr } = await run(['explain', '無い.md', '--print-config', '--no-config'], {
      cwd: folderWith({ '.git/': '' }),
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/^.*# default$/gm, '').trim()).toBe('declared:\n\n\n\nthresholds:\n\n\n\nrules:');
  });
});

describe('tag without paths', () => {
  it('asks for them where no config names any', async () => {
    const { code, stderr } = await run(['tag', '-f', 'json'], { cwd: folderWith({ '.git/': '' }) });
    expect([code, stderr]).toEqual([
      2,
      "mlops-tag: missing required argument 'paths': name files or folders, or write a config with `include`.\n",
    ]);
  });
});
