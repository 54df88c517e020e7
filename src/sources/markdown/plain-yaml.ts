/**
 * The plain YAML that nearly all front matter is written in: mappings, lists and scalars of one line. Thirty times as fast
 * as the full parser; gives up (undefined) at the first thing that might mean something else, and agrees with it otherwise.
 */
import type { Placement } from '../../talk.ts';
import type { ValuePath } from '../entry.ts';
import type { LineIndex } from '../lines.ts';
import { startOnly } from '../placement.ts';
import type { Tree } from '../tree-entries.ts';

/** A value with the place of its first character; `exact`: its text stands verbatim from there. */
interface Node {
  readonly value: unknown;
  readonly offset: number;
  readonly exact: boolean;
  readonly children?: ReadonlyMap<string | number, Node>;
}

const MAX_LEVELS = 20;
const MAX_LENGTH = 20_000;
/** `key: value`, the key plain or quoted, the value up to the end of the line. */
const PAIR =
  /^(?:([A-Za-z_\u3040-\u30ff\u4e00-\u9fff][\w.\u3040-\u30ff\u4e00-\u9fff-]*(?: [\w.\u3040-\u30ff\u4e00-\u9fff-]+)*)|"([^"\\]*)"|'([^']*)') *:(?: +(\S.*))?$/;
/** What no plain reader should judge: tabs, controls, odd line breaks. */
const ODD = /[\t\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/;
const RESERVED_KEY = /^(?:null|true|false|~)$/i;

const GIVES_UP = new Error('not plain YAML');

interface Line {
  readonly indent: number;
  /** From the first character that is no space to the end, trailing spaces dropped. */
  readonly text: string;
  /** Offset of that first character. */
  readonly offset: number;
}

/** The values of a block of plain YAML; undefined where the full parser is to be asked. */
export function readPlainYaml(text: string, lines: LineIndex): Tree | undefined {
  if (text.length > MAX_LENGTH || ODD.test(text)) return undefined;
  try {
    const reader = new Reader(text);
    const root = reader.mapping(0, 0);
    if (!reader.done) return undefined;
    return {
      value: root.value,
      locate: (path) => placementOf(root, path, lines),
      lineOf: (path) => placementOf(root, path, lines)?.locate(0).line ?? lines.at(0).line,
    };
  } catch (error) {
    if (error === GIVES_UP) return undefined;
    throw error;
  }
}

function placementOf(root: Node, path: ValuePath, lines: LineIndex): Placement | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = node?.children?.get(step);
  if (node === undefined) return undefined;
  const { offset, exact } = node;
  return exact ? { exact, locate: (at) => lines.at(offset + at) } : startOnly(lines.at(offset));
}

class Reader {
  readonly #lines: Line[];
  #next = 0;

  constructor(text: string) {
    this.#lines = linesOf(text);
  }

  get done(): boolean {
    return this.#next >= this.#lines.length;
  }

  mapping(indent: number, level: number): Node {
    const value: Record<string, unknown> = Object.create(null);
    const children = new Map<string | number, Node>();
    const offset = this.#lines[this.#next]?.offset ?? 0;
    for (let line = this.#at(indent); line !== undefined; line = this.#at(indent)) {
      const pair = PAIR.exec(line.text);
      const key = pair?.[1] ?? pair?.[2] ?? pair?.[3];
      if (pair === null || key === undefined || RESERVED_KEY.test(key) || children.has(key)) throw GIVES_UP;
      this.#next++;
      const rest = pair[4];
      const node =
        rest === undefined
          ? this.#below(line, level)
          : this.#scalar(rest, line.offset + line.text.length - rest.length, indent);
      value[key] = node.value;
      children.set(key, node);
    }
    return { value, offset, exact: false, children };
  }

  /** The line to be read next, if it stands at this very indent. */
  #at(indent: number): Line | undefined {
    const line = this.#lines[this.#next];
    if (line !== undefined && line.indent > indent) throw GIVES_UP;
    return line?.indent === indent ? line : undefined;
  }

  /** The value of a key with nothing behind its colon. */
  #below(key: Line, level: number): Node {
    const line = this.#lines[this.#next];
    if (level >= MAX_LEVELS) throw GIVES_UP;
    if (line !== undefined && line.indent >= key.indent && isItem(line)) return this.#sequence(line.indent, level + 1);
    if (line !== undefined && line.indent > key.indent) return this.mapping(line.indent, level + 1);
    return { value: null, offset: key.offset + key.text.length, exact: false };
  }

  #sequence(indent: number, level: number): Node {
    const value: unknown[] = [];
    const children = new Map<string | number, Node>();
    const offset = this.#lines[this.#next]?.offset ?? 0;
    for (let line = this.#at(indent); line !== undefined && isItem(line); line = this.#at(indent)) {
      const lead = /^- +/.exec(line.text)?.[0].length;
      if (lead === undefined || level >= MAX_LEVELS) throw GIVES_UP;
      const rest: Line = { indent: indent + lead, text: line.text.slice(lead), offset: line.offset + lead };
      if (isItem(rest)) throw GIVES_UP;
      const isMapping = PAIR.test(rest.text);
      if (isMapping) this.#lines[this.#next] = rest;
      else this.#next++;
      const node = isMapping ? this.mapping(rest.indent, level + 1) : this.#scalar(rest.text, rest.offset, indent);
      children.set(value.length, node);
      value.push(node.value);
    }
    return { value, offset, exact: false, children };
  }

  /** A scalar that goes on in the next line is not plain enough. */
  #scalar(text: string, offset: number, indent: number): Node {
    const next = this.#lines[this.#next];
    if (next !== undefined && next.indent > indent) throw GIVES_UP;
    return scalarNode(text, offset);
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    let from = start;
    while (from < end && text.charCodeAt(from) === 0x20) from++;
    const content = text.slice(from, end).trimEnd();
    if (content !== '' && content.charCodeAt(0) !== 0x23)
      lines.push({ indent: from - start, text: content, offset: from });
    start = end + 1;
  }
  return lines;
}

function isItem(line: Line): boolean {
  return line.text === '-' || line.text.startsWith('- ');
}

const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** Characters that begin something other than plain text. */
const INDICATOR = /^[[\]{}&*!|>%@`"'#,?:-]/;
const NO_PLAIN = /: |:$| #/;
const SPECIAL = /^(?:[-+.]?\d|~$|\.(?:nan|inf)|[-+]\.|null$|true$|false$)/i;

function scalarNode(text: string, offset: number): Node {
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
