/** A baseline as its file has it: JSON with one finding a line, for diffs that can be read. */

import { terminalSafeJson } from '../report/text.ts';
import { JsonIndex } from '../sources/json-index.ts';
import { LineIndex } from '../sources/lines.ts';
import type { Position } from '../talk.ts';
import type { BaselineEntry } from './baseline-schema.ts';
import { byText } from './by-place.ts';

export interface Baseline {
  /** The file, as the user would type it. */
  readonly path: string;
  readonly entries: readonly Readonly<BaselineEntry>[];
  /** Where one of the entries stands in the file. */
  placeOf(entry: Readonly<BaselineEntry>): Position;
}

/** Reads the text of a baseline. @throws UsageError with the mistakes in it as `file:line:column: message` */
export async function parseBaseline(content: string, path: string): Promise<Baseline> {
  const text = content.replace(/^\ufeff/, '');
  const value = parsed(text);
  const { readShape } = await import('./baseline-schema.ts');
  const read = readShape(value);
  if (read.mistakes === 0) return { path, entries: read.entries, placeOf: placesIn(text, read.entries) };
  const { mistakesIn } = await import('./baseline-mistakes.ts');
  throw mistakesIn(text, path, value, read);
}

/** Where entries stand: the text is looked through once, when the first is asked for. */
function placesIn(text: string, entries: readonly BaselineEntry[]): Baseline['placeOf'] {
  const index = new JsonIndex(text);
  const lines = new LineIndex(text);
  let order: ReadonlyMap<Readonly<BaselineEntry>, number> | undefined;
  return (entry) => {
    order ??= new Map(entries.map((one, i) => [one, i]));
    const i = order.get(entry);
    return lines.at((i === undefined ? undefined : index.offsetOf(['findings', i, 'fingerprint'])) ?? 0);
  };
}

/** The text of a baseline with these entries, in an order of their own. */
export function baselineText(entries: Iterable<BaselineEntry>): string {
  const byFingerprint = new Map([...entries].map((entry) => [entry.fingerprint, entry]));
  const lines = [...byFingerprint.values()].sort(byPlace).map(({ fingerprint, rule, path, talk, tag }) => {
    // Keys that are undefined are left out.
    return `    ${terminalSafeJson(JSON.stringify({ fingerprint, rule, path, talk, tag }))}`;
  });
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schema": "mlops-tag/baseline@1",\n  "findings": ${findings}\n}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return (
    byText(a.path, b.path) ||
    byText(a.rule, b.rule) ||
    byText(a.tag ?? '', b.tag ?? '') ||
    byText(a.talk ?? '', b.talk ?? '') ||
    byText(a.fingerprint, b.fingerprint)
  );
}
