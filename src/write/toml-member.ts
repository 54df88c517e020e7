/** New keys of a TOML table, in the style of those that are there. */
import type { AST } from 'toml-eslint-parser';
import { bareKey, tomlScalar } from './scalars.ts';
import { eolAt, lineEnd, lineIndent } from './text-places.ts';
import type { TextEdit } from './types.ts';

export type TomlKeys = readonly (string | number)[];

export interface TomlTable {
  readonly way: TomlKeys;
  /** Absent for the keys above all headers. */
  readonly header: AST.TOMLTable | undefined;
  readonly body: readonly AST.TOMLKeyValue[];
}

export interface TomlEntry {
  /** From the root, its own dotted keys included. */
  readonly way: TomlKeys;
  readonly node: AST.TOMLKeyValue;
  readonly table: TomlTable;
}

export interface TomlSource {
  readonly text: string;
  /** The line break of the file. */
  readonly eol: string;
  readonly entries: readonly TomlEntry[];
  readonly tables: readonly TomlTable[];
}

export interface TomlStyle {
  /** What stands between a key and its value. */
  readonly equals?: string;
  /** A string as written, whose quotes are taken over. */
  readonly like?: string | undefined;
}

/** Tags under keys joined by dots. */
export function memberText(
  keys: readonly string[],
  tags: readonly string[],
  { equals = ' = ', like }: TomlStyle,
): string {
  const name = keys.map((key) => (bareKey(key) ? key : tomlScalar(key, undefined))).join('.');
  return `${name}${equals}[${tags.map((tag) => tomlScalar(tag, like)).join(', ')}]`;
}

/** The last raw value that is a string of one line. */
export function stringStyle(raws: readonly string[]): string | undefined {
  return raws.findLast((raw) => /^(?:"(?!"")|'(?!''))/.test(raw));
}

/** Puts tags under keys into the table at `way`, which has none of them. */
export function appendToTable(
  source: TomlSource,
  way: TomlKeys,
  keys: readonly string[],
  tags: readonly string[],
): TextEdit {
  const { text, eol, entries, tables } = source;
  const table = tables.find((one) => isPrefix(one.way, way) && one.way.length === way.length);
  const dotted = entries.findLast((entry) => isPrefix(way, entry.way) && entry.table.way.length < way.length);
  if (table === undefined && dotted !== undefined) {
    const above = way.slice(dotted.table.way.length).map(String);
    return lineBehind(text, dotted.node, memberText([...above, ...keys], tags, styleOf(text, dotted.table)));
  }
  const isNewTable = table === undefined || (table.header === undefined && keys.length > 1);
  if (isNewTable) return newTable(source, [...way.map(String), ...keys.slice(0, -1)], keys.slice(-1), tags);
  const member = memberText(keys, tags, styleOf(text, table));
  const last = table.body.at(-1) ?? table.header;
  if (last !== undefined) return lineBehind(text, last, member);
  return { start: 0, end: 0, text: member + eol };
}

function newTable(
  { text, eol, tables }: TomlSource,
  way: readonly string[],
  keys: readonly string[],
  tags: readonly string[],
): TextEdit {
  const at = text.trimEnd().length;
  const style = tables.findLast(({ body }) => body.length > 0);
  const name = way.map((key) => (bareKey(key) ? key : tomlScalar(key, undefined))).join('.');
  const member = memberText(keys, tags, style === undefined ? {} : styleOf(text, style));
  return {
    start: at,
    end: at,
    text: `${at === 0 ? '' : eol + eol}[${name}]${eol}${member}${at === text.length ? eol : ''}`,
  };
}

function lineBehind(text: string, node: AST.TOMLKeyValue | AST.TOMLTable, member: string): TextEdit {
  const [start, end] = node.type === 'TOMLTable' ? node.key.range : node.range;
  const at = lineEnd(text, end);
  return { start: at, end: at, text: eolAt(text, at) + lineIndent(text, start) + member };
}

function styleOf(text: string, { body }: TomlTable): TomlStyle {
  const last = body.at(-1);
  const equals = last === undefined ? undefined : text.slice(last.key.range[1], last.value.range[0]);
  const raws = body.flatMap(({ value }) =>
    (value.type === 'TOMLArray' ? value.elements : [value]).map(({ range }) => text.slice(...range)),
  );
  return { ...(equals === undefined || equals.length > 5 ? {} : { equals }), like: stringStyle(raws) };
}

function isPrefix(way: TomlKeys, of: TomlKeys): boolean {
  return way.length <= of.length && way.every((step, index) => step === of[index]);
}
