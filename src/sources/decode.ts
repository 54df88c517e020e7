/** Bytes to text: UTF-8 and UTF-16 by themselves, Shift_JIS and EUC-JP told apart by how the text looks. */
import { isUtf8 } from 'node:buffer';
import type { Finding } from '../findings.ts';
import type { Position } from '../talk.ts';
import { brokenUtf8At, brokenUtf16At, isMostlyUtf8, zeroByteAt } from './broken-bytes.ts';
import { looksLikeUtf8 } from './bytes.ts';
import { lazily } from './lazy.ts';

const legacy = lazily(() => import('./decode-legacy.ts'));

/** The decoded text without a byte order mark, or why there is none. */
export function decode(bytes: Uint8Array, path: string): string | Finding {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refused = refusedEncoding(view);
  if (refused !== undefined) return undecodable(path, refused);
  if (startsWith(view, 0xef, 0xbb, 0xbf))
    return isUtf8(view) ? view.toString('utf8', 3) : undecodable(path, BROKEN, brokenUtf8At(view.subarray(3)));
  if (startsWith(view, 0xff, 0xfe)) return utf16(view.subarray(2), 'utf-16le', path);
  if (startsWith(view, 0xfe, 0xff)) return utf16(view.subarray(2), 'utf-16be', path);
  if (isBinary(view)) return utf16WithoutMark(view) ?? binary(view, path);
  if (isUtf8(view)) return view.toString('utf8');
  const decoded = legacy().decodeLegacy(view);
  if ('text' in decoded) return decoded.text;
  return undecodable(path, isMostlyUtf8(view) ? BROKEN : decoded.reason, brokenUtf8At(view));
}

const BROKEN = 'broken UTF-8';

/** Why lines that begin so are not read one by one; undefined where some of them may be text. */
export function refusedLines(head: Buffer, path: string): Finding | undefined {
  const refused = refusedEncoding(head);
  if (refused !== undefined) return undecodable(path, refused);
  if (isBinary(head)) return binary(head, path);
  if (looksLikeUtf8(head)) return undefined;
  const text = head.toString('utf8');
  if (occurrences(text, '\ufffd') < text.length * MOSTLY) return undefined;
  return CONTROLS.test(text) ? { code: 'binary-file', path } : undecodable(path, BROKEN);
}

/** The share of characters that are none, from which on a text is taken to be something else. */
const MOSTLY = 0.3;
const CONTROLS = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** An encoding that is known by its marks and not read. Some of them would pass for another: ISO-2022-JP is all ASCII. */
export function refusedEncoding(head: Buffer): string | undefined {
  if (startsWith(head, 0xff, 0xfe, 0, 0) || startsWith(head, 0, 0, 0xfe, 0xff)) return 'it is UTF-32';
  if (!head.includes(0x1b)) return undefined;
  return SHIFTS_TO_KANJI.some((shift) => head.includes(shift)) ? 'it is ISO-2022-JP' : undefined;
}

const SHIFTS_TO_KANJI = ['\u001b$B', '\u001b$@', '\u001b$(D', '\u001b$(Q', '\u001b(I'].map((shift) =>
  Buffer.from(shift, 'latin1'),
);

/** What a format never starts with, or a byte that no text holds. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isBinary(view: Buffer): boolean {
  return view.includes(0) || SIGNATURES.some((signature) => startsWith(view, ...signature));
}

function startsWith(view: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => view[index] === byte);
}

function utf16(view: Uint8Array, encoding: 'utf-16le' | 'utf-16be', path: string): string | Finding {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(view);
  } catch {
    return undecodable(path, 'broken UTF-16', brokenUtf16At(view, encoding));
  }
}

/** UTF-16 without a mark: zero bytes on one side of nearly every pair of a text that begins in ASCII. */
function utf16WithoutMark(view: Buffer): string | undefined {
  if (view.length % 2 !== 0 || view.length < 8) return undefined;
  const sample = Math.min(view.length, 1000);
  const zeros = [0, 0];
  for (let at = 0; at < sample; at++) if (view[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const encoding = odd > even * 10 ? 'utf-16le' : even > odd * 10 ? 'utf-16be' : undefined;
  if (encoding === undefined || Math.max(even, odd) < sample / 20) return undefined;
  const text = utf16(view, encoding, '');
  return typeof text === 'string' && !/[\u0000-\u0008\ue000-\uf8ff\ufffe\uffff]/.test(text) ? text : undefined;
}

function undecodable(path: string, reason: string, place?: Position): Finding {
  return { code: 'undecodable', path, reason, ...place };
}

/** With the place of the byte that makes it so where all else is text. */
function binary(view: Buffer, path: string): Finding {
  return { code: 'binary-file', path, ...zeroByteAt(view) };
}
