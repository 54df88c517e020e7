/** The examples of docs/writing-tags.md are what happens. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mend } from './support.ts';

const page = readFileSync(new URL('../../docs/writing-tags.md', import.meta.url), 'utf8');
const EXAMPLE =
  /### ([^\n]+)\n[^#]*?<!-- example (\{[^\n]*\}) -->\n\n````\w+\n(.*?)````\n\nbecomes\n\n````\w+\n(.*?)````\n/gs;
const examples = [...page.matchAll(EXAMPLE)].map(([, name = '', spec = '{}', before = '', after = '']) => ({
  name,
  spec: JSON.parse(spec),
  before,
  after,
}));

describe('docs/writing-tags.md', () => {
  it('has an example for each of its headings', () => {
    expect(examples.map(({ name }) => name)).toEqual([...page.matchAll(/^### (.+)$/gm)].map(([, name]) => name));
    expect(examples.length).toBeGreaterThan(9);
  });

  it.each(examples)('$name', async ({ spec, before, after }) => {
    expect(await mend(Buffer.from(before), spec.file, spec.key, spec.changes)).toMatchObject({ afterText: after });
  });
});
