/** What is wrong with a baseline, in words and where it stands; loaded only for one that is broken. */
import { UsageError } from '../findings.ts';
import { MAX_DEPTH } from '../sources/document.ts';
import { jsonError } from '../sources/json-error.ts';
import { deepBracketOffset } from '../sources/json-index.ts';
import { LineIndex } from '../sources/lines.ts';
import type { Position } from '../talk.ts';
import { messageOf } from '../taxonomy/findings.ts';
import { checkShape } from '../taxonomy/shape.ts';
import { baselineSchema, ENTRY_KEYS, MAX_ENTRIES, type ReadBaseline, TOLD_MISTAKES } from './baseline-schema.ts';
import { jsonSource } from './baseline-source.ts';

const KEYS = Object.keys(baselineSchema.shape);

/** The mistakes of a text that is no baseline; `value` and `read`: what could be made out of it. */
export function mistakesIn(text: string, path: string, value: unknown, read: ReadBaseline): UsageError {
  return broken(text, path, value) ?? wrongShape(text, path, value, read);
}

/** What is wrong with a text that is no JSON, or nested deeper than any baseline. */
function broken(text: string, path: string, value: unknown): UsageError | undefined {
  const deep = deepBracketOffset(text, MAX_DEPTH);
  if (deep >= 0) return said([told(path, new LineIndex(text).at(deep), 'nested too deep')]);
  if (value !== undefined) return undefined;
  const { line = 1, column = 1, ...error } = jsonError(text, path, 1);
  return said([told(path, { line, column }, 'reason' in error ? error.reason : 'not valid JSON')]);
}

/** `read` counts the mistakes, the first of which are told. */
function wrongShape(text: string, path: string, value: unknown, read: ReadBaseline): UsageError {
  if (read.tooMany)
    return said([told(path, { line: 1, column: 1 }, `more than ${MAX_ENTRIES} findings: no baseline has as many`)]);
  const source = jsonSource(path, text, excerpt(value, read.telling));
  const { findings } = checkShape(source, baselineSchema, (at) => (at.length === 0 ? KEYS : ENTRY_KEYS));
  const shown = findings.slice(0, TOLD_MISTAKES);
  const lines = shown.map((finding) => told(path, finding.place ?? { line: 1, column: 1 }, messageOf(finding)));
  const left = read.mistakes - shown.length;
  const more = `and ${read.uncounted ? 'at least ' : ''}${left} more ${left === 1 ? 'mistake' : 'mistakes'}`;
  return said(left > 0 ? [...lines, more] : lines);
}

/** What is left out has mistakes that are only counted. */
function excerpt(value: unknown, telling: number): unknown {
  if (!isMap(value)) return value;
  const { findings } = value;
  const entries = Array.isArray(findings) ? findings.slice(0, telling) : findings;
  const list = Array.isArray(entries)
    ? entries.map((entry: unknown) => (isMap(entry) ? withFewKeys(entry, ENTRY_KEYS) : entry))
    : entries;
  return { ...withFewKeys(value, KEYS), ...(findings === undefined ? {} : { findings: list }) };
}

function withFewKeys(map: object, known: readonly string[]): object {
  const unknown = Object.keys(map).filter((key) => !known.includes(key));
  const kept = new Set([...known, ...unknown.slice(0, TOLD_MISTAKES)]);
  return Object.fromEntries(Object.entries(map).filter(([key]) => kept.has(key)));
}

function isMap(value: unknown): value is { readonly findings?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function told(path: string, { line, column }: Position, message: string): string {
  return `${path}:${line}:${column}: ${message}`;
}

function said(lines: readonly string[]): UsageError {
  return new UsageError(`the baseline cannot be used\n\n${lines.join('\n')}`);
}
