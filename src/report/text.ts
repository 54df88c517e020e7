/** Text of strangers made safe to show: nothing in it moves a cursor, hides or reorders what stands beside it. */

/** C1 and DEL, line and paragraph separators, and what sets the direction of text: legal in JSON, but no terminal should see them raw. */
const RISKY_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Line ends of all kinds and tabs, runs of them as one. */
const BREAKS = /[ \t]*[\t\r\n\v\f\u0085\u2028\u2029][ \t\r\n\v\f\u0085\u2028\u2029]*/g;

const CONTROL = /[\p{Cc}\p{Cs}]/gu;

/**
 * Characters that show nothing: marks of direction, zero-width blanks, fillers, tags. Joiners and variation selectors stay: emoji,
 * Indic scripts and variants of kanji need them, and they reorder nothing.
 */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const UNSAFE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** One line for a terminal: line ends become blanks, control characters visible stand-ins (␛ for escape), invisible ones go. */
export function visibleLine(text: string): string {
  if (!UNSAFE.test(text)) return text.trim();
  return visiblePiece(text).trim();
}

/** Lines for a terminal, as `visibleLine` shows each; how far they are indented stays. */
export function visibleText(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.split('\n').map(visiblePiece).join('\n');
}

/** One line for a file: line ends become blanks, control and invisible characters go. */
export function plainLine(text: string): string {
  if (!UNSAFE.test(text)) return text.trim();
  return text.replace(BREAKS, ' ').replace(INVISIBLE, '').replace(CONTROL, '').trim();
}

/** JSON that means the same and may be printed to a terminal; `JSON.stringify` itself only escapes up to U+001F. */
export function terminalSafeJson(json: string): string {
  return json.replace(RISKY_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function visiblePiece(text: string): string {
  return text.replace(BREAKS, ' ').replace(INVISIBLE, '').replace(CONTROL, standIn);
}

function standIn(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
