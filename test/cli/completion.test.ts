/** The completion scripts, run by the shells themselves. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadShipped } from '../../src/taxonomy/load.ts';
import { run } from '../support/run.ts';

const SHELLS = join(import.meta.dirname, 'shells');

let folder: string;
const ids: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    writeFileSync(join(folder, `script.${shell}`), (await run(['completion', shell])).stdout);
  }
  mkdirSync(join(folder, 'here'));
  for (const name of ['my notes.md', '発表 一覧.yaml', 'tags.csv', '*.md'])
    writeFileSync(join(folder, 'here', name), '');
  ids.push(...(await loadShipped()).concepts.map(({ id }) => id));
});

afterAll(() => rmSync(folder, { recursive: true }));

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0;
}

function ran(shell: string, args: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(shell, args, {
    cwd: join(folder, 'here'),
    encoding: 'utf8',
    timeout: 30_000,
    env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'dumb' },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

/** `words`: those after the program, as the shell parts them; the last is the one to complete. */
function byBash(words: readonly string[]): readonly string[] {
  return ran('bash', [join(SHELLS, 'bash.sh'), join(folder, 'script.bash'), 'mlops-tag', ...words]);
}

function byFish(words: readonly string[]): readonly string[] {
  const line = ['mlops-tag', ...words].join(' ');
  return ran('fish', ['--no-config', join(SHELLS, 'fish.fish'), join(folder, 'script.fish'), line]).map(
    (answer) => answer.split('\t')[0] ?? '',
  );
}

function byZsh(line: string): readonly string[] {
  const found = ran('zsh', ['-f', join(SHELLS, 'zsh.zsh'), join(folder, 'script.zsh'), line]);
  return found.slice(found.findIndex((answer) => answer.endsWith('<begin>')) + 1, found.indexOf('<end>'));
}

const FILES = ['*.md', 'my notes.md', 'tags.csv', '発表 一覧.yaml'];
const FORMATS = ['pretty', 'json', 'ndjson', 'csv', 'markdown'];

/** What stands before the cursor, the last word unfinished; what is offered. */
const CASES: readonly (readonly [words: readonly string[], offers: readonly string[] | 'ids'])[] = [
  [['ex'], ['explain']],
  [['ta'], ['tag', 'taxonomy', 'tags.csv']],
  [['--fo'], ['--format']],
  [['--he'], ['--help']],
  [['--ver'], ['--version']],
  [
    ['--sort', ''],
    ['source', 'title', 'confidence', 'doubt'],
  ],
  [['tags.csv', '--sp'], ['--split']],
  [
    ['tags.csv', '--split', ''],
    ['auto', 'none', 'heading', 'record'],
  ],
  [['--no-color', 'exp'], ['explain']],
  [['tag', '--format', ''], FORMATS],
  [['tag', '-f', 'nd'], ['ndjson']],
  [
    ['tag', '--status', ''],
    ['tagged', 'untagged', 'review'],
  ],
  [
    ['tag', '--lang', ''],
    ['en', 'ja', 'other'],
  ],
  [
    ['tag', '--fail-on', ''],
    ['error', 'warning', 'never'],
  ],
  [['tag', '--only', ''], 'ids'],
  [['tag', '--only', 'dri'], ['drift']],
  [['tag', '--limit', ''], []],
  [['tag', '--output', 'tag'], ['tags.csv']],
  [['tag', '--limit', '3', 'tag'], ['tags.csv']],
  [['tag', '--only', 'drift', 'ta'], ['tags.csv']],
  [
    ['explain', '--format', ''],
    ['pretty', 'json'],
  ],
  [['explain', '--only', 'dri'], ['drift']],
  [
    ['taxonomy', ''],
    ['list', 'show', 'validate', 'test', 'stats', 'help'],
  ],
  [
    ['taxonomy', 'list', '--'],
    ['--format', '--output', '--taxonomy', '--help', '--color', '--no-color'],
  ],
  [['taxonomy', 'list', ''], []],
  [['taxonomy', 'show', ''], 'ids'],
  [['taxonomy', '--no-color', 'show', 'dri'], ['drift']],
  [
    ['taxonomy', 'stats', '--format', ''],
    ['pretty', 'json', 'csv'],
  ],
  [['taxonomy', 'stats', 'ta'], ['tags.csv']],
  [['taxonomy', 'validate', '--fail-on', 'w'], ['warning']],
  [['taxonomy', 'help', 'v'], ['validate']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [
    ['help', 'e'],
    ['eval', 'explain'],
  ],
];

function expectOffers(found: readonly string[], offers: readonly string[] | 'ids'): void {
  expect([...found].sort()).toEqual([...(offers === 'ids' ? ids : offers)].sort());
}

describe.skipIf(!has('bash'))('bash (skipped where there is none)', () => {
  it.each(CASES)('%j', (words, offers) => expectOffers(byBash(words), offers));

  it.each<[string, readonly string[], readonly string[]]>([
    ['names with blanks', ['tag', ''], FILES],
    ['a name begun with a backslash', ['tag', 'my\\ n'], ['my notes.md']],
    ['a name begun with a quote', ['explain', '"発表 '], ['発表 一覧.yaml']],
    ['paths alone after --', ['--', 'ta'], ['tags.csv']],
    ['--option=', ['tag', '--sort', '='], ['source', 'title', 'confidence', 'doubt']],
    ['--option=begun', ['tag', '--sort', '=', 'ti'], ['title']],
    ['--option=begun as one word', ['tag', '--sort=ti'], ['--sort=title']],
    ['after --option=value', ['--sort', '=', 'title', 'ex'], ['explain']],
    ['a file for a format', ['tag', '--format', 'csv', '=', 'tag'], ['tags.csv']],
    ['a list', ['tag', '--lang', 'en,j'], ['en,ja']],
    ['the default command at a path', ['発表', '--onl'], ['--only']],
    ['standard input', ['-', '--st'], ['--status', '--stdin-filename']],
  ])('%s', (_, words, offers) => expectOffers(byBash(words), offers));
});

describe.skipIf(!has('fish'))('fish (skipped where there is none)', () => {
  it.each(CASES)('%j', (words, offers) => expectOffers(byFish(words), offers));
});

describe.skipIf(!has('zsh'))('zsh (skipped where there is none)', () => {
  it.each<[string, readonly string[] | 'ids']>([
    ['mlops-tag ta', ['tag', 'taxonomy', 'tags.csv']],
    ['mlops-tag --no-color explain --onl', ['--only']],
    ['mlops-tag tags.csv --sort ', ['source', 'title', 'confidence', 'doubt']],
    ['mlops-tag tag --sort=t', ['title']],
    ['mlops-tag tag --format ', FORMATS],
    ['mlops-tag tag --format csv=tag', ['tags.csv']],
    ['mlops-tag tag --lang en,j', ['ja']],
    ['mlops-tag tag 発表', ['発表\\ 一覧.yaml']],
    ['mlops-tag taxonomy ', ['list', 'show', 'validate', 'test', 'stats', 'help']],
    ['mlops-tag taxonomy show ', 'ids'],
    ['mlops-tag help e', ['eval', 'explain']],
  ])('%s', (line, offers) => expectOffers(byZsh(line), offers));
});
