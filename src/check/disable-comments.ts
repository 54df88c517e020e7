/** The comments of a file that switch rules off; the text is looked through only where the bytes hold the word. */
import { decode } from '../sources/decode.ts';
import { withLibraries } from '../sources/lazy.ts';
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
  const text = await withLibraries(() => decode(bytes, path));
  return typeof text === 'string' ? disablesIn(text, path, talkLines) : [];
}
