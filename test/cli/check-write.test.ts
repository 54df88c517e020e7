/** `check --write`: what becomes of files, and what is said of it. */
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { checked, repositoryWith, talkOf } from './check-support.ts';
import { BODY, CASES, md, TAXONOMY } from './check-write-cases.ts';

describe('--write', () => {
  it.each(Object.entries(CASES))('%s', async (_situation, { name, before, after, fixed, left = [], flags = [] }) => {
    const cwd = repositoryWith({ [name]: before });
    // Two talks of one abstract are the same talk to that rule, which is not what is tried here.
    const rules = [...flags, '--rule', 'duplicate-talk=off'];
    const first = await checked(cwd, ['--write', ...rules]);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(after);
    expect([first.summary.fixed, first.found.map(([, , rule]) => rule), first.stderr]).toEqual([fixed, left, '']);
    const second = await checked(cwd, ['--write', ...rules]);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(after);
    expect([second.summary.fixed, second.found]).toEqual([0, first.found]);
  });

  it.each<readonly [kind: string, before: string, after: string, left: readonly string[]]>([
    ['given up, with a successor', 'mlops: [braising]', 'mlops: [stew]', []],
    ['given up, by its Japanese label', 'mlops: 煮込み', 'mlops: stew', []],
    ['given up, beside its successor', 'mlops: [stew, 煮込み]', 'mlops: [stew]', []],
    ['given up, with none', 'mlops: [stew, grilling]', 'mlops: [stew, grilling]', ['deprecated-tag']],
    ['a label of the concept above', 'mlops: [調理, stew]', 'mlops: [stew]', []],
    ['none', 'speakers: [山田]', 'speakers: [山田]\nmlops: [stew]', []],
  ])('a taxonomy of the user: %s', async (_kind, front, mended, left) => {
    const body = '煮物の調理と、焼物の話。';
    const cwd = repositoryWith({
      '台所.yaml': TAXONOMY,
      'mlops-tag.config.yaml': 'taxonomy: 台所.yaml\nmodel: none\nrules: { suggested-tag: off }\n',
      '発表/鍋.md': talkOf('鍋の話', front, body),
    });
    const { found, stderr } = await checked(cwd, ['--write']);
    expect(readFileSync(join(cwd, '発表/鍋.md'), 'utf8')).toBe(talkOf('鍋の話', mended, body));
    expect([found.map(([, , rule]) => rule), stderr]).toEqual([left, '']);
  });

  it('puts suggested tags in only as --write=all', async () => {
    const body = `${BODY}特徴量ストアを全社で使い、特徴量ストアの特徴量を検索します。`;
    const cwd = repositoryWith({ '題.md': talkOf('特徴量ストアの話', 'mlops: [drift]', body) });
    const before = readFileSync(join(cwd, '題.md'), 'utf8');
    const safe = await checked(cwd, ['--write']);
    expect(readFileSync(join(cwd, '題.md'), 'utf8')).toBe(before);
    expect([safe.found, safe.summary.fixed, safe.summary.fixableWithAll]).toEqual([
      [['題.md', 4, 'suggested-tag', 'feature-store']],
      0,
      1,
    ]);
    const all = await checked(cwd, ['--write=all']);
    expect(readFileSync(join(cwd, '題.md'), 'utf8')).toBe(before.replace('[drift]', '[drift, feature-store]'));
    expect([all.found, all.summary.fixed]).toEqual([[], 1]);
  });

  it('writes labels where the config wants labels, under the key it names', async () => {
    const cwd = repositoryWith({
      'mlops-tag.config.yaml': 'declared: { key: taxonomies.topic, as: ja }\n',
      '発表/無し.md': talkOf('無しの話', 'taxonomies: { kind: [講演] }'),
      '発表/番号.md': talkOf('番号の話', 'taxonomies:\n  topic:\n    - drift'),
    });
    const { found, summary } = await checked(cwd, ['--write', '--rule', 'duplicate-talk=off']);
    expect([found, summary.fixed]).toEqual([[], 2]);
    expect(readFileSync(join(cwd, '発表/番号.md'), 'utf8')).toMatch(/topic:\n {4}- .*ドリフト.*\n/);
    expect(readFileSync(join(cwd, '発表/無し.md'), 'utf8')).toMatch(
      /^taxonomies: \{ kind: \[講演\], topic: \[.*ドリフト.*\] \}$/m,
    );
  });

  it('counts what is left, not what was mended, for the exit code', async () => {
    const cwd = repositoryWith({ '題.md': md('mlops: [drfit]') });
    expect((await run(['check', '-f', 'concise'], { cwd })).code).toBe(1);
    expect(await run(['check', '-f', 'concise', '--write', '--max-warnings', '0'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('says what it cannot write, and writes the others', async () => {
    const cwd = repositoryWith({
      '発表/別名.yaml': `- title: 題\n  event: 監視の会\n  abstract: ${BODY}\n  kinds: &札 [drfit]\n  mlops: *札\n`,
      '発表/題.md': md('mlops: [drfit]'),
    });
    const { code, found, notes, summary } = await checked(cwd, ['--write', '--rule', 'duplicate-talk=off']);
    expect(readFileSync(join(cwd, '発表/題.md'), 'utf8')).toBe(md('mlops: [drift]'));
    expect([code, summary.fixed, found]).toEqual([1, 1, [['発表/別名.yaml', 4, 'unknown-tag', 'drfit']]]);
    expect(notes.filter((note) => note.includes('別名.yaml'))).toHaveLength(1);
  });

  it('writes through a link to the file behind it', async () => {
    const cwd = repositoryWith({ '本物/': '', '発表/': '' });
    writeFileSync(join(cwd, '本物/題.md'), md('mlops: [drfit]'));
    symlinkSync('../本物/題.md', join(cwd, '発表/題.md'));
    const { summary } = await checked(cwd, ['--write', '発表/題.md']);
    expect([summary.fixed, lstatSync(join(cwd, '発表/題.md')).isSymbolicLink()]).toEqual([1, true]);
    expect(readFileSync(join(cwd, '本物/題.md'), 'utf8')).toBe(md('mlops: [drift]'));
  });
});
