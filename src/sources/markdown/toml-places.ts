/** Where the strings of a TOML text stand. Line by line: enough for front matter; what it does not see has no place. */
import type { Placement } from '../../talk.ts';
import type { ValuePath } from '../entry.ts';
import type { LineIndex } from '../lines.ts';
import { startOnly } from '../placement.ts';

const TABLE = /^[ \t]*\[\[?[ \t]*([^\]]*?)[ \t]*\]\]?[ \t]*(?:#.*)?$/;
const KEY = /^[ \t]*(?:"([^"\\]*)"|'([^']*)'|([\w-]+))[ \t]*=[ \t]*/;

/** The placement of the value at a path of at most a key and an index, or a table's key; undefined where it is not found. */
export function tomlPlacement(text: string, path: ValuePath, lines: LineIndex): Placement | undefined {
  const index = typeof path.at(-1) === 'number' ? Number(path.at(-1)) : undefined;
  const keys = (index === undefined ? path : path.slice(0, -1)).map(String);
  const value = valueOffset(text, keys);
  if (value === undefined) return undefined;
  return stringPlacement(text, index === undefined ? value : elementOffset(text, value, index), lines);
}

function valueOffset(text: string, keys: readonly string[]): number | undefined {
  let table = '';
  let offset = 0;
  const wanted = keys.slice(0, -1).join('.');
  for (const line of text.split('\n')) {
    const header = TABLE.exec(line)?.[1];
    const key = header === undefined ? KEY.exec(line) : null;
    if (header !== undefined && !line.trimEnd().endsWith(',')) table = header.replace(/["'\s]/g, '');
    else if (key !== null && table === wanted && (key[1] ?? key[2] ?? key[3]) === keys.at(-1))
      return offset + key[0].length;
    offset += line.length + 1;
  }
  return undefined;
}

/** The offset of the string at `index` of an array of strings. */
function elementOffset(text: string, array: number, index: number): number | undefined {
  if (text[array] !== '[') return undefined;
  let at = array + 1;
  for (let seen = 0; at < text.length; seen++) {
    at = skipBlanks(text, at);
    if (text[at] !== '"' && text[at] !== "'") return undefined;
    if (seen === index) return at;
    at = skipBlanks(text, endOfString(text, at));
    if (text[at] === ',') at++;
  }
  return undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) <= 32 || text[at] === '#')) {
    if (text[at] !== '#') at++;
    else {
      const feed = text.indexOf('\n', at);
      at = feed < 0 ? text.length : feed + 1;
    }
  }
  return at;
}

function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  const mark = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  let end = text.indexOf(mark, start + mark.length);
  while (end > 0 && quote === '"' && isEscaped(text, end)) end = text.indexOf(mark, end + 1);
  return end < 0 ? text.length : end + mark.length;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function stringPlacement(text: string, offset: number | undefined, lines: LineIndex): Placement | undefined {
  if (offset === undefined) return undefined;
  const quote = text.charAt(offset);
  if (quote !== '"' && quote !== "'") return startOnly(lines.at(offset));
  const size = text.startsWith(quote.repeat(3), offset) ? 3 : 1;
  const end = endOfString(text, offset) - size;
  let start = offset + size;
  if (size === 3) start += text.startsWith('\r\n', start) ? 2 : text[start] === '\n' ? 1 : 0;
  if (quote === '"' && text.slice(start, end).includes('\\')) return startOnly(lines.at(start));
  return { exact: true, locate: (at) => lines.at(start + at) };
}

/** The offset of the first key behind more than `limit` others, joined to it by dots or by the table's name; 0 where no key is. */
export function deepKeyOffset(text: string, limit: number): number {
  let table = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const isTable = /^[ \t]*\[/.test(line);
    const names = (isTable ? line : line.slice(0, Math.max(line.indexOf('='), 0)))
      .replace(/"[^"]*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length))
      .split('.');
    const room = isTable ? limit - 1 : Math.max(limit - table, 0);
    if (names.length > room) return offset + names.slice(0, room).join('.').length + Math.min(room, 1);
    if (isTable) table = names.length;
    offset += line.length + 1;
  }
  return 0;
}
