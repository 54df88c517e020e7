/** Files in memory: read as `check` reads them, mended, read again. */
import type { Fix } from '../../src/check/types.ts';
import { isFinding } from '../../src/sources/document.ts';
import { readStreamTalks } from '../../src/sources/read.ts';
import type { Talk } from '../../src/talk.ts';
import { type MendedBytes, mendFile } from '../../src/write/mend-file.ts';
import type { Refusal, TagChange } from '../../src/write/types.ts';

export interface TalkFixes {
  /** Which of the file's talks, from 0. */
  readonly talk: number;
  readonly fixes: readonly Fix[];
}

export async function talksIn(bytes: Uint8Array, path: string, key = 'mlops'): Promise<readonly Talk[]> {
  const talks: Talk[] = [];
  const stream = (async function* () {
    yield bytes;
  })();
  for await (const event of readStreamTalks(stream, path, { origins: true, declaredKey: key })) {
    if ('kind' in event) continue;
    if (isFinding(event)) throw new Error(`${event.code} in ${path}`);
    talks.push(event);
  }
  return talks;
}

export function changesFor(talks: readonly Talk[], wanted: readonly TalkFixes[]): readonly TagChange[] {
  return wanted.map(({ talk, fixes }) => {
    const home = talks[talk]?.origin?.home;
    if (home === undefined) throw new Error(`talk ${talk} has no home`);
    return { home, fixes };
  });
}

export async function mend(
  bytes: Uint8Array,
  path: string,
  key: string,
  wanted: readonly TalkFixes[],
): Promise<MendedBytes | Refusal> {
  return mendFile(bytes, path, key.split('.'), changesFor(await talksIn(bytes, path, key), wanted));
}
