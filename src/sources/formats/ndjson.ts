/** NDJSON: each line a record of its own, a broken one never the others' trouble. */
import type { Finding } from '../../findings.ts';
import type { Home } from '../../talk.ts';
import type { AliasTable } from '../aliases.ts';
import { isFinding } from '../document.ts';
import type { Entry } from '../entry.ts';
import { JsonIndex } from '../json-index.ts';
import { LineIndex } from '../lines.ts';
import { isRecord } from '../texts.ts';
import { entriesOf } from '../tree-entries.ts';
import { parseJsonValue } from './json.ts';

/** The talks of one line; none for a blank one. `text` is the line without its line feed, `line` its 1-based number. */
export function parseLine(text: string, line: number, path: string, aliases: AliasTable): readonly (Entry | Finding)[] {
  if (!/\S/.test(text)) return [];
  const parsed = parseJsonValue(text, path, line);
  if (isFinding(parsed)) return [parsed];
  const { value } = parsed;
  if (!isRecord(value)) {
    return [{ code: 'syntax-error', format: 'NDJSON', reason: 'a line holds one object', path, line, column: 1 }];
  }
  let index: JsonIndex | undefined;
  const locate: Entry['locate'] = (way) => {
    index ??= new JsonIndex(text);
    return index.placementOf(way, new LineIndex(text, line));
  };
  const home: Home = { kind: 'tree', document: line - 1, way: [] };
  if (aliases.names(value, 'title')) return [{ line, values: value, locate, home }];
  const document = { path, text, named: true };
  const entries = [
    ...entriesOf({ value, lineOf: () => line, locate, document: line - 1 }, document, { split: 'auto', aliases }),
  ];
  if (entries.length > 0 || !describes(value, aliases)) return entries;
  return [{ line, values: value, locate, home }];
}

/** Whether it says what talks say but for the title. */
function describes(value: Readonly<Record<string, unknown>>, aliases: AliasTable): boolean {
  return aliases.names(value, 'abstract') || aliases.names(value, 'speakers');
}
