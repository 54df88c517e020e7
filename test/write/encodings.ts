/** Texts in the encodings and line ends that files come in. */
import iconv from 'iconv-lite';
import { decode } from '../../src/sources/decode.ts';

export const ENCODINGS = ['utf8', 'utf8-bom', 'utf16le', 'utf16be', 'shift_jis', 'euc-jp'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

export function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return iconv.encode(text, encoding);
}

/** Whether the reader takes the bytes for this very text: short texts in Japanese encodings may be taken for others. */
export function isReadAs(bytes: Buffer, text: string): boolean {
  try {
    return decode(bytes, 'a file') === text;
  } catch {
    return false;
  }
}
