/** A decoded file on its way into a format's parser. */
import type { Finding } from '../findings.ts';
import type { AliasTable } from './aliases.ts';
import type { Entry } from './entry.ts';

export interface Document {
  /** As the user would type it, with `/`. */
  readonly path: string;
  /** Decoded, without a byte order mark; line endings as they stand in the file. */
  readonly text: string;
  /** Whether the user named this very file, rather than a folder or a pattern that holds it. */
  readonly named: boolean;
}

export const SPLITS = ['auto', 'none', 'heading', 'record'] as const;
export type Split = (typeof SPLITS)[number];

export interface ParseOptions {
  /** How a file with several talks is cut; structured records are talks of their own in every mode but `none`. */
  readonly split: Split;
  /** The names of fields; the built-in ones when absent. */
  readonly aliases?: AliasTable;
}

/** A format: pure, synchronous, and it never throws for what stands in the text. */
export type Parser = (document: Document, options: ParseOptions) => Iterable<Entry | Finding>;

/** Nesting beyond this many levels is refused with `too-deep`. */
export const MAX_DEPTH = 200;

/** Bytes of one file that is read as a whole; NDJSON streams and has no such limit. */
export const MAX_FILE_SIZE = 10_000_000;

/** Bytes of one line of NDJSON. */
export const MAX_LINE_SIZE = 10_000_000;

/** Whether a parser yielded a finding rather than an entry (or a talk): only findings carry a code. */
export function isFinding<T extends object>(value: T | Finding): value is Finding {
  return 'code' in value;
}
