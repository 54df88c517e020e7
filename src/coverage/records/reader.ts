/** The bytes or the text of one file of records to talks; a record that cannot be counted is a finding, and the others are counted. */
import type { Finding } from '../../findings.ts';
import { isFinding, MAX_LINE_SIZE } from '../../sources/document.ts';
import { MAX_FINDINGS } from '../../sources/file-reader.ts';
import { parseJsonTree, parseJsonValue } from '../../sources/formats/json.ts';
import { retrying, type Wait } from '../../sources/lazy.ts';
import { type Line, LineSplitter } from '../../sources/line-splitter.ts';
import type { FileDone } from '../../sources/read.ts';
import { isRecord } from '../../sources/texts.ts';
import type { CountedTalk } from '../types.ts';
import { countedTalk, isMistake } from './guards.ts';

/** A talk, and the place in what was read where its record begins. */
export interface ReadRecord {
  readonly talk: CountedTalk;
  readonly path: string;
  readonly line: number;
}

export type RecordEvent = ReadRecord | Finding | Wait;

/** Bytes that are split into lines at once: so few lines are garbage before they are moved to the old heap, which stays small. */
const PIECE = 1 << 13;

/** Other versions that are gathered into one finding each: real files have one, and a hostile one shall not fill the memory. */
const MAX_VERSIONS = 10;

const TALK = 'mlops-tag/talk@1';
const REPORT = 'mlops-tag/report@1';

/** A carriage return alone between two records: old programs for the Macintosh ended lines so. */
const BARE_RETURN = /\}\r\s*\{/;
const BARE = { format: 'NDJSON', reason: 'its lines end in CR alone; save it with LF or CRLF' } as const;

export class RecordReader {
  readonly path: string;
  readonly #splitter: LineSplitter;
  readonly #maxLineSize: number;
  #talks = 0;
  #findings = 0;
  readonly #versions = new Map<string, { readonly line: number; more: number }>();

  constructor(path: string, maxLineSize = MAX_LINE_SIZE) {
    this.path = path;
    this.#maxLineSize = maxLineSize;
    this.#splitter = new LineSplitter(maxLineSize);
  }

  /** What the lines hold that these bytes complete. */
  *lines(chunk: Buffer): Generator<RecordEvent> {
    for (let at = 0; at < chunk.length; at += PIECE)
      for (const line of this.#splitter.push(chunk.subarray(at, at + PIECE))) {
        const record = this.#plainRecord(line);
        if (record === undefined) yield* this.#line(line, false);
        else yield record;
      }
  }

  /** What the last line holds, which no line feed ends. */
  *lastLine(): Generator<RecordEvent> {
    for (const line of this.#splitter.end()) yield* this.#line(line, true);
  }

  /** What a document of JSON holds: a report, a list of records or a single one. */
  *document(text: string): Generator<RecordEvent> {
    const tree = yield* retrying(() => parseJsonTree(text, this.path));
    if (isFinding(tree)) yield* this.#tell(tree);
    else if (Array.isArray(tree.value)) {
      for (const [index, value] of tree.value.entries()) yield* this.#record(value, () => tree.lineOf([index]));
    } else yield* this.#values(tree.value, tree.lineOf);
  }

  /** A finding for which nothing of the file is read. */
  refused(finding: Finding): Generator<Finding> {
    return this.#tell(finding);
  }

  /** What there is to say when all is read. */
  *end(): Generator<Finding | FileDone> {
    for (const [schema, { line, more }] of this.#versions)
      yield { code: 'record-version', path: this.path, line, schema, ...(more === 0 ? {} : { more }) };
    const left = this.#findings - MAX_FINDINGS;
    if (left > 0) yield { code: 'more-findings', path: this.path, left };
    yield { kind: 'file', path: this.path, talks: this.#talks, skipped: false };
  }

  /** The record of a line in which nothing is unusual, as nearly all are; undefined sends the line the long way. */
  #plainRecord({ number: line, text }: Line): ReadRecord | undefined {
    const value = text === undefined ? undefined : parsedAtOnce(text)?.value;
    if (!isRecord(value) || value.schema !== TALK) return undefined;
    const talk = countedTalk(value);
    if (isMistake(talk)) return undefined;
    this.#talks++;
    return { talk, path: this.path, line };
  }

  *#line({ number: line, text, problem }: Line, isLast: boolean): Generator<RecordEvent> {
    const { path } = this;
    if (problem === 'too-long')
      yield* this.#tell({ code: 'line-too-long', path, line, column: 1, limit: this.#maxLineSize });
    else if (problem === 'undecodable')
      yield* this.#tell(
        isLast
          ? { code: 'record-cut-off', path, line }
          : { code: 'undecodable', path, line, column: 1, reason: 'broken UTF-8' },
      );
    if (text === undefined || !/\S/.test(text)) return;
    // Files that were put together may each begin with a byte order mark.
    const json = text.startsWith('\ufeff') ? text.slice(1) : text;
    const parsed = parsedAtOnce(json) ?? (yield* retrying(() => parseJsonValue(json, path, line)));
    if (!isFinding(parsed)) yield* this.#values(parsed.value, () => line);
    else if (parsed.code === 'syntax-error' && BARE_RETURN.test(json)) yield* this.#tell({ ...parsed, ...BARE });
    else if (isLast && parsed.code === 'syntax-error') yield* this.#tell({ code: 'record-cut-off', path, line });
    else yield* this.#tell(parsed);
  }

  /** The talks of a value that is a record, or a whole report. */
  *#values(value: unknown, lineOf: (way: readonly (string | number)[]) => number): Generator<RecordEvent> {
    if (!isRecord(value) || value.schema !== REPORT) {
      yield* this.#record(value, () => lineOf([]));
      return;
    }
    const { talks } = value;
    if (!Array.isArray(talks))
      yield* this.#tell({ code: 'record-value', path: this.path, line: lineOf([]), key: 'talks', wants: 'list' });
    else if (talks.length === 0) yield { code: 'empty-report', path: this.path };
    else for (const [index, talk] of talks.entries()) yield* this.#record(talk, () => lineOf(['talks', index]));
  }

  *#record(value: unknown, lineOf: () => number): Generator<RecordEvent> {
    const line = lineOf();
    const schema = isRecord(value) ? value.schema : undefined;
    if (!isRecord(value) || schema !== TALK) {
      const finding = stranger(schema);
      const isToldLater = finding.code === 'record-version' && this.#isToldLater(finding.schema, line);
      if (!isToldLater) yield* this.#tell({ ...finding, path: this.path, line });
      return;
    }
    const talk = countedTalk(value);
    if (isMistake(talk)) yield* this.#tell({ code: 'record-value', path: this.path, line, ...talk });
    else {
      this.#talks++;
      yield { talk, path: this.path, line };
    }
  }

  /** Whether a record of another version is counted for the one finding on that version, told when the file ends. */
  #isToldLater(schema: string, line: number): boolean {
    const known = this.#versions.get(schema);
    if (known !== undefined) known.more++;
    else if (this.#versions.size < MAX_VERSIONS) this.#versions.set(schema, { line, more: 0 });
    else return false;
    return true;
  }

  /** The finding, unless the file has had as many as are told of one file. */
  *#tell(finding: Finding): Generator<Finding> {
    if (++this.#findings <= MAX_FINDINGS) yield finding;
  }
}

/** Without a limit of depth: what reads the value looks at known keys alone, and never recurses. */
function parsedAtOnce(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return undefined;
  }
}

/** The finding on something whose schema is not that of a record. */
function stranger(schema: unknown) {
  if (typeof schema !== 'string' || !schema.startsWith('mlops-tag/')) return { code: 'no-record' } as const;
  const isVersion = schema.startsWith('mlops-tag/talk@') || schema.startsWith('mlops-tag/report@');
  return isVersion ? ({ code: 'record-version', schema } as const) : ({ code: 'other-schema', schema } as const);
}
