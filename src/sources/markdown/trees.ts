/** Front matter as a tree of plain values with their places, a function a language. */
import type { Finding } from '../../findings.ts';
import type { Document } from '../document.ts';
import type { ValuePath } from '../entry.ts';
import { parseJsonTree } from '../formats/json.ts';
import { parseYamlTree } from '../formats/yaml.ts';
import { lazily } from '../lazy.ts';
import { LineIndex } from '../lines.ts';
import type { Tree } from '../tree-entries.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { tomlPlacement } from './toml-places.ts';

const toml = lazily(() => import('smol-toml'));

export function yamlTree(content: string, line: number, document: Document): Tree | Finding {
  return readPlainYaml(content, new LineIndex(content, line)) ?? parseYamlTree(content, document.path, line);
}

export function jsonTree(content: string, line: number, document: Document): Tree | Finding {
  return parseJsonTree(content, document.path, line);
}

export function tomlTree(content: string, line: number, document: Document): Tree | Finding {
  const { parse, TomlError } = toml();
  const lines = new LineIndex(content, line);
  try {
    const value = bare(parse(content));
    const locate = (path: ValuePath) => tomlPlacement(content, path, lines);
    return { value, locate, lineOf: (path) => locate(path)?.locate(0).line ?? line };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason] = error.message.split('\n');
    return {
      code: 'syntax-error',
      path: document.path,
      line: line + error.line - 1,
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
