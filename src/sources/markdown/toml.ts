/** TOML as a tree of plain values with their places. */
import type { Finding } from '../../findings.ts';
import type { ValuePath } from '../entry.ts';
import { lazily } from '../lazy.ts';
import { LineIndex } from '../lines.ts';
import type { Tree } from '../tree-entries.ts';
import { tomlPlacement } from './toml-places.ts';

const toml = lazily(() => import('smol-toml'));

/** TOML that begins on `firstLine` of the file at `path`, or what is wrong with it. */
export function parseTomlTree(content: string, path: string, firstLine: number): Tree | Finding {
  const { parse, TomlError } = toml();
  const lines = new LineIndex(content, firstLine);
  try {
    const value = bare(parse(content));
    const locate = (way: ValuePath) => tomlPlacement(content, way, lines);
    return { value, locate, lineOf: (way) => locate(way)?.locate(0).line ?? firstLine };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason] = error.message.split('\n');
    return {
      code: 'syntax-error',
      path,
      line: firstLine + error.line - 1,
      column: error.column,
      format: 'TOML',
      reason: (reason ?? '').replace(/^Invalid TOML document:\s*/, ''),
    };
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
