/** The scalars and one-line lists of plain YAML. */

/** A value with the place of its first character; `exact`: its text stands verbatim from there. */
export interface Node {
  readonly value: unknown;
  readonly offset: number;
  readonly exact: boolean;
  readonly children?: ReadonlyMap<string | number, Node>;
}

/** Thrown where a text might mean something else than it seems to. */
export const GIVES_UP = new Error('not plain YAML');

const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** Characters that begin something other than plain text. */
const INDICATOR = /^[[\]{}&*!|>%@`"'#,?:-]/;
const NO_PLAIN = /: |:$| #/;
const SPECIAL = /^(?:[-+.]?\d|~$|\.(?:nan|inf)|[-+]\.|null$|true$|false$)/i;

/** The value of a scalar or flow list that begins at `offset` and fills its line. */
export function scalarNode(text: string, offset: number): Node {
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return { value: quoted[1] ?? quoted[2], offset: offset + 1, exact: true };
  if (text.startsWith('[')) return flowList(text, offset);
  if (text === '{}') return { value: Object.create(null), offset, exact: false, children: new Map() };
  if (INDICATOR.test(text) || NO_PLAIN.test(text)) throw GIVES_UP;
  if (!SPECIAL.test(text)) return { value: text, offset, exact: true };
  return { value: specialScalar(text), offset, exact: Number.isNaN(Number(text)) };
}

const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
/** Digits with signs and colons between them: dates, times, versions. */
const DATE_LIKE = /^\d{1,4}[-/:年]\d|^\d+\.\d+\.\d/;

/** A number with letters behind it that no number has: `3 ways`, `4つの`. */
const WORDY_NUMBER = /^-?\d.*[g-np-wyzG-NP-WYZ\u3040-\uffef]/;

function specialScalar(text: string): unknown {
  if (INTEGER.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '~') return null;
  if (DATE_LIKE.test(text) || WORDY_NUMBER.test(text)) return text;
  throw GIVES_UP;
}

const FLOW_ITEM = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'[\]{},&*!|>%@`#?:-][^"'[\]{},:#]*))$/;

/** `[a, "b, c", d]`: texts only. */
function flowList(text: string, offset: number): Node {
  if (!text.endsWith(']')) throw GIVES_UP;
  const value: unknown[] = [];
  const children = new Map<string | number, Node>();
  const inner = text.slice(1, -1);
  if (inner.trim() === '') return { value, offset, exact: false, children };
  const items = /"[^"\\]*"|'[^']*'|[^,"']+|,/g;
  let open = true;
  for (const found of inner.matchAll(items)) {
    const item = found[0].trim();
    if (item === '') continue;
    if (item === ',') {
      if (open) throw GIVES_UP;
      open = true;
      continue;
    }
    const parts = FLOW_ITEM.exec(item);
    if (parts === null || !open || (parts[3] !== undefined && SPECIAL.test(parts[3]))) throw GIVES_UP;
    open = false;
    const start = offset + 1 + found.index + (found[0].length - found[0].trimStart().length);
    children.set(value.length, { value: item, offset: start + (parts[3] === undefined ? 1 : 0), exact: true });
    value.push(parts[1] ?? parts[2] ?? parts[3]);
  }
  if (open || inner.replace(items, '') !== '') throw GIVES_UP;
  return { value, offset, exact: false, children };
}
