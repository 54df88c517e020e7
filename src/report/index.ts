/** The table of report formats: a new one is a file beside this and a line here. Loaded when asked for: colours and widths are not free. */
import type { Reporter } from './types.ts';

export type FormatName = 'pretty' | 'json' | 'ndjson' | 'csv' | 'markdown';

const REPORTERS: Readonly<Record<FormatName, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  csv: async () => (await import('./csv.ts')).csv,
  markdown: async () => (await import('./markdown.ts')).markdown,
};

/** The names of all formats, the default first. */
export const FORMAT_NAMES: readonly string[] = Object.keys(REPORTERS);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(REPORTERS, name);
}

/** The reporter of that name. */
export function loadReporter(name: FormatName): Promise<Reporter> {
  return REPORTERS[name]();
}
