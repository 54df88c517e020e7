/** One file with changed tags, in memory: bytes in, bytes out, checked by reading them again. */

import { messageOf } from '../findings.ts';
import { decode } from '../sources/decode.ts';
import { withLibraries } from '../sources/lazy.ts';
import type { Reading } from './contents.ts';
import { encoderOf } from './encoding.ts';
import { type Left, planChanges } from './plan.ts';
import { applyEdits } from './text-places.ts';
import { isRefusal, type Refusal, type TagChange } from './types.ts';
import { verifyEdits } from './verify.ts';

export interface MendedBytes {
  /** The very `bytes` that were given where nothing changes. */
  readonly after: Uint8Array;
  readonly beforeText: string;
  readonly afterText: string;
  /** Talks whose changes are left out, and why. */
  readonly left: readonly Left[];
}

/**
 * Makes the changes to the tags of a file's talks, and touches nothing else. `key`: the keys that lead to the tags;
 * `reading`: how the file was read when it was checked. Refused where the file as a whole cannot be written, or where no
 * talk can; a talk that cannot be written among others that can is left as it is.
 */
export async function mendFile(
  bytes: Uint8Array,
  path: string,
  key: readonly string[],
  changes: readonly TagChange[],
  reading: Reading = {},
): Promise<MendedBytes | Refusal> {
  const before = await decoded(bytes, path);
  if (isRefusal(before)) return before;
  const { text } = before;
  const plan = planChanges(text, path, key, changes);
  const [left] = plan.left;
  if (left !== undefined && plan.made.length === 0) return { refused: left.refused };
  if (plan.edits.length === 0) return { after: bytes, beforeText: text, afterText: text, left: plan.left };
  const encode = await encoderOf(bytes, text);
  if (encode === undefined) return { refused: 'its encoding cannot be written back byte for byte; save it as UTF-8' };
  const afterText = applyEdits(text, plan.edits);
  const refusal = await verifyEdits({ before: text, after: afterText }, path, key, plan.made, reading);
  if (refusal !== undefined) return refusal;
  const after = encode(afterText);
  const again = await decoded(after, path);
  if (isRefusal(again) || again.text !== afterText)
    return { refused: 'in its encoding the tags cannot be written so that they are read again; save it as UTF-8' };
  return { after, beforeText: text, afterText, left: plan.left };
}

async function decoded(bytes: Uint8Array, path: string): Promise<{ readonly text: string } | Refusal> {
  const text = await withLibraries(() => decode(bytes, path));
  return typeof text === 'string' ? { text } : { refused: messageOf(text) };
}
