/** Where in a file the bytes stand that no text holds: what somebody who mends it looks for. */
import { isUtf8 } from 'node:buffer';
import type { Position } from '../talk.ts';
import { LineIndex } from './lines.ts';

const REPLACEMENT = '\ufffd';
const WRITTEN = Buffer.from(REPLACEMENT);
const FEED = 0x0a;

/** The first bytes that are no UTF-8; undefined where all are. */
export function brokenUtf8At(bytes: Buffer): Position | undefined {
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const feed = bytes.indexOf(FEED, from);
    const end = feed < 0 ? bytes.length : feed;
    const one = bytes.subarray(from, end);
    if (!isUtf8(one)) return { line, column: brokenColumn(one) };
    from = end + 1;
  }
  return undefined;
}

/** A replacement character that the line really holds may stand before the broken one. */
function brokenColumn(line: Buffer): number {
  const text = line.toString('utf8');
  let bytes = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, from)) {
    bytes += Buffer.byteLength(text.slice(from, at));
    if (!line.subarray(bytes, bytes + WRITTEN.length).equals(WRITTEN)) return at + 1;
    bytes += WRITTEN.length;
    from = at + 1;
  }
  return 1;
}

/** Whether more of the characters beyond ASCII are whole than broken, so that UTF-8 was meant. */
export function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  let broken = 0;
  let whole = 0;
  for (const character of text) {
    if (character === REPLACEMENT) broken++;
    else if (character > '\u007f') whole++;
  }
  return whole > broken;
}

/** The first zero byte of what would be text without it; undefined where there is none, or more is wrong. */
export function zeroByteAt(bytes: Buffer): Position | undefined {
  const zero = bytes.indexOf(0);
  if (zero < 0 || !isUtf8(bytes)) return undefined;
  const before = bytes.toString('utf8', 0, zero);
  return new LineIndex(before).at(before.length);
}

/** The first half of a pair that stands alone; or the end, where half a character does. `bytes`: without their mark. */
export function brokenUtf16At(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Position {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const broken = text.indexOf(REPLACEMENT);
  return new LineIndex(text).at(broken < 0 ? text.length : broken);
}
