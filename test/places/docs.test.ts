/** The pages of docs/ci: what they tell people to copy is right. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { ROOT, run } from '../support/run.ts';
import { ACTION } from './action-file.ts';

const PAGES = readdirSync(join(ROOT, 'docs/ci')).filter((name) => name.endsWith('.md'));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const page = (name: string): string => readFileSync(join(ROOT, 'docs/ci', name), 'utf8');

function blocksOf(name: string, language: string): readonly string[] {
  return [...page(name).matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, text]) =>
    found === language && text !== undefined ? [text] : [],
  );
}

describe.each(PAGES)('docs/ci/%s', (name) => {
  it('has YAML that parses, to copy', () => {
    for (const block of blocksOf(name, 'yaml')) expect(parseDocument(block).errors).toEqual([]);
    expect(blocksOf(name, 'yaml')).not.toEqual([]);
  });

  it('gives a workflow no more rights than it says, and no input a place in a script', () => {
    for (const block of blocksOf(name, 'yaml')) {
      expect(block).not.toMatch(/^\s*(?:- )?run:.*\$\{\{/m);
      if (block.startsWith('name:')) expect(parse(block)).toHaveProperty('permissions.contents', 'read');
    }
  });

  it('names this version', () => {
    const named = [...page(name).matchAll(/mlops-tag@v?(\d+\.\d+\.\d+)|rev: v(\S+)/g)].map(([, a, b]) => a ?? b);
    expect([...new Set(named)].filter((one) => one !== version)).toEqual([]);
  });

  it('names options that check has', async () => {
    const { stdout } = await run(['check', '--help']);
    const lines = page(name)
      .split('\n')
      .filter((line) => /mlops-tag(?:@\S+)? check|--format|args:/.test(line) && !/pre-commit run/.test(line));
    const options = lines.flatMap((line) => [...line.matchAll(/(?<=[\s"[`])--[a-z][a-z-]*/g)].map(([flag]) => flag));
    const known = [...stdout.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag);
    expect(options.filter((flag) => flag !== '--yes' && !known.includes(flag))).toEqual([]);
  });

  it('links to files that are there', () => {
    for (const [, target = ''] of page(name).matchAll(/\]\((?!https:)([^)#]+)/g))
      expect(() => readFileSync(join(ROOT, 'docs/ci', target))).not.toThrow();
  });
});

it("the action's page lists its inputs", () => {
  const listed = [...page('github-actions.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.keys(ACTION.inputs));
});

it('the hooks that the page lists are those there are', () => {
  const hooks: unknown = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  const listed = [...page('pre-commit.md').matchAll(/^\| `(\S+)` \| `(.+?)` \|/gm)].map(([, id, entry]) => ({
    id,
    entry,
  }));
  expect(hooks).toMatchObject(listed);
});

it("Visual Studio Code's task has the pattern of the problem matcher", () => {
  const { problemMatcher } = JSON.parse(readFileSync(join(ROOT, 'problem-matcher.json'), 'utf8'));
  const [tasks = '{}'] = blocksOf('problem-matcher.md', 'json');
  expect(JSON.parse(tasks).tasks[0].problemMatcher.pattern).toEqual(problemMatcher[0].pattern[0]);
});
