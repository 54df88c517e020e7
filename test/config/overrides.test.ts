/** Severities by file, and globs that name none. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { rulesFor, unmatchedOverrides } from '../../src/config/overrides.ts';
import { severitiesGiven } from '../../src/config/rule-flags.ts';
import type { Config } from '../../src/config/types.ts';
import { folderWith } from './support.ts';

const CONFIG = `rules:
  missing-event: off
overrides:
  - files: 発表/**/*.md
    rules: { missing-event: error, missing-tags: off }
  - files: [発表/下書き/**, ./drafts/*.md]
    rules: { missing-event: warning }
  - files: 古い/**
    rules: { missing-title: off }
`;

async function configFor(from: string): Promise<Config> {
  const root = folderWith({ 'mlops-tag.config.yaml': CONFIG, '発表/': '' });
  return (await loadConfig({}, { cwd: join(root, from) })).config;
}

describe('rulesFor', () => {
  it.each([
    ['.', 'talks/a.md', 'off', 'error'],
    ['.', '発表/a.md', 'error', 'off'],
    ['.', './発表/2024/監視.md', 'error', 'off'],
    ['.', '発表/下書き/監視.md', 'warning', 'off'],
    ['.', 'drafts/a.md', 'warning', 'error'],
    ['.', 'drafts/deep/a.md', 'off', 'error'],
    ['発表', '監視.md', 'error', 'off'],
    ['発表', '../drafts/a.md', 'warning', 'error'],
    ['発表', '../../elsewhere/発表/a.md', 'off', 'error'],
  ])('from %s: %s', async (from, path, event, tags) => {
    const rules = rulesFor(path, await configFor(from));
    expect([rules['missing-event'], rules['missing-tags']]).toEqual([event, tags]);
  });

  it('names the globs that matched nothing', async () => {
    const config = await configFor('発表');
    expect(unmatchedOverrides(['監視.md', '下書き/監視.md'], config)).toEqual([
      { override: 1, glob: './drafts/*.md' },
      { override: 2, glob: '古い/**' },
    ]);
  });
});

describe('--rule', () => {
  it('counts the last on a rule', () => {
    expect(severitiesGiven(['missing-event=off', 'missing-tags = warning', 'missing-event=error'])).toEqual({
      'missing-event': 'error',
      'missing-tags': 'warning',
    });
  });

  it.each([
    ['missing-tag=off', '--rule missing-tag=off: there is no rule "missing-tag" (did you mean "missing-tags"?).'],
    ['警告=off', '--rule 警告=off: there is no rule "警告".'],
    ['missing-tags', '--rule missing-tags: it takes RULE=SEVERITY, such as missing-event=off.'],
    ['missing-tags=warn', '--rule missing-tags=warn: "warn" is none of error, warning, off (did you mean "warning"?).'],
  ])('%s', (value, message) => expect(() => severitiesGiven([value])).toThrow(message));
});
