/** What comes in by standard input without a name, told from how it begins. */

/** Names that stand for the formats; what reports show as the path. */
export type StdinName = 'stdin.md' | 'stdin.json' | 'stdin.ndjson';

/** Characters in which the first marks of a text are looked for, white space not among them. */
const OPENING = 3;
const MAX_LEAD = 4000;
/** Objects and lists as JSON writes them, rather than a shortcode (`{{`, `{%`), a link (`[`, `[[`) or a box to tick. */
const JSON_OPENING = /^(?:\{(?:["}]|$)|\[(?:[{"]|\]?$|\[(?:[{["\]]|$)))/;

/**
 * The name for a text that begins with `head`; undefined where more of it must be known, which is never so once it has
 * `ended`. Bytes may stand for characters (latin1), since only marks of ASCII count.
 */
export function stdinNameOf(head: string, ended: boolean): StdinName | undefined {
  const text = head.replace(/^[\s\0\u00ef\u00bb\u00bf\u00fe\u00ff]+/, '');
  const opening = text.slice(0, MAX_LEAD).replace(/[\s\0]+/g, '');
  if (!ended && opening.length < OPENING && text.length < MAX_LEAD) return undefined;
  if (!JSON_OPENING.test(opening)) return 'stdin.md';
  if (opening.startsWith('[')) return 'stdin.json';
  const feed = text.indexOf('\n');
  if (feed < 0) return ended ? 'stdin.json' : undefined;
  if (!isObject(text.slice(0, feed))) return 'stdin.json';
  const next = /\S/.exec(text.slice(feed))?.[0];
  if (next === undefined) return ended ? 'stdin.json' : undefined;
  return next === '{' ? 'stdin.ndjson' : 'stdin.json';
}

function isObject(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
