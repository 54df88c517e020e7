/** TOML as a tree of plain values with their places. */
import type { Finding } from '../../findings.ts';
import { MAX_DEPTH } from '../document.ts';
import type { ValuePath } from '../entry.ts';
import { lazily } from '../lazy.ts';
import { LineIndex } from '../lines.ts';
import type { Tree } from '../tree-entries.ts';
import { deepKeyOffset, tomlPlacement } from './toml-places.ts';

const toml = lazily(() => import('smol-toml'));

/** The library's words for lists and tables beyond `maxDepth`. */
const TOO_NESTED = /^document contains excessively nested structures/;

/** TOML that begins on `firstLine` of the file at `path`, or what is wrong with it. */
export function parseTomlTree(content: string, path: string, firstLine: number): Tree | Finding {
  const { parse, TomlError } = toml();
  const lines = new LineIndex(content, firstLine);
  try {
    const parsed = parse(content, { maxDepth: MAX_DEPTH - 1 });
    if (isNestedDeeper(parsed, MAX_DEPTH))
      return { code: 'too-deep', path, limit: MAX_DEPTH, ...lines.at(deepKeyOffset(content, MAX_DEPTH)) };
    const value = bare(parsed);
    const locate = (way: ValuePath) => tomlPlacement(content, way, lines);
    return { value, locate, lineOf: (way) => locate(way)?.locate(0).line ?? firstLine };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = { path, line: firstLine + error.line - 1, column: error.column };
    const reason = (error.message.split('\n', 1)[0] ?? '').replace(/^Invalid TOML document:\s*/, '');
    return TOO_NESTED.test(reason)
      ? { code: 'too-deep', limit: MAX_DEPTH, ...place }
      : { code: 'syntax-error', format: 'TOML', reason, ...place };
  }
}

/** The same mapping without a prototype, dates as their text; undefined for anything else. */
function bare(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) copy[key] = bareValue(inner);
  return copy;
}

function bareValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(bareValue);
  return bare(value) ?? value;
}

/** Whether a value holds more than `levels` mappings and lists inside one another, itself among them. */
function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isNestedDeeper(inner, levels - 1));
}
