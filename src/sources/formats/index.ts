/** The one table of formats: an ending and the parser of its files. */

import type { Parser } from '../document.ts';
import { lazily } from '../lazy.ts';
import { parseJson } from './json.ts';
import { parseMarkdown } from './markdown.ts';
import { parseYaml } from './yaml.ts';

const csv = lazily(() => import('./csv.ts'));

export interface Format {
  /** Whether files of it are records, so that one without a talk may be something else altogether. */
  readonly structured: boolean;
  /** Whether it is read line by line. */
  readonly streams: boolean;
  parser(): Parser;
}

const PROSE: Format = { structured: false, streams: false, parser: () => parseMarkdown };
const YAML: Format = { structured: true, streams: false, parser: () => parseYaml };
const JSON_TREE: Format = { structured: true, streams: false, parser: () => parseJson };
const CSV: Format = { structured: true, streams: false, parser: () => csv().parseCsv };
const NDJSON: Format = { structured: true, streams: true, parser: () => parseJson };

/** The endings that a folder is searched for. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['.md', PROSE],
  ['.markdown', PROSE],
  ['.mdx', PROSE],
  ['.txt', PROSE],
  ['.yaml', YAML],
  ['.yml', YAML],
  ['.json', JSON_TREE],
  ['.ndjson', NDJSON],
  ['.jsonl', NDJSON],
  ['.csv', CSV],
]);

/** Endings that are read as prose where the user names such a file. */
const PROSE_IF_NAMED: ReadonlySet<string> = new Set(['', '.text', '.rst', '.adoc', '.org']);

/** The format that a folder's file of this name has. */
export function formatOf(path: string): Format | undefined {
  return FORMATS.get(endingOf(path));
}

/** The format of a file that the user names, which may have no known ending. */
export function formatOfNamed(path: string): Format | undefined {
  return formatOf(path) ?? (PROSE_IF_NAMED.has(endingOf(path)) ? PROSE : undefined);
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}
