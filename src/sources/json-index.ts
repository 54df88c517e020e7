/** Where the values of a JSON text stand: each container is looked through once, when a place inside it is first asked for. */
import type { Placement, Position } from '../talk.ts';
import type { ValuePath } from './entry.ts';
import type { LineIndex } from './lines.ts';

/** Offsets of values by key or index; of a repeated key the last, as JSON.parse has it. */
type Children = ReadonlyMap<string | number, number>;

export class JsonIndex {
  readonly #text: string;
  readonly #children = new Map<number, Children>();

  /** `text` must be valid JSON. */
  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of the value at `path`, counted from the value that begins at `from`. */
  offsetOf(path: ValuePath, from = 0): number | undefined {
    let offset: number | undefined = skipSpace(this.#text, from);
    for (const step of path) {
      if (offset === undefined) return undefined;
      offset = this.#childrenOf(offset).get(step);
    }
    return offset;
  }

  /** The placement of the string at `path`; of any other value its start. */
  placementOf(path: ValuePath, lines: LineIndex): Placement | undefined {
    const offset = this.offsetOf(path);
    return offset === undefined ? undefined : placementAt(this.#text, offset, lines);
  }

  #childrenOf(offset: number): Children {
    let children = this.#children.get(offset);
    if (children === undefined) {
      children = readChildren(this.#text, offset);
      this.#children.set(offset, children);
    }
    return children;
  }
}

function placementAt(text: string, offset: number, lines: LineIndex): Placement {
  if (text[offset] !== '"') {
    const position = lines.at(offset);
    return { exact: false, locate: () => position };
  }
  return { exact: true, locate: (decoded): Position => lines.at(rawOffset(text, offset + 1, decoded)) };
}

/** The raw offset of the `decoded`-th UTF-16 code unit of the string whose content begins at `start`. */
function rawOffset(text: string, start: number, decoded: number): number {
  let raw = start;
  let left = decoded;
  while (left > 0) {
    const slash = text.indexOf('\\', raw);
    if (slash < 0 || slash - raw >= left) return raw + left;
    left -= slash - raw + 1;
    raw = slash + (text[slash + 1] === 'u' ? 6 : 2);
  }
  return raw;
}

function readChildren(text: string, offset: number): Children {
  const children = new Map<string | number, number>();
  const open = text[offset];
  if (open !== '{' && open !== '[') return children;
  let at = skipSpace(text, offset + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    let key: string | number = index;
    if (open === '{') {
      const end = endOfString(text, at);
      key = keyOf(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    children.set(key, at);
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return children;
}

function keyOf(raw: string): string {
  return raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1);
}

function skipSpace(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}

/** The offset behind the string that begins with a quote at `start`. */
export function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slash = quote;
    while (text[slash - 1] === '\\') slash--;
    if ((quote - slash) % 2 === 0) return quote + 1;
  }
  return text.length;
}

const STRUCTURE = /["[\]{}]/g;
const END_OF_SCALAR = /[\s,\]}]|$/g;

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') {
    END_OF_SCALAR.lastIndex = start;
    return END_OF_SCALAR.exec(text)?.index ?? text.length;
  }
  let depth = 0;
  STRUCTURE.lastIndex = start;
  for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
    if (found[0] === '"') STRUCTURE.lastIndex = endOfString(text, found.index);
    else if (found[0] === '{' || found[0] === '[') depth++;
    else if (--depth === 0) return found.index + 1;
  }
  return text.length;
}

/** The offset of the first bracket, in JSON or what is meant as such, that opens while `limit` others are open; -1 where none does. */
export function deepBracketOffset(text: string, limit: number): number {
  if (!hasMoreBrackets(text, limit)) return -1;
  let depth = 0;
  STRUCTURE.lastIndex = 0;
  for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
    if (found[0] === '"') STRUCTURE.lastIndex = endOfString(text, found.index);
    else if (found[0] === ']' || found[0] === '}') depth = Math.max(depth - 1, 0);
    else if (++depth > limit) return found.index;
  }
  return -1;
}

/** Whether as many brackets open at all: nearly every line of NDJSON has only a few, which is told at once. */
function hasMoreBrackets(text: string, limit: number): boolean {
  let left = limit;
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) if (left-- === 0) return true;
  return false;
}
