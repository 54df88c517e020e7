/** The types that cross stages: a talk as the sources read it, and as the classifier answers. */

/** The parts of a talk that may hold evidence. */
export type Field = 'title' | 'abstract' | 'body' | 'keywords';

export const FIELDS: readonly Field[] = ['title', 'abstract', 'body', 'keywords'];

/** A place in a decoded file: 1-based line, 1-based column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the text of one field stands in its file. */
export interface Placement {
  /** Whether `locate` points at the very character; false where only the start of the value is known. */
  readonly exact: boolean;
  /** The raw position of the character at `offset` (UTF-16 code units into the field's text). */
  locate(offset: number): Position;
}

export interface TalkSource {
  /** The path as the user would type it, with `/`. */
  readonly path: string;
  /** The 1-based line where the talk begins. */
  readonly line: number;
}

/** A value as a talk's source holds it. */
export interface SourceValue {
  readonly value: unknown;
  /** Where the value at `way` inside it begins, or its character at `offset` (UTF-16 code units); where the talk does when that is not known. */
  locate(way: readonly (string | number)[], offset?: number): Position;
}

/** Where, as data, a talk stands in its file: what an edit needs to find it again. */
export type Home =
  | {
      readonly kind: 'front-matter';
      /** The 1-based line of the opening fence; absent where the file has no front matter yet. */
      readonly line?: number;
      /** From the front matter to the talk; empty where the file is the talk. */
      readonly way: readonly (string | number)[];
    }
  | {
      readonly kind: 'tree';
      /** Which of the file's documents, from 0: a document of YAML, a line of NDJSON. */
      readonly document: number;
      readonly way: readonly (string | number)[];
    };

/** How a talk stands in its source: kept only where it is asked for, and never evidence. */
export interface Origin {
  /** Absent where the format has no place for a talk's own values (a section of markdown, a row of CSV). */
  readonly home?: Home;
  /** Whether the source says the title; otherwise it is the file's name. */
  readonly titled: boolean;
  /** Whether the source says the id. */
  readonly identified: boolean;
  /** The value that `Talk.declared` comes from; there too when it is an empty list. */
  readonly declared?: SourceValue;
  /** The value under keys inside one another, compared without regard to case, spaces, `_` and `-`. */
  value(path: readonly string[]): SourceValue | undefined;
}

/** A talk as a source yields it. Texts are decoded wording; absent values are left out. */
export interface Talk {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
  readonly body?: string;
  readonly keywords?: readonly string[];
  readonly event?: string;
  readonly year?: number;
  /** ISO 8601 calendar date. */
  readonly date?: string;
  /** BCP 47 language of the text, given or told from it. */
  readonly lang?: string;
  readonly track?: string;
  readonly speakers?: readonly string[];
  readonly organisations?: readonly string[];
  readonly url?: string;
  /** Scalar values of the source that have no field of their own. */
  readonly extra?: Readonly<Record<string, string | number | boolean>>;
  readonly source: TalkSource;
  /** Tags that the source itself declares (under `mlops` unless configured), as written. */
  readonly declared?: readonly string[];
  /** Absent unless the reader was asked for it. */
  readonly origin?: Origin;
  /** Places of the fields; a field without one is taken to start at the talk's own line. Keywords are placed as if joined by line feeds. */
  readonly placements?: Readonly<Partial<Record<Field, Placement>>>;
}

export type EvidenceKind = 'term' | 'product' | 'word';

/** A wording of the text that speaks for a concept. */
export interface Evidence {
  /** The label of the taxonomy that matched, as the taxonomy writes it. */
  readonly term: string;
  readonly kind: EvidenceKind;
  /** The wording found, as the text writes it. */
  readonly text: string;
  readonly field: Field;
  readonly line: number;
  readonly column: number;
  /** Whether line and column point at the wording itself, or only at the start of the value that holds it. */
  readonly exact: boolean;
  /** What the wording adds to the concept's score; a learned word, to the log-odds of a model. */
  readonly weight: number;
}

export interface Tag {
  readonly id: string;
  /** The id of the root above the tag. */
  readonly part: string;
  readonly label: Readonly<Record<string, string>>;
  /** 0 to 1. */
  readonly confidence: number;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
}

/** A concept just below the cut, and what would have lifted it. */
export interface Near {
  readonly id: string;
  readonly confidence: number;
  readonly missing: string;
}

export type Status = 'tagged' | 'untagged' | 'review';

export interface TaggedTalk extends Talk {
  readonly status: Status;
  readonly primary: string | null;
  /** By confidence, then id. */
  readonly tags: readonly Tag[];
  readonly near: readonly Near[];
}
