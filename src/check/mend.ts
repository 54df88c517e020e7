/** A file mended in memory, until nothing is left to mend. */

import type { FileRef } from '../sources/discover.ts';
import { isFinding, MAX_FILE_SIZE } from '../sources/document.ts';
import { type ReadOptions, readBytes } from '../sources/read.ts';
import { mendFile } from '../write/mend-file.ts';
import { isRefusal, type Refusal } from '../write/types.ts';
import { changesOf, type Wanted } from './changes.ts';
import { type FileChecker, hashOf } from './file.ts';
import type { CheckedFile, CheckFinding } from './types.ts';

export interface MendedFile {
  readonly file: FileRef;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly beforeText: string;
  readonly afterText: string;
  /** As the file will be seen once it is written. */
  readonly checked: CheckedFile;
  /** Findings that are mended. */
  readonly fixed: number;
  /** Why talks of the file are left as they are, the end of a sentence each. */
  readonly left: readonly string[];
}

export interface Mender {
  readonly checker: FileChecker;
  /** The findings of a file that count. */
  readonly findingsOf: (file: CheckedFile) => readonly CheckFinding[];
  readonly wanted: Wanted;
  /** The keys that lead to the declared tags. */
  readonly key: readonly string[];
  readonly read: ReadOptions;
}

/** One mend can show another (a label that becomes the id of a tag that is there already); more rounds than this would be a mistake. */
const MAX_ROUNDS = 5;

/** What the file becomes; a refusal where it cannot be written; undefined where nothing is to be mended. `seen`: as it was checked. */
export async function mended(
  file: FileRef,
  seen: CheckedFile,
  mender: Mender,
): Promise<MendedFile | Refusal | undefined> {
  const { checker, read } = mender;
  const before = readBytes(file, read.maxFileSize ?? MAX_FILE_SIZE);
  if (isFinding(before)) return undefined;
  let state: MendedFile | undefined;
  let checked = seen.hash === hashOf(before) ? seen : await checker.bytes(file, before);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = await mendedOnce({ file, bytes: state?.after ?? before, checked }, mender);
    if (next === undefined) break;
    if (isRefusal(next)) return state ?? next;
    checked = next.checked;
    state = {
      ...next,
      before,
      beforeText: state?.beforeText ?? next.beforeText,
      fixed: (state?.fixed ?? 0) + next.fixed,
    };
  }
  return state;
}

interface Round {
  readonly file: FileRef;
  readonly bytes: Uint8Array;
  readonly checked: CheckedFile;
}

async function mendedOnce({ file, bytes, checked }: Round, mender: Mender): Promise<MendedFile | Refusal | undefined> {
  const { checker, findingsOf, wanted, key, read } = mender;
  const changes = changesOf(findingsOf(checked), wanted);
  if (changes.length === 0) return undefined;
  const { split, aliases } = read;
  const reading = { ...(split === undefined ? {} : { split }), ...(aliases === undefined ? {} : { aliases }) };
  const written = await mendFile(bytes, file.path, key, changes, reading);
  if (isRefusal(written)) return written;
  if (written.after === bytes) return undefined;
  const { after, beforeText, afterText, left } = written;
  const leftHomes = new Set(left.map(({ home }) => JSON.stringify(home)));
  const made = changes.filter(({ home }) => !leftHomes.has(JSON.stringify(home)));
  return {
    file,
    before: bytes,
    after,
    beforeText,
    afterText,
    checked: await checker.bytes(file, after),
    fixed: made.reduce((sum, { fixes }) => sum + fixes.length, 0),
    left: left.map(({ refused }) => refused),
  };
}
