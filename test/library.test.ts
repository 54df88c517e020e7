/** The library as JavaScript calls it, past its types. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import { ROOT } from './support/run.ts';

describe('readTalks', () => {
  it.each<[string, unknown, unknown, string]>([
    ['a path alone', '発表/', {}, 'readTalks(["発表/"])'],
    ['nothing', undefined, {}, 'an array of paths, not undefined'],
    ['no text', ['a.md', 7], {}, 'number 2 of them is number'],
    ['a wrong split', ['a.md'], { split: 'headings' }, 'not "headings" (did you mean "heading"?)'],
    ['a split that is no text', ['a.md'], { split: true }, 'one of auto, none, heading, record, not true'],
  ])('refuses %s', (_, paths, options, message) => {
    const call = () => Reflect.apply(library.readTalks, undefined, [paths, options]);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  it('reads an array of paths', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mlops-tag-'));
    writeFileSync(join(folder, '監視.md'), '# モデル監視\n\nデータドリフトの検知。\n');
    const talks = [];
    for await (const talk of library.readTalks(['監視.md'], { cwd: folder, split: 'none' })) talks.push(talk);
    expect(talks).toMatchObject([{ title: 'モデル監視' }]);
    rmSync(folder, { recursive: true });
  });
});

describe('errors', () => {
  it.each([
    ['src', '../src/index.ts'],
    ['the build', '../dist/index.js'],
  ])('keep their names: %s', async (_, path) => {
    const { TaxonomyError, UsageError, loadTaxonomy }: typeof library = await import(path);
    const error: unknown = await loadTaxonomy('ない.yaml', { cwd: ROOT }).catch((reason: unknown) => reason);
    if (!(error instanceof TaxonomyError)) throw error;
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ name: 'TaxonomyError', findings: [{ code: 'unreadable-file', path: 'ない.yaml' }] });
    expect([error.constructor.name, UsageError.name]).toEqual(['TaxonomyError', 'UsageError']);
  });
});
