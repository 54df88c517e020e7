/** What strangers wrote into names, values and files reaches the terminal in messages, but never as control characters. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../support/run.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mlops-tag-hostile-'));
  writeFileSync(join(place, 'm.json'), '{"schema": \u001b[31m\u009b2J監視}');
  writeFileSync(join(place, 'a.md'), '# データドリフト\n\n検知\n');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

it.each<[string, readonly string[], string]>([
  ["a model's name", ['a.md', '--model', '監\u001b[31m視.json'], '監␛[31m視.json cannot be read'],
  ["a model's text", ['a.md', '--model', 'm.json'], 'm.json is no JSON'],
  ['a path', ['無い\u001b]0;x\u0007.md'], '無い␛]0;x␇.md: no such file'],
  ['a figure', ['eval', 'a.md', '--min', 'mic\u001b[31mro=1'], 'there is no figure "mic␛[31mro"'],
  ['an option', ['a.md', '--mo\u001b[31mdel=1'], '--mo␛[31mdel'],
  ['a choice', ['a.md', '--split', '\u001b[31m見出し'], '␛[31m見出し'],
])('%s', async (_, argv, words) => {
  const { code, stderr } = await run(argv, { cwd: place });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/[^\P{Cc}\n]/u);
});
