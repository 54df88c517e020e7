/** The talks of a tree of plain values, as entries. */
import type { Finding } from '../findings.ts';
import type { Home, Placement } from '../talk.ts';
import { STANDARD_ALIASES } from './aliases.ts';
import { type Document, MAX_DEPTH, type ParseOptions } from './document.ts';
import type { Entry, ValuePath } from './entry.ts';
import { findRecords } from './records.ts';
import { isRecord } from './texts.ts';

/** A parsed text and where its values stand. */
export interface Tree {
  readonly value: unknown;
  /** Which document of its file it is, from 0; the only one when absent. */
  readonly document?: number;
  /** The file's 1-based line on which the value at `path` begins. */
  lineOf(path: ValuePath): number;
  locate(path: ValuePath): Placement | undefined;
}

/** Each talk in the tree; with `--split none` an object with a title is one talk, whatever it encloses. */
export function* entriesOf(tree: Tree, document: Document, options: ParseOptions): Iterable<Entry | Finding> {
  const { aliases = STANDARD_ALIASES } = options;
  const home = (way: ValuePath): Home => ({ kind: 'tree', document: tree.document ?? 0, way });
  if (options.split === 'none' && isRecord(tree.value) && aliases.names(tree.value, 'title')) {
    yield { line: tree.lineOf([]), values: tree.value, locate: (path) => tree.locate(path), home: home([]) };
    return;
  }
  const { records, tooDeep } = findRecords(tree.value, aliases);
  for (const { path, values, inherited } of records) {
    yield {
      line: tree.lineOf(path),
      values,
      inherited,
      locate: (way) => tree.locate([...path, ...way]),
      home: home(path),
    };
  }
  if (tooDeep !== undefined)
    yield { code: 'too-deep', path: document.path, limit: MAX_DEPTH, ...tree.locate(tooDeep)?.locate(0) };
}
