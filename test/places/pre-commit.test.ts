/** The hooks for pre-commit, run as it runs them: the files of the commit choose whether, the entry is started at the root. pre-commit itself is not needed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { isTalkFile } from '../../src/sources/paths.ts';
import { newRepository, type Repository } from '../support/repository.ts';
import { ROOT } from '../support/run.ts';
import { installedGlobally, type Packed, packed } from './package.ts';

const HOOKS = z
  .array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      entry: z.string(),
      language: z.literal('node'),
      files: z.string(),
      pass_filenames: z.literal(false),
      require_serial: z.literal(true),
    }),
  )
  .parse(parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')));

const UNTAGGED = '---\ntitle: データドリフトの検知\nevent: 勉強会\n---\n\n本番のモデルのデータドリフトを検知します。\n';
const GUIDE = '# Data drift\n\nHow to write of data drift and concept drift in production.\n';

let place: Packed;
let commands: string;
let repository: Repository;

beforeAll(() => {
  place = packed();
  commands = installedGlobally(place);
});

afterAll(() => place.remove());

beforeEach(() => {
  repository = newRepository();
  repository.put('mlops-tag.config.yaml', 'include: [talks]\n');
  repository.put('talks/済み.md', UNTAGGED.replace('の検知', '入門').replace('event:', 'mlops: [drift]\nevent:'));
  repository.commit('Talks');
});

afterEach(() => repository.remove());

/** What comes of a hook at a commit of what is staged; undefined where it has nothing to do. */
function hooked(id: string, args: readonly string[] = []): { code: number | null; said: string } | undefined {
  const hook = HOOKS.find((one) => one.id === id);
  if (hook === undefined) throw new RangeError(`there is no hook ${id}`);
  const staged = repository.git('diff', '--cached', '--name-only', '-z').split('\0');
  if (!staged.some((name) => new RegExp(hook.files).test(name))) return undefined;
  const [command = '', ...words] = hook.entry.split(' ');
  const env = { ...place.env, PATH: `${commands}${delimiter}${place.env['PATH']}` };
  const run = spawnSync(command, [...words, ...args], { cwd: repository.root, env, encoding: 'utf8' });
  return { code: run.status, said: run.stdout + run.stderr };
}

function stage(name: string, content: string): void {
  repository.put(name, content);
  repository.git('add', '--', name);
}

describe('the hooks', () => {
  it('wake up for every file that may hold talks, and for few others', () => {
    const names = [
      '発表.md',
      'a.markdown',
      'a.mdx',
      'a.txt',
      'a.yaml',
      '一覧.yml',
      'a.json',
      'a.ndjson',
      'a.jsonl',
      'a.csv',
    ];
    const others = ['画像.png', 'a.py', 'md', 'a.md.bak', 'LICENSE'];
    for (const { files } of HOOKS) {
      const woken = [...names, ...others].filter((name) => new RegExp(files).test(`talks/${name}`));
      expect(woken).toEqual([...names, ...others].filter(isTalkFile));
    }
  });

  it('stop a commit that brings an untagged talk, whatever else is wrong in talks that it does not touch', () => {
    repository.put('talks/前から.md', UNTAGGED.replace('検知', '話'));
    repository.commit('An old sin');
    stage('talks/新しい.md', UNTAGGED);
    expect(hooked('mlops-tag')).toEqual({ code: 1, said: expect.stringContaining('1 file, 1 talk: 1 error') });
    expect(hooked('mlops-tag-all')).toEqual({ code: 1, said: expect.stringContaining('3 files, 3 talks: 2 errors') });
  });

  it('leave alone what is no talk by the config', () => {
    stage('package.json', '{"name": "proceedings"}\n');
    stage('README.md', GUIDE);
    stage('docs/書き方.md', GUIDE);
    expect(hooked('mlops-tag')).toEqual({ code: 0, said: expect.stringContaining('0 files') });
    expect(hooked('mlops-tag-write')).toEqual({ code: 0, said: expect.stringContaining('0 files') });
    expect(repository.git('diff', '--name-only')).toBe('');
  });

  it('have nothing to do where no file of the commit can hold a talk', () => {
    stage('図.svg', '<svg/>\n');
    expect(HOOKS.map(({ id }) => hooked(id))).toEqual(HOOKS.map(() => undefined));
  });

  it('mend the talks of the commit, so that pre-commit shows them as changed', () => {
    stage('talks/新しい.md', UNTAGGED);
    expect(hooked('mlops-tag-write')).toMatchObject({ code: 0 });
    expect(repository.git('-c', 'core.quotepath=false', 'diff', '--name-only')).toBe('talks/新しい.md\n');
    repository.git('add', '--all');
    expect(hooked('mlops-tag')).toMatchObject({ code: 0 });
  });

  it('take the args of a .pre-commit-config.yaml', () => {
    stage('talks/新しい.md', UNTAGGED);
    expect(hooked('mlops-tag', ['--rule', 'missing-tags=off'])).toMatchObject({ code: 0 });
  });
});
