/** The comments of a file that switch rules off; the text is looked through only where the bytes hold the word. */
import { decode } from '../sources/decode.ts';
import { retrying } from '../sources/lazy.ts';
import { disablesIn } from './disables.ts';
import type { Disable } from './types.ts';

const WORD = Buffer.from('mlops-tag-disable', 'utf8');
const WIDE_WORD = Buffer.from('mlops-tag-disable', 'utf16le');

/** `talkLines`: where the talks of the file begin, in order. */
export async function disablesOf(
  bytes: Uint8Array,
  path: string,
  talkLines: readonly number[],
): Promise<readonly Disable[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes(WORD) && !buffer.includes(WIDE_WORD)) return [];
  const steps = retrying(() => decode(bytes, path));
  for (;;) {
    const { done, value } = steps.next();
    if (done !== true) await value.load();
    else return typeof value === 'string' ? await disablesIn(value, path, talkLines) : [];
  }
}
