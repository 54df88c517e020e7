/** `-o -`: stdout by its name, in every command that writes. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldTalks } from '../support/gold.ts';
import { run } from '../support/run.ts';

describe('-o -', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'mlops-tag-stdout-'));
    const lines = goldTalks(20).map(({ talk: { id, title, abstract } }) =>
      JSON.stringify({ id, title, abstract, gold: { tags: ['drift'], primary: 'drift' } }),
    );
    writeFileSync(join(place, '発表.ndjson'), `${lines.join('\n')}\n`);
  });
  afterAll(() => rmSync(place, { recursive: true }));

  it.each([
    ['tag', '発表.ndjson'],
    ['tag', '発表.ndjson', '-f', 'csv'],
    ['eval', '発表.ndjson'],
    ['learn', '発表.ndjson'],
    ['taxonomy', 'list'],
    ['taxonomy', 'stats', '発表.ndjson'],
  ])('writes what goes to stdout without it: %s %s', async (...argv) => {
    const named = await run([...argv, '-o', '-'], { cwd: place });
    const plain = await run(argv, { cwd: place });
    expect(plain.stdout.length).toBeGreaterThan(100);
    expect([named.code, named.stdout]).toEqual([plain.code, plain.stdout]);
    expect(readdirSync(place)).toEqual(['発表.ndjson']);
  });

  it('is no file that a report of several could take, and none that stdin is', async () => {
    const two = await run(['tag', '発表.ndjson', '-f', 'json=-', '-f', 'csv=-'], { cwd: place });
    expect([two.code, two.stderr]).toEqual([2, expect.stringContaining('Only one report can go to stdout')]);
    const piped = await run(['tag', '-', '-f', 'json', '-o', '-'], { cwd: place, stdin: '{"title": "監視"}' });
    expect([piped.code, JSON.parse(piped.stdout).talks.length]).toEqual([0, 1]);
  });
});
