/** `check --cache`: the same report with it as without, whatever changed in between. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { CLEAN, checked, ERROR, repositoryWith, talkOf, WARNING } from './check-support.ts';

const CACHE = '.mlops-tag-cache/check.json';
const BAD = '発表/誤り.md';
let cwd: string;

beforeEach(() => {
  cwd = repositoryWith({
    '発表/良い.md': CLEAN,
    [BAD]: ERROR,
    '発表/注意.md': WARNING,
    // The same talk as 良い.md, which only a rule across files sees.
    '他/写し.md': CLEAN,
  });
});

async function report(...flags: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await checked(cwd, flags);
  const { summary, ...rest } = JSON.parse(stdout);
  return { code, stderr, ...rest, summary: { ...summary, cached: 0 } };
}

const cachedBy = async (...flags: readonly string[]): Promise<number | undefined> =>
  (await checked(cwd, ['--cache', ...flags])).summary['cached'];

/** Holds the report with the cache to the one without, and says how many files were known. */
async function compared(...flags: readonly string[]): Promise<number | undefined> {
  const fresh = await report(...flags);
  expect(await report('--cache', ...flags)).toEqual(fresh);
  return cachedBy(...flags);
}

describe('with --cache', () => {
  it('the report is the same at the first run and at the second', async () => {
    const fresh = await report();
    expect(await report('--cache')).toEqual(fresh);
    expect(await report('--cache')).toEqual(fresh);
    expect(await cachedBy()).toBe(4);
    expect(await report('--cache')).toMatchObject({ code: 1, findings: [{}, {}, {}] });
  });

  it.each(['pretty', 'concise', 'sarif', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'github', 'markdown'])(
    'as %s the same bytes but for the count',
    async (format) => {
      const plain = await run(['check', '-f', format], { cwd });
      await run(['check', '-f', format, '--cache'], { cwd });
      const known = await run(['check', '-f', format, '--cache'], { cwd });
      const count = /(?: · |\n)4 files from the cache/;
      expect(known.stdout.replace(count, '')).toBe(plain.stdout);
    },
  );

  it.each<readonly [what: string, change: () => void, known: number]>([
    ['a file changes', () => writeFileSync(join(cwd, BAD), ERROR.replace('量子', '光子')), 3],
    ['a file is mended', () => writeFileSync(join(cwd, BAD), talkOf('正しい札の話', 'mlops: [drift]')), 3],
    ['a file is new', () => writeFileSync(join(cwd, '発表/新しい.md'), ERROR.replace('題', '新')), 4],
    ['a file breaks', () => writeFileSync(join(cwd, BAD), '---\ntitle: "閉じない\n---\n'), 3],
    ['the cache is cut', () => writeFileSync(join(cwd, CACHE), readFileSync(join(cwd, CACHE)).subarray(0, 500)), 0],
    ['the cache is empty', () => writeFileSync(join(cwd, CACHE), ''), 0],
    ['the cache is another file', () => writeFileSync(join(cwd, CACHE), '{"札": []}\n'), 0],
    [
      'a byte of the cache is changed',
      () => {
        const text = readFileSync(join(cwd, CACHE), 'utf8');
        writeFileSync(join(cwd, CACHE), text.replace('量子計算機', '量子計算器'));
      },
      3,
    ],
  ])('%s', async (_what, change, known) => {
    await report('--cache');
    change();
    expect(await cachedBy()).toBe(known);
    await compared();
  });

  it.each<readonly [what: string, config: string, known: number]>([
    ['severities', 'rules: { unknown-tag: warning, missing-event: error }', 4],
    ['a rule that is off', 'rules: { unknown-tag: off }', 4],
    ['overrides', 'overrides: [{ files: 発表/**, rules: { unknown-tag: off } }]', 4],
    ['the key', 'declared: 札', 0],
    ['labels', 'declared: { key: mlops, as: ja }', 0],
    ['thresholds', 'thresholds: { tag: 0.99 }', 0],
    ['tags at most', 'thresholds: { tags: 1 }', 0],
    ['fields', 'fields: { title: 演題 }', 0],
    ['events of paths', 'paths: "{event}/*.md"', 0],
  ])('after a change of %s in the config', async (_what, config, known) => {
    await report('--cache');
    writeFileSync(join(cwd, 'mlops-tag.config.yaml'), `${config}\n`);
    expect(await cachedBy()).toBe(known);
    await compared();
  });

  it('after a change of the taxonomy', async () => {
    const taxonomy = (label: string): string =>
      `id: kitchen\nversion: 1.0.0\ntitle: { ja: 台所 }\nconcepts:\n  - id: drift\n    prefLabel: { ja: ${label}, en: drift }\n`;
    writeFileSync(join(cwd, '台所.yaml'), taxonomy('流れ'));
    const flags = ['--taxonomy', '台所.yaml', '--model', 'none'];
    expect(await compared(...flags)).toBe(4);
    writeFileSync(join(cwd, '台所.yaml'), taxonomy('量子計算機'));
    expect(await cachedBy(...flags)).toBe(0);
    await compared(...flags);
  });

  it('with the paths in another order, or fewer of them', async () => {
    await report('--cache');
    for (const paths of [['発表', '他'], ['他', '発表'], [BAD], ['発表/*.md'], ['他/写し.md', '発表/良い.md']]) {
      const fresh = await checked(cwd, paths);
      const known = await checked(cwd, ['--cache', ...paths]);
      const ofPaths = ({ found }: typeof fresh) => found.filter(([, , rule]) => rule !== 'duplicate-talk');
      expect(ofPaths(known)).toEqual(ofPaths(fresh));
      expect(known.summary['cached']).toBe(fresh.summary['files']);
    }
    await compared();
  });

  it('after --write the files are known as they are now', async () => {
    writeFileSync(join(cwd, BAD), ERROR.replace('量子計算機', 'drift'));
    expect((await checked(cwd, ['--cache', '--write'])).summary).toMatchObject({ fixed: 1 });
    expect(await cachedBy()).toBe(4);
    await compared();
  });

  it('a dry run leaves the cache with the files as they are', async () => {
    writeFileSync(join(cwd, BAD), ERROR.replace('量子計算機', 'drift'));
    const dry = await run(['check', '--cache', '--dry-run'], { cwd });
    expect(dry.stdout).toContain('-mlops: [drift, drift]\n');
    await compared();
  });

  async function ofOne(path: string, ...flags: readonly string[]) {
    writeFileSync(join(cwd, '名.txt'), `${path}\n`);
    return checked(cwd, ['--files-from', '名.txt', ...flags]);
  }

  it('a run of one file sees what the cache knows of the others', async () => {
    await report('--cache');
    expect((await ofOne('発表/良い.md')).found).toEqual([]);
    const { found, notes } = await ofOne('発表/良い.md', '--cache');
    expect(found).toEqual([['発表/良い.md', 2, 'duplicate-talk']]);
    expect(notes).toEqual([expect.stringContaining('these files and what the cache knows of 3 others')]);
  });

  it('also where its path comes before that of the other', async () => {
    await report('--cache');
    const { found } = await ofOne('他/写し.md', '--cache');
    // The later of the two is told of, as when all files are looked at: a baseline knows it either way.
    expect(found).toEqual([['発表/良い.md', 2, 'duplicate-talk']]);
  });
});

describe('where the cache lies', () => {
  it('in a folder of its own, out of git', async () => {
    await report('--cache');
    expect(readFileSync(join(cwd, '.mlops-tag-cache/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('where --cache-location says, which asks for it too', async () => {
    await report('--cache-location', '覚え/書き.cache');
    expect([existsSync(join(cwd, '覚え/書き.cache')), existsSync(join(cwd, CACHE))]).toEqual([true, false]);
    expect((await checked(cwd, ['--cache-location', '覚え/書き.cache'])).summary['cached']).toBe(4);
  });

  it('nowhere where nobody asks', async () => {
    await report();
    expect(existsSync(join(cwd, '.mlops-tag-cache'))).toBe(false);
  });

  it('nowhere where it cannot be written, which the report says', async () => {
    mkdirSync(join(cwd, '覚え'));
    const { code, notes } = await checked(cwd, ['--cache-location', '覚え']);
    expect([code, notes]).toEqual([1, ['the cache could not be written: it is a folder']]);
  });

  it('never takes the place of a talk', async () => {
    const { code, stderr } = await run(['check', '--cache-location', '発表/良い.md'], { cwd });
    expect([code, stderr]).toEqual([
      2,
      'mlops-tag: 発表/良い.md is an input; what is written needs a file of its own.\n',
    ]);
    expect(readFileSync(join(cwd, '発表/良い.md'), 'utf8')).toBe(CLEAN);
  });
});
