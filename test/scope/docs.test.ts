import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseBaseline } from '../../src/check/baseline.ts';
import { disablesIn } from '../../src/check/disables.ts';
import { fingerprint } from '../../src/check/fingerprint.ts';
import { ROOT } from '../support/run.ts';

/** The fenced blocks of a page in a language. */
function blocks(page: string, language: string): readonly string[] {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, word, block = '']) =>
    word === language ? [block] : [],
  );
}

it('the baseline shown is one, with the fingerprint that its finding has', async () => {
  const [text = ''] = blocks('baseline.md', 'json');
  const { entries } = await parseBaseline(text, '基準.json');
  expect(entries).toHaveLength(1);
  for (const { rule, path, tag = '', fingerprint: shown } of entries)
    expect(fingerprint({ rule, path, tag, identity: 'データの監視' })).toBe(shown);
});

it('the comments shown switch off what they name', async () => {
  const rules = async (language: string, path: string): Promise<readonly string[]> => {
    const found = await Promise.all(blocks('scope.md', language).map((text) => disablesIn(text, path, [1])));
    return found.flat().map((disable) => `${disable.rules.join(' ')}: ${disable.reason}`);
  };
  expect(await rules('markdown', '監視.md')).toEqual(['unsupported-tag missing-event: 社内の勉強会。図だけで話した']);
  expect(await rules('yaml', '監視.yaml')).toEqual(['unsupported-tag: it is all in the slides']);
});
