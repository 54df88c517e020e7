/** What configs and words of a person in place do to `check`. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { CLEAN, checked, ERROR, type Found, repositoryWith, talkOf, WARNING } from './check-support.ts';

const WITHOUT_EVENT = WARNING;
const PLAIN = '本番のモデルのデータドリフトを検知します。';

interface Case {
  readonly config?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly found: readonly Found[];
  readonly summary?: Readonly<Record<string, number>>;
  readonly flags?: readonly string[];
}

const CONFIGS: Readonly<Record<string, Case>> = {
  'severities of a config': {
    config: 'rules: { missing-event: off, unknown-tag: warning }',
    files: { '発表/一.md': WITHOUT_EVENT, '発表/二.md': ERROR },
    found: [['発表/二.md', 4, 'unknown-tag', '量子計算機']],
    summary: { errors: 0, warnings: 1 },
  },
  'the command line against the config': {
    config: 'rules: { missing-event: off, unknown-tag: warning }',
    flags: ['--rule', 'missing-event=error'],
    files: { '発表/一.md': WITHOUT_EVENT, '発表/二.md': ERROR },
    found: [
      ['発表/一.md', 2, 'missing-event'],
      ['発表/二.md', 4, 'unknown-tag', '量子計算機'],
    ],
    summary: { errors: 1, warnings: 1 },
  },
  'overrides by glob, the last that fits': {
    config: `overrides:
  - { files: 発表/**, rules: { missing-event: error } }
  - { files: [発表/古い会/**], rules: { missing-event: off } }`,
    files: { '発表/古い会/一.md': WITHOUT_EVENT, '発表/新しい会/二.md': WITHOUT_EVENT.replace('番', '番その二') },
    found: [['発表/新しい会/二.md', 2, 'missing-event']],
    summary: { errors: 1, warnings: 0 },
  },
  'events from the path': {
    config: 'paths: 発表/{event}/{year}/*.md',
    files: { '発表/監視の会/2024/一.md': WITHOUT_EVENT, '発表/一.md': WITHOUT_EVENT.replace('番', '番その二') },
    found: [['発表/一.md', 2, 'missing-event']],
  },
  'declared tags under another key': {
    config: 'declared: taxonomies.topic',
    files: {
      '発表/一.md': talkOf('札の話', 'taxonomies:\n  topic: [drift, 量子計算機]'),
      '発表/二.md': talkOf('別の札の話', 'mlops: [量子計算機]'),
    },
    found: [
      ['発表/一.md', 5, 'unknown-tag', '量子計算機'],
      ['発表/二.md', 2, 'missing-tags'],
    ],
  },
  'declared tags as labels': {
    config: 'declared: { key: topics, as: ja }',
    files: { '発表/一.md': talkOf('札の話', 'topics: [drift]') },
    found: [['発表/一.md', 4, 'non-canonical-tag', 'drift']],
  },
  'tags at most': {
    config: 'thresholds: { tags: 1 }',
    files: { '発表/一.md': talkOf('札の話', 'mlops: [drift, data-quality]') },
    found: [
      ['発表/一.md', 4, 'too-many-tags'],
      ['発表/一.md', 4, 'unsupported-tag', 'data-quality'],
    ],
  },
  'a cut so high that nothing is found': {
    config: 'thresholds: { tag: 0.999, suggest: 0.999 }',
    files: { '発表/一.md': talkOf('札の無い話', 'speakers: [山田]') },
    found: [],
  },
  'include and exclude': {
    config: 'include: [発表]\nexclude: [下書き/]',
    files: {
      '発表/一.md': ERROR,
      '発表/下書き/二.md': ERROR,
      'docs/書き方.md': '# 書き方\n\nデータドリフトの話の書き方。\n',
    },
    found: [['発表/一.md', 4, 'unknown-tag', '量子計算機']],
    summary: { files: 1 },
  },
  'no config': {
    config: 'rules: { unknown-tag: off }',
    flags: ['--no-config'],
    files: { '発表/一.md': ERROR },
    found: [['発表/一.md', 4, 'unknown-tag', '量子計算機']],
  },
};

describe('a config', () => {
  it.each(Object.entries(CONFIGS))('%s', async (_name, { config, files, found, summary = {}, flags = [] }) => {
    const cwd = repositoryWith({ 'mlops-tag.config.yaml': `${config}\n`, ...files });
    const result = await checked(cwd, ['--rule', 'duplicate-talk=off', ...flags]);
    expect([result.found, result.stderr]).toEqual([found, '']);
    expect(result.summary).toMatchObject(summary);
  });

  it('is told of a glob that names nothing, at its place', async () => {
    const cwd = repositoryWith({
      'mlops-tag.config.yaml': 'overrides:\n  - { files: [発表/**, 発票/**], rules: { missing-event: off } }\n',
      '発表/一.md': CLEAN,
    });
    expect((await checked(cwd)).notes).toEqual(['mlops-tag.config.yaml:2: no file is named by "発票/**" of overrides']);
  });

  it('holds from a folder below: the same findings, under paths from there', async () => {
    const cwd = repositoryWith({ 'mlops-tag.config.yaml': 'include: [発表]\n', '発表/会/一.md': ERROR });
    const fingerprints: unknown[] = [];
    for (const [folder, path] of [
      ['', '発表/会/一.md'],
      ['発表', '会/一.md'],
    ] as const) {
      const { found, stdout } = await checked(join(cwd, folder));
      expect(found).toEqual([[path, 4, 'unknown-tag', '量子計算機']]);
      fingerprints.push(JSON.parse(stdout).findings[0].fingerprint);
    }
    expect(fingerprints[1]).toBe(fingerprints[0]);
  });

  it('annotates paths from the root, wherever it runs', async () => {
    const cwd = repositoryWith({ 'mlops-tag.config.yaml': 'include: [発表]\n', '発表/会/一.md': ERROR });
    for (const folder of ['', '発表', '発表/会']) {
      const { stdout } = await run(['check', '-f', 'github'], { cwd: join(cwd, folder) });
      expect(stdout).toMatch(/^::error file=発表\/会\/一\.md,line=4,/);
    }
  });
});

const IN_PLACE: Readonly<Record<string, Case & { readonly decisions?: readonly unknown[] }>> = {
  'a tag excluded by hand': {
    files: { '題.md': talkOf('題', 'mlops-not: [ドリフト]') },
    found: [],
    decisions: [expect.objectContaining({ kind: 'excluded', tags: ['drift'], path: '題.md', line: 4 })],
  },
  'an excluded name that is none': {
    files: { '題.md': talkOf('題', 'mlops: [drift]\nmlops-not: [量子計算機]') },
    found: [['題.md', 5, 'unknown-tag', '量子計算機']],
    decisions: [],
  },
  'a talk locked by hand': {
    files: { '題.yaml': `- title: 題\n  abstract: ${PLAIN}\n  mlops: [量子計算機]\n  mlops-locked: true\n` },
    found: [['題.yaml', 1, 'missing-event']],
    decisions: [expect.objectContaining({ kind: 'locked', tags: [], path: '題.yaml', line: 4 })],
  },
  'a lock that locks nothing': {
    files: { '題.md': talkOf('題', 'mlops: [drift, 量子計算機]\nmlops-locked: false') },
    found: [['題.md', 4, 'unknown-tag', '量子計算機']],
    decisions: [],
  },
  'a disable in markdown': {
    files: { '題.md': ERROR.replace('本番', '<!-- mlops-tag-disable unknown-tag: 未来の札 -->\n\n本番') },
    found: [],
    summary: { disabled: 1 },
  },
  'a disable in front matter': {
    files: { '題.md': ERROR.replace('mlops:', '# mlops-tag-disable unknown-tag: 未来の札\nmlops:') },
    found: [],
    summary: { disabled: 1 },
  },
  'a disable for one talk of a list': {
    files: {
      '題.yaml': `- title: 題\n  event: 会\n  abstract: ${PLAIN}\n  mlops: [drift, 甲] # mlops-tag-disable unknown-tag: 試し\n- title: 別の題\n  event: 会\n  abstract: ${PLAIN}\n  mlops: [drift, 甲]\n`,
    },
    found: [['題.yaml', 8, 'unknown-tag', '甲']],
    summary: { disabled: 1 },
  },
  'a disable that is not needed': {
    files: { '題.md': CLEAN.replace('本番', '<!-- mlops-tag-disable unknown-tag: 昔の事情 -->\n\n本番') },
    found: [['題.md', 7, 'unused-disable']],
    summary: { disabled: 0 },
  },
  'a disable of no rule': {
    files: { '題.md': CLEAN.replace('本番', '<!-- mlops-tag-disable 札: 事情 -->\n\n本番') },
    found: [['題.md', 7, 'unused-disable']],
  },
  'a disable of a rule that is off': {
    flags: ['--rule', 'unknown-tag=off'],
    files: { '題.md': ERROR.replace('本番', '<!-- mlops-tag-disable unknown-tag: 未来の札 -->\n\n本番') },
    found: [],
    summary: { disabled: 0 },
  },
};

describe('a word in place', () => {
  it.each(Object.entries(IN_PLACE))('%s', async (_name, { files, found, summary = {}, flags = [], decisions }) => {
    const result = await checked(repositoryWith(files), ['--rule', 'duplicate-talk=off', ...flags]);
    expect([result.found, result.stderr]).toEqual([found, '']);
    expect(result.summary).toMatchObject(summary);
    if (decisions !== undefined) expect(result.decisions).toEqual(decisions);
  });

  it('a disable in TOML', async () => {
    const front = 'mlops = ["drift", "量子計算機"] # mlops-tag-disable unknown-tag: 未来の札';
    const text = `+++\ntitle = "題"\nevent = "会"\n${front}\n+++\n\n${PLAIN}\n`;
    const { found, summary } = await checked(repositoryWith({ '題.md': text }));
    expect([found, summary['disabled']]).toEqual([[], 1]);
  });

  it('is shown as decided by hand', async () => {
    const cwd = repositoryWith({ '題.md': talkOf('題', 'mlops-not: [drift]') });
    const { code, stdout } = await run(['check'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('decided by hand: not drift 題.md:4\n');
  });
});
