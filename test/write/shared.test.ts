/** The real files of ../shared: every talk of them gets and loses tags, and nothing else changes. Skipped where the folders are missing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Talk } from '../../src/talk.ts';
import { isRefusal } from '../../src/write/types.ts';
import { mend, type TalkFixes, talksIn } from './support.ts';

const FOLDERS = ['formats', 'seeds'].map((name) => fileURLToPath(new URL(`../../../shared/${name}/`, import.meta.url)));
const files = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .map((name) => ({ name, bytes: readFileSync(folder + name) })),
);

function withoutTags({ declared, origin, placements, source, keywords, ...rest }: Talk): unknown {
  return rest;
}

/** What is left of `bytes` when the longest beginning and end that `after` shares with them are taken away. */
function lost(bytes: Buffer, after: Buffer): number {
  let start = 0;
  while (start < bytes.length && bytes[start] === after[start]) start++;
  let end = 0;
  while (end < bytes.length - start && bytes.at(-1 - end) === after.at(-1 - end)) end++;
  return bytes.length - start - end;
}

async function mended(bytes: Uint8Array, name: string, changes: readonly TalkFixes[]): Promise<Buffer> {
  const result = await mend(bytes, name, 'mlops', changes);
  if (isRefusal(result)) throw new Error(result.refused);
  expect(result.left).toEqual([]);
  return Buffer.from(result.after);
}

describe.skipIf(files.length === 0)('files of ../shared (skipped where it is missing)', () => {
  it.each(files)('$name', async ({ name, bytes }) => {
    const talks = await talksIn(bytes, name);
    const homes = talks.flatMap(({ origin }, talk) => (origin?.home === undefined ? [] : [talk]));
    const to = (fixes: TalkFixes['fixes']): readonly TalkFixes[] => homes.map((talk) => ({ talk, fixes }));
    if (homes.length === 0) return;

    const added = await mended(bytes, name, to([{ kind: 'add', tags: ['drift', '監視'] }]));
    const read = await talksIn(added, name);
    expect(read.map(withoutTags)).toEqual(talks.map(withoutTags));
    expect(homes.map((talk) => read[talk]?.declared)).toEqual(homes.map(() => ['drift', '監視']));

    const one = await mended(bytes, name, to([{ kind: 'add', tags: ['drift'] }]).slice(0, 1));
    expect(lost(bytes, one)).toBe(0);

    const changed = await mended(
      added,
      name,
      to([
        { kind: 'replace', at: 0, tag: 'serving' },
        { kind: 'remove', at: 1 },
      ]),
    );
    const again = await talksIn(changed, name);
    expect(again.map(withoutTags)).toEqual(talks.map(withoutTags));
    expect(homes.map((talk) => again[talk]?.declared)).toEqual(homes.map(() => ['serving']));

    const same = await mend(added, name, 'mlops', to([{ kind: 'add', tags: ['監視', 'drift'] }]));
    expect(isRefusal(same) ? same : same.after).toBe(added);
  });
});
