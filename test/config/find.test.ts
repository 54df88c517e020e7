/** The nearest config counts, as far up as the repository reaches. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig, repositoryRoot, shownFrom } from '../../src/config/find.ts';
import { loadConfig } from '../../src/config/load.ts';
import { folderWith } from './support.ts';

const CONFIG = 'exclude: [下書き/]\n';
const PACKAGE = '{"name": "発表集", "mlops-tag": {"exclude": ["下書き/"]}}';
const DEPENDENT = '{"devDependencies": {"mlops-tag": "^0.1.0"}}';

const CASES: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  from: string,
  found: string | undefined,
])[] = [
  ['in the folder', { '.git/': '', 'mlops-tag.config.yaml': CONFIG }, '.', 'mlops-tag.config.yaml'],
  [
    'above it',
    { '.git/': '', 'mlops-tag.config.yml': CONFIG, '発表/2024/': '' },
    '発表/2024',
    '../../mlops-tag.config.yml',
  ],
  [
    'the nearest of two',
    { '.git/': '', 'mlops-tag.config.yaml': CONFIG, '発表/mlops-tag.config.json': '{}', '発表/x/': '' },
    '発表/x',
    '../mlops-tag.config.json',
  ],
  ['a key of package.json', { '.git/': '', 'package.json': PACKAGE, 'talks/': '' }, 'talks', '../package.json'],
  ['no mere dependency', { '.git/': '', 'package.json': DEPENDENT }, '.', undefined],
  ['no broken package.json of others', { '.git/': '', 'package.json': `${DEPENDENT}}` }, '.', undefined],
  [
    'not above the repository',
    { 'mlops-tag.config.yaml': CONFIG, 'inner/.git/': '', 'inner/a/': '' },
    'inner/a',
    undefined,
  ],
  [
    'not above a worktree, where .git is a file',
    { 'mlops-tag.config.yaml': CONFIG, 'inner/.git': 'gitdir: x', 'inner/a/': '' },
    'inner/a',
    undefined,
  ],
  ['without a repository', { 'mlops-tag.config.yaml': CONFIG, 'a/b/': '' }, 'a/b', '../../mlops-tag.config.yaml'],
];

describe('findConfig', () => {
  it.each(CASES)('%s', (_, files, from, found) => {
    const cwd = join(folderWith(files), from);
    const path = findConfig(cwd);
    expect(path === undefined ? undefined : shownFrom(cwd, path)).toBe(found);
  });

  it('refuses two in one folder', () => {
    const cwd = join(
      folderWith({ '.git/': '', 'mlops-tag.config.yaml': CONFIG, 'package.json': PACKAGE, '発表/': '' }),
      '発表',
    );
    expect(() => findConfig(cwd)).toThrow(
      '../mlops-tag.config.yaml and ../package.json both hold a config; keep one of them, or name it with --config.',
    );
  });

  it('knows the root of a repository', () => {
    const folder = folderWith({ 'repo/.git/': '', 'repo/発表/': '' });
    expect(repositoryRoot(join(folder, 'repo/発表'))).toBe(join(folder, 'repo'));
  });
});

describe('--config', () => {
  it.each([
    ['無い.yaml', 'the config 無い.yaml cannot be read: no such file.'],
    ['設定.toml', '--config 設定.toml: a config ends in .yaml, .yml or .json.'],
    ['talks.yaml', 'the config talks.yaml cannot be read: it is a folder.'],
    ['', '--config names no file.'],
  ])('%j', async (config, message) => {
    const cwd = folderWith({ 'talks.yaml/': '' });
    await expect(loadConfig({ config }, { cwd })).rejects.toThrow(message);
  });

  it('takes paths from the folder of the config, and shows them from the working folder', async () => {
    const cwd = folderWith({
      '設定/ours.yaml': 'taxonomy: 語彙.yaml\nmodel: none\ninclude: [../talks, none]\nbaseline: known.json\n',
      '設定/語彙.yaml': '',
      '設定/none/': '',
      'talks/': '',
    });
    const { config } = await loadConfig({ config: '設定/ours.yaml' }, { cwd });
    expect(config).toMatchObject({
      root: join(cwd, '設定'),
      file: '設定/ours.yaml',
      taxonomy: '設定/語彙.yaml',
      model: 'none',
      include: ['talks', '設定/none'],
      baseline: '設定/known.json',
    });
  });

  it('is frozen all the way down', async () => {
    const cwd = folderWith({
      'mlops-tag.config.yaml': 'overrides: [{ files: 発表/**, rules: { missing-event: off } }]\n',
    });
    const { config } = await loadConfig({}, { cwd });
    for (const part of [config, config.rules, config.declared, config.overrides, config.overrides[0]?.rules])
      expect(Object.isFrozen(part)).toBe(true);
  });
});
