/** `init`: what it writes, what it leaves, and that what it writes works. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withHook } from '../../src/commands/init-pre-commit.ts';
import { loadConfig } from '../../src/config/load.ts';
import { folderWith } from '../config/support.ts';
import { run } from '../support/run.ts';

const TALKS = {
  'talks/opml/2020/drift.md': '---\ntitle: Data drift\ntaxonomies:\n  topic: [drift]\n---\n\nData drift.\n',
  'talks/勉強会/2021/監視.md': '---\ntitle: モデル監視\ntaxonomies:\n  topic: [model-monitoring]\n---\n\n精度監視。\n',
  'docs/guide.md': '# A guide\n',
};
const CONFIG = 'mlops-tag.config.yaml';
const WORKFLOW = '.github/workflows/mlops-tag.yml';
const HOOKS = '.pre-commit-config.yaml';

const WRITTEN = `# yaml-language-server: $schema=./node_modules/mlops-tag/dist/schemas/config.schema.json
# Editors know the keys once the package is there: npm install --save-dev mlops-tag

# Where the talks are.
include: [talks]

# What is left out, in the syntax of .gitignore.
# exclude: [drafts/]

# Where talks declare their tags, and how they write them: id, or labels in en or ja.
declared:
  key: taxonomies.topic
  as: id

# What paths say of event and year, for talks that do not say their own.
paths: "talks/{event}/{year}/*.md"

# error, warning or off; "mlops-tag check --print-config" shows what holds.
# rules:
#   missing-event: off
`;

const FOUND = `Found 2 talks in talks; tags under \`taxonomies.topic\`, as ids.
Left out docs/guide.md: what reads as 1 talk there has no tags and no event. Add to \`include\` what is to be checked.
`;

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

describe('init', () => {
  it('finds out where talks are and how they are kept', async () => {
    const root = folderWith({ '.git/': '', ...TALKS });
    const { code, stdout, stderr } = await run(['init'], { cwd: join(root, 'talks') });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      `${FOUND}\nwrote ../${CONFIG}\nwrote ../${WORKFLOW}\nwrote ../${HOOKS}\n\nNext: mlops-tag check\n`,
    );
    expect(read(root, CONFIG)).toBe(WRITTEN);
    const { config } = await loadConfig({}, { cwd: root });
    expect(config).toMatchObject({ include: ['talks'], declared: { key: 'taxonomies.topic', as: 'id' } });
    const tagged = await run(['tag', '-f', 'ndjson'], { cwd: root });
    expect(tagged.stdout).toContain('"event":"勉強会","year":2021');
  });

  it('writes a workflow and a hook that parse, with no more rights than reading', async () => {
    const root = folderWith({ '.git/': '', ...TALKS });
    await run(['init'], { cwd: root });
    expect(parse(read(root, WORKFLOW))).toMatchObject({
      on: { pull_request: null, push: null },
      permissions: { contents: 'read' },
      jobs: { check: { steps: [{ with: { 'fetch-depth': 0 } }, { with: { 'node-version': 20 } }, {}, {}] } },
    });
    expect(read(root, WORKFLOW)).toMatch(/npx --yes mlops-tag@\S+ check --since "origin\/\$BASE"/);
    expect(parse(read(root, HOOKS))).toMatchObject({
      repos: [{ repo: 'local', hooks: [{ id: 'mlops-tag', language: 'node', pass_filenames: false }] }],
    });
  });

  it('leaves what is there, and writes the same the second time: nothing', async () => {
    const root = folderWith({ '.git/': '', ...TALKS, 'package.json': '{"mlops-tag": {"include": "talks"}}' });
    await run(['init'], { cwd: root });
    const before = [WORKFLOW, HOOKS].map((path) => read(root, path));
    const { stdout } = await run(['init'], { cwd: root });
    expect(stdout).toBe(
      `left package.json: it holds a config already\nleft ${WORKFLOW}: it is there already\nleft ${HOOKS}: it has the hook already\n\nNext: mlops-tag check\n`,
    );
    expect([WORKFLOW, HOOKS].map((path) => read(root, path))).toEqual(before);
    expect(existsSync(join(root, CONFIG))).toBe(false);
  });

  it('shows it all and writes nothing with --dry-run', async () => {
    const root = folderWith({ ...TALKS });
    const { stdout } = await run(['init', '--dry-run'], { cwd: root });
    expect(stdout).toContain(`would write ${CONFIG}:\n\n${WRITTEN}`);
    expect(stdout).toContain('This is no git repository; the workflow and the pre-commit hook work in one only.\n');
    expect(readdirSync(root).sort()).toEqual(['docs', 'talks']);
  });

  it('says that it found no talk', async () => {
    const { code, stdout } = await run(['init'], { cwd: folderWith({ '.git/': '', 'node_modules/mlops-tag/': '' }) });
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Found no talk, so the config includes everything; write in it where talks will be (`include`).\n\nwrote ',
    );
  });

  it('includes lists of talks beside a folder of pages, those with tags first', async () => {
    const root = folderWith({
      '.git/': '',
      '_talks/a.md': '---\ntitle: Watching models\n---\n\nData drift.\n',
      '_data/talks.yaml': '- title: ドリフト\n  mlops: [drift]\n- title: 監視\n',
      '_data/people.yaml': 'hanako: { team: 基盤 }\n',
    });
    const { stdout } = await run(['init'], { cwd: root });
    expect(stdout).toContain('Found 2 talks in _data/talks.yaml, 1 in _talks; tags under `mlops`, as ids.\n\nwrote ');
    const { config } = await loadConfig({}, { cwd: root });
    expect(config.include).toEqual(['_data/talks.yaml', '_talks']);
    const checked = await run(['check', '-f', 'json'], { cwd: root });
    expect(JSON.parse(checked.stdout).summary).toMatchObject({ files: 2, talks: 3 });
  });

  it('looks at some of many files, and at the one list beside them', async () => {
    const pages = Array.from({ length: 700 }, (_, i) => [`talks/春/${i}.md`, `---\ntitle: 話${i}\n---\n`]);
    const root = folderWith({ ...Object.fromEntries(pages), 'data/x.yaml': '- title: 監視\n  mlops: [drift]\n' });
    const { stdout } = await run(['init', '--dry-run'], { cwd: root });
    expect(stdout).toMatch(/^Found 1 talk in data, \d{3} in talks \(\d{3} of 701 files were looked at\); /);
  });
});

const HOOK = `  - repo: local
    hooks:
      - id: mlops-tag
        name: mlops-tag check
        entry: mlops-tag check --staged
        language: node
        additional_dependencies: ["mlops-tag@1.0.0"]
        pass_filenames: false
`;
const FLAT = HOOK.replace(/^ {2}/gm, '');

describe('the hook in a file that is there', () => {
  it.each([
    [
      'at the end',
      '# 設定\nrepos:\n  - repo: https://example.org/x  # 注\n    rev: v1\n',
      (text: string) => text + HOOK,
    ],
    ['without indentation', 'repos:\n- repo: a\n  rev: 1\n', (text: string) => text + FLAT],
    ['without a last line feed', 'repos:\n- repo: a', (text: string) => `${text}\n${FLAT}`],
    [
      'before other keys',
      'repos:\n  - repo: a # 一\n\n# 次\nci:\n  skip: [x]\n',
      (text: string) => text.replace('一\n', `一\n${HOOK}`),
    ],
    ['with other line ends', 'repos:\r\n- repo: a\r\n', (text: string) => text + FLAT.replaceAll('\n', '\r\n')],
  ])('goes in %s', (_, text, expected) => {
    expect(withHook(text, '1.0.0')).toEqual({ text: expected(text) });
  });

  it.each([
    ['repos: []\n', /^it has no list of repos/],
    ['repos: [{ repo: a }]\n', /^it has no list of repos/],
    ['- 発表\n', /^it has no list of repos/],
    ['', /^it has no list of repos/],
    ['repos: [\n', /^it is no YAML/],
    [`repos:\n${HOOK}`, /^it has the hook already$/],
  ])('is left out of %j', (text, why) => {
    expect(withHook(text, '1.0.0')).toEqual({ left: expect.stringMatching(why) });
  });
});
