/** `eval --parity` from the command line, on the forty talks that are given in both languages. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT, run } from '../support/run.ts';

const PAIRS = 'test/fixtures/parity';
const parity = (...argv: readonly string[]) => run(['eval', '--parity', ...argv]);

const figures = z.object({ pairs: z.number(), alike: z.number(), share: z.number(), jaccard: z.number() });
const document = z.object({
  schema: z.literal('mlops-tag/parity@1'),
  figures: figures.extend({ alone: z.number(), primary: z.number(), tagged: figures }),
  pairs: z.array(
    z.object({
      en: z.object({ source: z.object({ path: z.string() }), tags: z.array(z.string()) }),
      ja: z.object({ source: z.object({ path: z.string() }), tags: z.array(z.string()) }),
      alike: z.boolean(),
      oneSided: z.array(z.object({ id: z.string(), has: z.enum(['en', 'ja']), evidence: z.array(z.unknown()).min(1) })),
    }),
  ),
});

const report = async (...argv: readonly string[]) =>
  document.parse(JSON.parse((await parity(...argv, '--format', 'json')).stdout));

describe('on the forty pairs', () => {
  it('pairs every talk with its other half', async () => {
    const { pairs, figures } = await report(PAIRS);
    const slugs = pairs.map(({ en }) => en.source.path.replace(/^.*\/|\.en\.md$/g, ''));
    const there = readdirSync(join(ROOT, PAIRS)).filter((name) => name.endsWith('.ja.md'));
    expect(slugs).toEqual(there.map((name) => name.replace('.ja.md', '')));
    expect(pairs.map(({ ja }) => ja.source.path)).toEqual(there.map((name) => `${PAIRS}/${name}`));
    expect([figures.pairs, figures.alone]).toEqual([40, 0]);
  });

  it('lists for each pair that differs what one side lacks', async () => {
    const { pairs } = await report(PAIRS);
    for (const { en, ja, alike, oneSided } of pairs) {
      const only = (tags: readonly string[], others: readonly string[]) => tags.filter((tag) => !others.includes(tag));
      expect(oneSided.filter(({ has }) => has === 'en').map(({ id }) => id)).toEqual(only(en.tags, ja.tags));
      expect(oneSided.filter(({ has }) => has === 'ja').map(({ id }) => id)).toEqual(only(ja.tags, en.tags));
      expect(alike).toBe(oneSided.length === 0);
    }
  });

  // Floors, not figures to reach: they fall when one language gets ahead of the other. Pairs without a tag on either side agree
  // by nature, so the floor that counts is the one over pairs with a tag; raise it with the vocabulary.
  it('agrees in both languages at least as often as it did', async () => {
    const { figures } = await report(PAIRS);
    expect(figures.share).toBeGreaterThanOrEqual(0.85);
    expect(figures.tagged.share).toBeGreaterThanOrEqual(0.83);
    expect(figures.tagged.jaccard).toBeGreaterThanOrEqual(0.89);
  });

  it('says the same in every format', async () => {
    const { figures } = await report(PAIRS);
    const { code, stdout, stderr } = await parity(PAIRS);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`40 pairs in English and Japanese · ${figures.alike} alike`);
    const markdown = await parity(PAIRS, '-f', 'markdown');
    expect(markdown.stdout).toContain(`| All | 40 | ${figures.alike} | ${figures.share.toFixed(3)} |`);
  });

  it.each(['en', 'ja'])('labels are the same in both languages, and cover every element: %s', (lang) => {
    const declared = (name: string) => /^mlops: \[(.*)\]$/m.exec(readFileSync(join(ROOT, PAIRS, name), 'utf8'))?.[1];
    const names = readdirSync(join(ROOT, PAIRS)).filter((name) => name.endsWith(`.${lang}.md`));
    for (const name of names) expect(declared(name)).toBe(declared(name.replace(`.${lang}.`, '.en.')));
    const elements = new Set(names.flatMap((name) => declared(name)?.split(', ') ?? []).filter((id) => id !== ''));
    expect([names.length, elements.size]).toEqual([40, 35]);
  });
});

describe('on other folders', () => {
  let folder = '';
  const talk = (name: string, text: string) => writeFileSync(join(folder, name), text);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parity-'));
    talk('a.en.md', '---\ntitle: Catching data drift\n---\nHow we detect data drift in a live model.\n');
    talk(
      'a.ja.md',
      '---\ntitle: データドリフトを捉える\n---\n本番モデルのデータドリフトを検知する方法をお話しします。\n',
    );
    talk('b.ja.md', '---\ntitle: 片割れ\n---\nこの発表には英語の概要がまだありません。\n');
    talk('c.md', '---\ntitle: Der dritte\n---\nDas ist der Vortrag, den wir auf Deutsch und nicht im Netz halten.\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('counts on stderr what has no other half, other languages not among it', async () => {
    const { code, stdout, stderr } = await parity(folder);
    expect([code, stderr]).toEqual([0, '1 talk without the other half left out\n']);
    expect(stdout).toContain('1 pair in English and Japanese');
  });

  it('writes a report to a file', async () => {
    const file = join(folder, 'parity.json');
    expect(await parity(folder, '-f', 'json', '-o', file)).toMatchObject({ code: 0, stdout: '' });
    expect(document.parse(JSON.parse(readFileSync(file, 'utf8'))).figures.pairs).toBe(1);
    rmSync(file);
  });

  it.each<[string, readonly string[], string]>([
    ['no pair at all', ['b.ja.md'], 'no talk is there in both English and Japanese'],
    ['a path that is not there', ['無い'], '無い: no such file'],
    ['a limit on labels', ['a.en.md', '--min', 'micro=0.5'], '--min is for labelled talks'],
    ['an earlier report', ['a.en.md', '--compare', 'x.json'], '--compare is for labelled talks'],
    ['one language alone', ['a.en.md', '--lang', 'ja'], '--lang is for labelled talks'],
  ])('says what is wrong: %s', async (_, argv, message) => {
    const { code, stdout, stderr } = await run(['eval', '--parity', ...argv], { cwd: folder });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });
});
