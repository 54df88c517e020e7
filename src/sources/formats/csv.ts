/** CSV with a header row: commas, semicolons or tabs. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Finding } from '../../findings.ts';
import type { Placement } from '../../talk.ts';
import type { Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import { LineIndex } from '../lines.ts';
import { startOnly } from '../placement.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** A header row is looked for in this many characters. */
const MAX_HEADER = 10_000;

export function* parseCsv({ text, path }: Document): Iterable<Entry | Finding> {
  if (!/\S/.test(text)) return;
  const delimiter = delimiterOf(text);
  const { rows, broken } = readRows(text, path, delimiter);
  const [header, ...records] = rows;
  const keys = header?.cells.map((cell) => cell.trim()) ?? [];
  const lines = new LineIndex(text);
  for (const { cells, offset } of records) {
    const values: Record<string, unknown> = Object.create(null);
    cells.forEach((cell, column) => {
      const key = keys[column];
      if (key !== undefined && key !== '' && cell !== '' && values[key] === undefined) values[key] = cell;
    });
    yield {
      line: lines.at(offset).line,
      values,
      locate: ([key]) => placementOf(text, offset, keys.indexOf(String(key)), delimiter, lines),
    };
  }
  if (broken !== undefined) yield broken;
}

interface Row {
  readonly cells: readonly string[];
  /** Where the row begins in the text. */
  readonly offset: number;
}

function readRows(
  text: string,
  path: string,
  delimiter: string,
): { readonly rows: readonly Row[]; readonly broken?: Finding } {
  const bytes = Buffer.from(text);
  const rows: Row[] = [];
  let offset = 0;
  let bytesBefore = 0;
  const take = (cells: unknown, info: { readonly bytes: number }): null => {
    if (Array.isArray(cells) && cells.some((cell) => cell !== '')) rows.push({ cells: cells.map(String), offset });
    offset += bytes.toString('utf8', bytesBefore, info.bytes).length;
    bytesBefore = info.bytes;
    return null;
  };
  try {
    parse(bytes, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\n', '\r\n'],
      on_record: take,
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const reason = unclosed
      ? 'a quote is opened in this row and never closed'
      : (error.message.split('\n', 1)[0] ?? '');
    return { rows, broken: { code: 'syntax-error', format: 'CSV', reason, path, ...new LineIndex(text).at(offset) } };
  }
}

/** The delimiter that the header row holds most of, outside of quotes. */
function delimiterOf(text: string): string {
  const header = (/^[^\S\t]*(?:"[^"]*"|[^"\n])*/.exec(text.slice(0, MAX_HEADER))?.[0] ?? '').replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const found = header.split(delimiter).length;
    if (found > most) [best, most] = [delimiter, found];
  }
  return best;
}

/** Exact for a bare cell; of a cell in quotes the start of its text is known. */
function placementOf(
  text: string,
  row: number,
  column: number,
  delimiter: string,
  lines: LineIndex,
): Placement | undefined {
  if (column < 0) return undefined;
  let at = row;
  for (let cell = 0; cell < column; cell++) at = endOfCell(text, at, delimiter) + 1;
  if (text[at] === '"') return startOnly(lines.at(at + 1));
  const start = at;
  return { exact: true, locate: (offset) => lines.at(start + offset) };
}

function endOfCell(text: string, start: number, delimiter: string): number {
  let at = start;
  if (text[at] === '"') {
    do at = text.indexOf('"', at + 1) + 1;
    while (at > 0 && text[at] === '"');
    if (at === 0) return text.length;
  }
  const end = text.indexOf(delimiter, at);
  return end < 0 ? text.length : end;
}
