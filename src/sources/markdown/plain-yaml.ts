/**
 * The plain YAML that nearly all front matter is written in: mappings, lists and scalars of one line. Thirty times as fast
 * as the full parser; gives up (undefined) at the first thing that might mean something else, and agrees with it otherwise.
 */
import type { Placement } from '../../talk.ts';
import type { ValuePath } from '../entry.ts';
import type { LineIndex } from '../lines.ts';
import { startOnly } from '../placement.ts';
import type { Tree } from '../tree-entries.ts';
import { GIVES_UP, type Node, scalarNode } from './plain-scalars.ts';

const MAX_LEVELS = 20;
const MAX_LENGTH = 20_000;
/** `key: value`, the key plain or quoted, the value up to the end of the line. */
const PAIR =
  /^(?:([A-Za-z_\u3040-\u30ff\u4e00-\u9fff][\w.\u3040-\u30ff\u4e00-\u9fff-]*(?: [\w.\u3040-\u30ff\u4e00-\u9fff-]+)*)|"([^"\\]*)"|'([^']*)') *:(?: +(\S.*))?$/;
/** What no plain reader should judge: tabs, controls, odd line breaks. */
const ODD = /[\t\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/;
const RESERVED_KEY = /^(?:null|true|false|~)$/i;

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
