/** What a config names must be there: told with its place, with all other mistakes. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { run } from '../support/run.ts';
import { folderWith } from './support.ts';

const FILE = 'mlops-tag.config.yaml';
const FROM = 'paths start from the folder of the config';

const CASES: readonly (readonly [name: string, config: string, told: readonly string[]])[] = [
  ['a folder', 'include: [talks, nope, 発表]\n', [`1:24: there is no file or folder "発表"; ${FROM}`]],
  ['a single text', 'include: 講演\n', [`1:10: there is no file or folder "講演"; ${FROM}`]],
  ['a taxonomy', '# 分類\ntaxonomy: 分類.yaml\n', [`2:11: there is no file "分類.yaml"; ${FROM}`]],
  ['a model', 'model: none.json\n', [`1:8: there is no file "none.json"; ${FROM}`]],
  [
    'a place out of the repository',
    'include: [talks, ../よそ, "/etc/*.md"]\n',
    [
      '1:18: "../よそ" leads out of the repository; its config speaks of its own files',
      '1:25: "/etc/*.md" leads out of the repository; its config speaks of its own files',
    ],
  ],
  [
    'all at once, in the order of the file',
    'model: 模型.json\nexlude: [x]\ninclude: [ない]\n',
    [
      `1:8: there is no file "模型.json"; ${FROM}`,
      '2:1: unknown key "exlude" (did you mean "exclude"?)',
      `3:11: there is no file or folder "ない"; ${FROM}`,
    ],
  ],
];

describe('what is not there', () => {
  it.each(CASES)('%s', async (_, config, told) => {
    const cwd = folderWith({ '.git/': '', 'talks/': '', 'nope/': '', [FILE]: config });
    const lines = told.map((line) => `${FILE}:${line}`).join('\n');
    await expect(loadConfig({}, { cwd })).rejects.toThrow(`the config cannot be used\n\n${lines}`);
  });

  it('is looked for from the folder of the config', async () => {
    const root = folderWith({ '.git/': '', '発表/a/': '', '分類.yaml': '', [FILE]: 'include: 発表\nmodel: none\n' });
    const { config } = await loadConfig({}, { cwd: join(root, '発表/a') });
    expect(config.include).toEqual(['..']);
  });

  it.each([
    ['include: ["発表/*.md", "talks/{a,b}.yaml"]\n', {}],
    ['taxonomy: which-part\nmodel: none\n', {}],
    ['baseline: まだ.json\n', {}],
    ['taxonomy: ない.yaml\nmodel: ない.json\n', { taxonomy: 'which-part', model: 'none' }],
  ])('is no mistake in %j with %j', async (text, flags) => {
    const cwd = folderWith({ '.git/': '', [FILE]: text });
    await expect(loadConfig(flags, { cwd })).resolves.toBeDefined();
  });
});

describe('a baseline that the config names', () => {
  const files = {
    '.git/': '',
    'a.md': '---\ntitle: 話\nmlops: [drfit]\n---\n',
    [FILE]: '# 設定\nbaseline: known.json\n',
  };

  it('is missed with the place that names it, and made by update', async () => {
    const cwd = folderWith(files);
    const missed = await run(['check'], { cwd });
    expect([missed.code, missed.stderr]).toEqual([
      2,
      `mlops-tag: there is no baseline at known.json, which ${FILE}:2 names; make one with mlops-tag baseline update\n`,
    ]);
    expect(await run(['baseline', 'update'], { cwd })).toMatchObject({ code: 0 });
    expect(await run(['check'], { cwd })).toMatchObject({ code: 0 });
  });
});
