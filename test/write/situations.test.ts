/** A folder a situation: a file, what is to be fixed in it, the file afterwards; each in every encoding and with every line end. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../src/sources/decode.ts';
import { retrying } from '../../src/sources/lazy.ts';
import { planEdits } from '../../src/write/plan.ts';
import { applyEdits } from '../../src/write/text-places.ts';
import { isRefusal } from '../../src/write/types.ts';
import { ENCODINGS, encoded, isReadAs, LINE_ENDS } from './encodings.ts';
import { changesFor, mend, type TalkFixes, talksIn } from './support.ts';

const ROOT = new URL('../fixtures/write/', import.meta.url);

interface Situation {
  readonly name: string;
  readonly file: string;
  readonly key: string;
  readonly changes: readonly TalkFixes[];
  readonly refused?: string;
  readonly before: string;
  readonly after: string;
}

const situations = readdirSync(ROOT).map((name): Situation => {
  const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, ROOT), 'utf8');
  const spec = JSON.parse(read('fixes.json'));
  const after = spec.refused === undefined ? read(`expected${spec.file.slice(spec.file.lastIndexOf('.'))}`) : '';
  return { key: 'mlops', ...spec, name, before: read(spec.file), after };
});
const written = situations.filter(({ refused }) => refused === undefined);

beforeAll(async () => {
  // The tables of Japanese encodings are loaded when first met.
  for (const step of retrying(() => decode(Buffer.from([0x93, 0xfa, 0x96, 0x7b]), 'a file'))) await step.load();
});

it('there are sixty situations and more', () => {
  expect(written.length).toBeGreaterThanOrEqual(60);
});

describe('what is written', () => {
  it.each(written)('$name', async ({ file, key, changes, before, after }) => {
    const result = await mend(Buffer.from(before), file, key, changes);
    expect(result).toMatchObject({ afterText: after, left: [] });
  });

  it.each(written)('$name: pure, from text to edits', async ({ file, key, changes, before, after }) => {
    const talks = await talksIn(Buffer.from(before), file, key);
    const edits = planEdits(before, file, key.split('.'), changesFor(talks, changes));
    expect(isRefusal(edits) ? edits : applyEdits(before, edits)).toBe(after);
  });

  it.each(written)('$name: written once is written for good', async ({ file, key, changes, after }) => {
    const bytes = Buffer.from(after);
    const adds = changes.map(({ talk, fixes }) => ({ talk, fixes: fixes.filter(({ kind }) => kind === 'add') }));
    const again = await mend(bytes, file, key, adds);
    expect(isRefusal(again) ? again : again.after).toBe(bytes);
  });
});

describe('what is refused', () => {
  it.each(situations.filter(({ refused }) => refused !== undefined))('$name', async (situation) => {
    const { file, key, changes, before, refused } = situation;
    expect(await mend(Buffer.from(before), file, key, changes)).toEqual({ refused });
  });
});

describe.each(ENCODINGS)('in %s', (encoding) => {
  it.each(LINE_ENDS)('with line ends %j', async (eol) => {
    const failed: string[] = [];
    let tried = 0;
    for (const { name, file, key, changes, before, after } of written) {
      if (file.endsWith('.ndjson') && (eol === '\r' || !encoding.startsWith('utf8'))) continue;
      const text = before.replaceAll('\n', eol);
      const bytes = encoded(text, encoding);
      const wanted = after.replaceAll('\n', eol);
      const expected = encoded(wanted, encoding);
      if (!isReadAs(bytes, text) || !isReadAs(expected, wanted)) continue;
      tried++;
      const result = await mend(bytes, file, key, changes);
      if (isRefusal(result) || !expected.equals(result.after)) failed.push(name);
    }
    expect(failed).toEqual([]);
    expect(tried).toBeGreaterThan(encoding.startsWith('utf') ? written.length - 2 : 20);
  });
});
