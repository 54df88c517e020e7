/** New keys of a YAML mapping, in the style of those that are there. */
import { isScalar, isSeq, type YAMLMap } from 'yaml';
import { bareKey, yamlScalar } from './scalars.ts';
import { eolAt, lineEnd, lineStart } from './text-places.ts';
import type { TextEdit } from './types.ts';
import { dashesOf, extentOfPair, lastRawOf, lastScalarOf, rawOf } from './yaml-nodes.ts';

export interface MemberStyle {
  /** A key as written, whose quotes are taken over. */
  readonly key?: string | undefined;
  /** A tag as written, whose quotes are taken over. */
  readonly tag?: string | undefined;
  /** How far the dashes of lists stand from their key; absent where lists stand in brackets. */
  readonly dash?: string | undefined;
}

/** Tags under keys inside one another, on one line. */
export function memberLine(keys: readonly string[], tags: readonly string[], style: MemberStyle): string {
  const [key, ...rest] = keys;
  if (key === undefined) return bracketed(tags, style);
  const value = rest.length === 0 ? bracketed(tags, style) : `{${memberLine(rest, tags, style)}}`;
  return `${keyText(key, style)}: ${value}`;
}

/** The same, a key a line. */
export function memberLines(keys: readonly string[], tags: readonly string[], style: MemberStyle): readonly string[] {
  const [key = '', ...rest] = keys;
  if (rest.length > 0) return [`${keyText(key, style)}:`, ...memberLines(rest, tags, style).map((line) => `  ${line}`)];
  const { dash } = style;
  if (dash === undefined) return [memberLine(keys, tags, style)];
  return [`${keyText(key, style)}:`, ...tags.map((tag) => `${dash}- ${yamlScalar(tag, style.tag, false)}`)];
}

function bracketed(tags: readonly string[], { tag }: MemberStyle): string {
  return `[${tags.map((one) => yamlScalar(one, tag, true)).join(', ')}]`;
}

function keyText(key: string, style: MemberStyle): string {
  const quote = style.key?.[0];
  return quote === '"' || quote === "'" || !bareKey(key) ? yamlScalar(key, quote ?? undefined, true) : key;
}

/** How the members of a mapping are written: the quotes of its last key, and its last list of texts. */
export function styleBeside(text: string, map: YAMLMap): MemberStyle {
  const key = rawOf(text, map.items.at(-1)?.key);
  const list = map.items
    .map(({ value }) => value)
    .findLast((value) => isSeq(value) && value.items.length > 0 && value.items.every((item) => isScalar(item)));
  if (!isSeq(list)) return { key, ...(key?.[0] === '"' ? { tag: '"' } : {}) };
  const tag = lastRawOf(text, list);
  if (list.flow === true) return { key, tag };
  const [dash] = dashesOf(list);
  return { key, tag, ...(dash === undefined ? {} : { dash: dashIndent(text, map, dash) }) };
}

function dashIndent(text: string, map: YAMLMap, dash: number): string {
  const column = dash - lineStart(text, dash);
  return ' '.repeat(Math.max(column - indentOf(text, map).length, 0));
}

/** What the keys of a block mapping stand behind. */
function indentOf(text: string, map: YAMLMap): string {
  const [first] = map.items;
  if (first === undefined) return '';
  const { start } = extentOfPair(first);
  return text.slice(lineStart(text, start), start).replace(/\S/g, ' ');
}

/** Puts tags behind the last member of a block mapping. */
export function appendToBlock(
  text: string,
  map: YAMLMap,
  keys: readonly string[],
  tags: readonly string[],
): readonly TextEdit[] {
  const last = map.items.at(-1);
  if (last === undefined) return [];
  const indent = indentOf(text, map);
  const lines = memberLines(keys, tags, styleBeside(text, map)).map((line) => indent + line);
  const { start, end } = extentOfPair(last);
  const scalar = lastScalarOf(last.value);
  if (isScalar(scalar) && /^[|>][^\n]*\+/.test(rawOf(text, scalar) ?? '')) return [behindKeptLines(text, end, lines)];
  const at = lineEnd(text, start + text.slice(start, end).trimEnd().length);
  const eol = eolAt(text, at);
  return [{ start: at, end: at, text: lines.map((line) => eol + line).join('') }];
}

/** Blank lines at the end of a block text with `+` are part of it. */
function behindKeptLines(text: string, end: number, lines: readonly string[]): TextEdit {
  const eol = eolAt(text, end);
  const lead = end > 0 && text[end - 1] !== '\n' ? eol : '';
  return { start: end, end, text: lead + lines.map((line) => line + eol).join('') };
}
