/** A baseline as its file has it: JSON with one finding a line, for diffs that can be read. */
import { UsageError } from '../findings.ts';
import { terminalSafeJson } from '../report/text.ts';
import { LineIndex } from '../sources/lines.ts';
import type { Position } from '../talk.ts';
import type { BaselineEntry } from './baseline-schema.ts';

export interface Baseline {
  /** The file, as the user would type it. */
  readonly path: string;
  readonly entries: readonly Readonly<BaselineEntry>[];
  /** Where an entry stands in the file. */
  placeOf(entry: Pick<BaselineEntry, 'fingerprint'>): Position;
}

/** Reads the text of a baseline. @throws UsageError with every mistake in it as `file:line:column: message` */
export async function parseBaseline(text: string, path: string): Promise<Baseline> {
  const { baselineSchema } = await import('./baseline-schema.ts');
  const read = baselineSchema.safeParse(parsed(text));
  if (!read.success) throw await mistakesIn(text, path);
  const lines = new LineIndex(text);
  return {
    path,
    entries: read.data.findings,
    placeOf: ({ fingerprint }) => lines.at(Math.max(0, text.indexOf(`"${fingerprint}"`))),
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
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** The text again, by the parser that knows places: it is slower, and only a broken file pays for it. */
async function mistakesIn(text: string, path: string): Promise<UsageError> {
  const told = (place: Position, message: string): string => `${path}:${place.line}:${place.column}: ${message}`;
  const said = (lines: readonly string[]): UsageError =>
    new UsageError(`the baseline cannot be used\n\n${lines.join('\n')}`);
  if (parsed(text) === undefined) {
    const { jsonError } = await import('../sources/json-error.ts');
    const { line = 1, column = 1, ...error } = jsonError(text, path, 1);
    return said([told({ line, column }, 'reason' in error ? error.reason : 'not valid JSON')]);
  }
  const [{ parseSource }, { checkShape }, { messageOf }, { baselineSchema, ENTRY_KEYS }] = await Promise.all([
    import('../taxonomy/source.ts'),
    import('../taxonomy/shape.ts'),
    import('../taxonomy/findings.ts'),
    import('./baseline-schema.ts'),
  ]);
  const keys = Object.keys(baselineSchema.shape);
  const source = parseSource(path, text, 'a baseline');
  const { findings } = checkShape(source, baselineSchema, (at) => (at.length === 0 ? keys : ENTRY_KEYS));
  return said(findings.map((finding) => told(finding.place ?? { line: 1, column: 1 }, messageOf(finding))));
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compared(a.path, b.path) ||
    compared(a.rule, b.rule) ||
    compared(a.tag ?? '', b.tag ?? '') ||
    compared(a.talk ?? '', b.talk ?? '') ||
    compared(a.fingerprint, b.fingerprint)
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
