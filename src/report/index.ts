/** The table of report formats: a new one is a file beside this and a line here. */
import { csv } from './csv.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './types.ts';

export type FormatName = 'pretty' | 'json' | 'ndjson' | 'csv' | 'markdown';

const REPORTERS: Readonly<Record<FormatName, Reporter>> = { pretty, json, ndjson, csv, markdown };

/** The names of all formats, the default first. */
export const FORMAT_NAMES: readonly FormatName[] = Object.keys(REPORTERS).filter(isFormatName);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(REPORTERS, name);
}

export function reporterNamed(name: FormatName): Reporter {
  return REPORTERS[name];
}
