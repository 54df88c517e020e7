/** The bytes or lines of one file to talks: where encodings, formats and fields meet. */
import type { Finding } from '../findings.ts';
import type { Talk } from '../talk.ts';
import { AliasTable, type ExtraAliases, STANDARD_ALIASES } from './aliases.ts';
import { decode } from './decode.ts';
import { isFinding, MAX_DEPTH, MAX_FILE_SIZE, MAX_LINE_SIZE, type Split } from './document.ts';
import type { Entry } from './entry.ts';
import { type FieldContext, toTalk } from './fields.ts';
import type { Format } from './formats/index.ts';
import { parseLine } from './formats/ndjson.ts';
import { FileIds } from './ids.ts';
import { retrying, type Wait, waitFor } from './lazy.ts';
import { LineSplitter } from './line-splitter.ts';
import { factsOfPath, type PathPatterns } from './path-patterns.ts';

export interface ReadOptions {
  /** How files with several talks are cut; `auto` when absent. */
  readonly split?: Split;
  /** Bytes of one file at most, NDJSON excepted. */
  readonly maxFileSize?: number;
  /** Bytes of one line of NDJSON at most. */
  readonly maxLineSize?: number;
  /** The key under which sources declare tags, or keys joined by dots; `mlops` when absent. */
  readonly declaredKey?: string;
  /** Names of fields beside the built-in ones. */
  readonly aliases?: ExtraAliases;
  /** What paths say of event and year; nothing when absent. */
  readonly paths?: PathPatterns;
  /** Whether talks come with how they stand in their source; not kept when absent. */
  readonly origins?: boolean;
  /** Whether what is a talk but for its title is a finding; passed over when absent. */
  readonly untitled?: boolean;
}

/** Says that a file is done. */
export interface FileDone {
  readonly kind: 'file';
  readonly path: string;
  readonly talks: number;
  /** Whether it is a structured file of a folder in which nothing is a talk. */
  readonly skipped: boolean;
}

/** Findings of one file that are told one by one; broken data in millions of lines says no more than in these. */
export const MAX_FINDINGS = 100;

export type FileEvent = Talk | Finding | Wait;

/** Reads one file and counts what it held. */
export class FileReader {
  readonly path: string;
  readonly maxFileSize: number;
  readonly #named: boolean;
  readonly #split: Split;
  readonly #context: FieldContext;
  readonly #splitter: LineSplitter;
  readonly #maxLineSize: number;
  #talks = 0;
  #findings = 0;
  #blank = true;
  #skipped = false;

  constructor(path: string, named: boolean, options: ReadOptions) {
    this.maxFileSize = options.maxFileSize ?? MAX_FILE_SIZE;
    this.path = path;
    this.#named = named;
    this.#split = options.split ?? 'auto';
    this.#maxLineSize = options.maxLineSize ?? MAX_LINE_SIZE;
    this.#splitter = new LineSplitter(this.#maxLineSize);
    this.#context = {
      path,
      ids: new FileIds(path),
      aliases: tableOf(options.aliases),
      declaredKey: options.declaredKey ?? 'mlops',
      pathFacts: factsOfPath(path, options.paths),
      origins: options.origins ?? false,
      untitled: options.untitled ?? false,
    };
  }

  /** All that a file with these bytes holds. */
  *whole(bytes: Uint8Array, format: Format): Generator<FileEvent> {
    const decoded = yield* retrying(() => decode(bytes, this.path));
    if (typeof decoded !== 'string') {
      yield this.#count(decoded);
      return;
    }
    const text = withLineFeeds(decoded);
    this.#blank = !/\S/.test(text);
    if (this.#blank) return;
    const document = { path: this.path, text, named: this.#named };
    const options = { split: this.#split, aliases: this.#context.aliases };
    yield* this.#events(() => format.parser()(document, options));
    if (format.structured) yield* this.#summed();
  }

  /** What the lines hold that these bytes complete. */
  *lines(chunk: Buffer): Generator<FileEvent> {
    yield* this.#linesOf(this.#splitter.push(chunk));
  }

  /** What the last line holds. */
  *lastLine(): Generator<FileEvent> {
    yield* this.#linesOf(this.#splitter.end());
    if (!this.#blank) yield* this.#summed();
  }

  tooLarge(bytes: number): Finding {
    return this.#count({ code: 'too-large', path: this.path, bytes, limit: this.maxFileSize });
  }

  /** A finding for which nothing of the file is read. */
  refused(finding: Finding): Finding {
    return this.#count(finding);
  }

  /** What there is to say when all is read. */
  *end(): Generator<Finding | FileDone> {
    const left = this.#findings - MAX_FINDINGS;
    if (left > 0) yield { code: 'more-findings', path: this.path, left };
    yield { kind: 'file', path: this.path, talks: this.#talks, skipped: this.#skipped };
  }

  *#linesOf(lines: ReturnType<LineSplitter['push']>): Generator<FileEvent> {
    const path = this.path;
    for (const { number: line, text, problem } of lines) {
      if (problem === 'too-long')
        yield* this.#tell({ code: 'line-too-long', path, line, column: 1, limit: this.#maxLineSize });
      else if (problem === 'undecodable')
        yield* this.#tell({ code: 'undecodable', path, line, column: 1, reason: 'broken UTF-8' });
      if (text === undefined || text === '') continue;
      this.#blank &&= !/\S/.test(text);
      yield* this.#events(() => parseLine(text, line, path, this.#context.aliases));
    }
  }

  /**
   * The talks and findings of what `parse` gives, one by one. Where a library is missing all is parsed again, up to
   * where it came to: the same text gives the same entries.
   */
  *#events(parse: () => Iterable<Entry | Finding>): Generator<FileEvent> {
    let entries: Iterator<Entry | Finding> | undefined;
    for (let passed = 0; ; ) {
      let next: ReturnType<typeof eventOf>;
      try {
        entries ??= behind(parse(), passed);
        next = eventOf(entries.next(), this.#context);
      } catch (error) {
        entries = undefined;
        if (error instanceof RangeError) {
          // No room on the stack: what no parser has foreseen costs its own file and no other.
          yield* this.#tell({ code: 'too-deep', path: this.path, limit: MAX_DEPTH });
          return;
        }
        yield waitFor(error);
        continue;
      }
      if (next === 'end') return;
      passed++;
      if (next === undefined) continue;
      if (isFinding(next)) yield* this.#tell(next);
      else yield this.#count(next);
    }
  }

  /** A file without a talk, of a folder, may be anything; one that the user named was meant. */
  *#summed(): Generator<Finding> {
    if (this.#talks > 0 || this.#findings > 0) return;
    if (this.#named) yield this.#count({ code: 'no-talk', path: this.path });
    else this.#skipped = true;
  }

  /** The finding, unless the file has had its share. */
  *#tell(finding: Finding): Generator<Finding> {
    this.#count(finding);
    if (this.#findings <= MAX_FINDINGS) yield finding;
  }

  #count<Event extends Talk | Finding>(event: Event): Event {
    if (isFinding(event)) this.#findings++;
    else this.#talks++;
    return event;
  }
}

/** Lines that end in carriage returns alone, as the first Macs wrote them, end in line feeds: every offset stays. */
function withLineFeeds(text: string): string {
  return text.includes('\n') || !text.includes('\r') ? text : text.replaceAll('\r', '\n');
}

/** The entries behind the first `number`. */
function behind(entries: Iterable<Entry | Finding>, number: number): Iterator<Entry | Finding> {
  const rest = entries[Symbol.iterator]();
  for (let left = number; left > 0; left--) rest.next();
  return rest;
}

/** What an entry comes to: a talk, a finding, nothing (no title), or the end. */
function eventOf(step: IteratorResult<Entry | Finding>, context: FieldContext): Talk | Finding | 'end' | undefined {
  if (step.done === true) return 'end';
  if (isFinding(step.value)) return step.value;
  const talk = toTalk(step.value, context);
  if (talk === undefined && context.untitled === true)
    return { code: 'untitled-talk', path: context.path, line: step.value.line, column: 1 };
  return talk;
}

/** Tables by the config's aliases, which are the same object for every file of a run. */
const TABLES = new WeakMap<ExtraAliases, AliasTable>();

function tableOf(aliases: ExtraAliases | undefined): AliasTable {
  if (aliases === undefined) return STANDARD_ALIASES;
  const table = TABLES.get(aliases) ?? new AliasTable(aliases);
  TABLES.set(aliases, table);
  return table;
}
