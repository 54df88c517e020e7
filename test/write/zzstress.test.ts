/** Whatever a file looks like, only its tags change. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Fix } from '../../src/check/types.ts';
import { decode } from '../../src/sources/decode.ts';
import { retrying } from '../../src/sources/lazy.ts';
import type { Talk } from '../../src/talk.ts';
import { isRefusal } from '../../src/write/types.ts';
import { ENCODINGS, encoded, isReadAs, LINE_ENDS } from './encodings.ts';
import { FILES, type GeneratedFile, ODD, SIMPLE } from './generated.ts';
import { mend, talksIn } from './support.ts';

beforeAll(async () => {
  for (const step of retrying(() => decode(Buffer.from([0x93, 0xfa, 0x96, 0x7b]), 'a file'))) await step.load();
});

/** Fixes by seeds: for each tag keep, remove or replace it; then new ones. */
const seeds = fc.record({
  each: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  added: fc.uniqueArray(fc.constantFrom(...SIMPLE, ...ODD, '新しいタグ'), { maxLength: 3 }),
  encoding: fc.constantFrom(...ENCODINGS),
  eol: fc.constantFrom(...LINE_ENDS),
});

interface Wanted {
  readonly fixes: readonly Fix[];
  readonly tags: readonly string[];
}

function wantedFor({ tags }: GeneratedFile, each: readonly number[], added: readonly string[]): Wanted {
  const fixes: Fix[] = [];
  const left: string[] = [];
  for (const [at, tag] of tags.entries()) {
    if (each[at] === 1) fixes.push({ kind: 'remove', at });
    else if (each[at] === 2) {
      fixes.push({ kind: 'replace', at, tag: `replaced-${at}` });
      left.push(`replaced-${at}`);
    } else left.push(tag);
  }
  if (added.length > 0) fixes.push({ kind: 'add', tags: added });
  return { fixes, tags: [...left, ...added.filter((tag) => !left.includes(tag))] };
}

function withoutTags({ declared, origin, placements, source, keywords, ...rest }: Talk): unknown {
  return rest;
}

/** The length of what two texts begin (end) with alike. */
function alike(one: Buffer, other: Buffer, fromEnd: boolean): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && (fromEnd ? one.at(-1 - at) === other.at(-1 - at) : one[at] === other[at])) at++;
  return at;
}

describe.each(Object.entries(FILES))('%s', (_name, files) => {
  it('only tags change, and they are those that were wanted', async () => {
    await fc.assert(
      fc.asyncProperty(files, seeds, async (file, { each, added, encoding, eol }) => {
        const isLines = file.path.endsWith('.ndjson');
        const end = isLines && eol === '\r' ? '\n' : eol;
        const [head, value, tail] = [file.head, file.value, file.tail].map((text) => text.replaceAll('\n', end));
        const text = `${head}${value}${tail}`;
        const fits = !isLines && isReadAs(encoded(text, encoding), text);
        const codec = fits && !/^(?:shift|euc)/.test(encoding) ? encoding : 'utf8';
        const bytes = encoded(text, codec);
        const { fixes, tags } = wantedFor(file, each, added);
        const talks = await talksIn(bytes, file.path);
        expect(talks[file.talk]?.declared ?? []).toEqual(file.tags);

        const result = await mend(bytes, file.path, 'mlops', [{ talk: file.talk, fixes }]);
        if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
        expect(result.left).toEqual([]);
        const after = Buffer.from(result.after);

        const isStable = fixes.length === 0;
        if (isStable) expect(result.after).toBe(bytes);
        const before = encoded(`${head}`, codec).length;
        const behind = bytes.length - encoded(`${head}${value}`, codec).length;
        if (file.declared) {
          expect(alike(bytes, after, false)).toBeGreaterThanOrEqual(before);
          expect(alike(bytes, after, true)).toBeGreaterThanOrEqual(behind);
        } else {
          expect(alike(bytes, after, false) + alike(bytes, after, true)).toBeGreaterThanOrEqual(bytes.length);
        }

        const again = await talksIn(after, file.path);
        expect(again[file.talk]?.declared ?? []).toEqual(tags);
        expect(again.map(withoutTags)).toEqual(talks.map(withoutTags));
        const others = (all: readonly Talk[]): unknown =>
          all.filter((_, at) => at !== file.talk).map((talk) => talk.declared);
        expect(others(again)).toEqual(others(talks));

        const second = await mend(after, file.path, 'mlops', [
          { talk: file.talk, fixes: [{ kind: 'add', tags: added }] },
        ]);
        expect(isRefusal(second) ? second : second.after).toBe(after);
      }),
      { numRuns: 1500 },
    );
  });
});
