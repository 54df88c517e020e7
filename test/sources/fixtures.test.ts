import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { isFinding, readTalks } from '../../src/sources/index.ts';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const expected = z
  .record(z.string(), z.array(z.object({ title: z.string(), lang: z.string() })))
  .parse(JSON.parse(readFileSync(new URL('../fixtures-expected.json', import.meta.url), 'utf8')));

it('every fixture gives its talks, in order, without a finding', async () => {
  const found: Record<string, { title: string; lang: string | undefined }[]> = {};
  const findings: unknown[] = [];
  for await (const item of readTalks(['.'], { cwd: root })) {
    if (isFinding(item)) {
      findings.push(item);
      continue;
    }
    found[item.source.path] ??= [];
    found[item.source.path]?.push({ title: item.title, lang: item.lang });
  }
  expect(findings).toEqual([]);
  expect(found).toEqual(expected);
});
