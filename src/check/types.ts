/** What crosses the stages of `check`: a file's talks as rules see them, what rules say, and the report. Plain data: it crosses threads and lies in the cache. */
import type { Severity } from '../findings.ts';
import type { Home } from '../talk.ts';
import type { RuleId } from './rules/ids.ts';

/** A stretch of a decoded file: 1-based lines and columns in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The span alone of what has one. */
export function spanOf({ line, column, endLine, endColumn }: Span): Span {
  return { line, column, endLine, endColumn };
}

/** Another place that a finding is about: the words behind a tag, the other talk. */
export interface Related extends Span {
  readonly path: string;
  /** What stands there. */
  readonly message: string;
}

/** What would mend a finding: changes to the talk's declared tags. */
export type Fix =
  /** `asked`: only `--write=all` makes it. */
  | { readonly kind: 'add'; readonly tags: readonly string[]; readonly asked?: true }
  /** `at`: which of the declared values, from 0, as `DeclaredTag.at`. */
  | { readonly kind: 'replace'; readonly at: number; readonly tag: string }
  | { readonly kind: 'remove'; readonly at: number };

/** What a rule says, before severities, disables and the baseline. */
export interface RuleFinding extends Span {
  readonly rule: RuleId;
  /** The file, as the user would type it. */
  readonly path: string;
  /** The id of the talk; absent where the finding is about a file. */
  readonly talk?: string;
  /** The tag it is about: the concept's id, or the declared value that names none. */
  readonly tag?: string;
  /** One sentence or two: what is wrong and what to do. */
  readonly message: string;
  /** What tells it from others of the same file, rule and tag, whatever line it stands on: part of the fingerprint. */
  readonly identity: string;
  /** As `CheckFinding.fingerprint`, where it was worked out beside the rule: in the thread of its file, and kept in the cache. */
  readonly fingerprint?: string;
  readonly fix?: Fix;
  /** Where the fix would be made; present where `fix` is. */
  readonly home?: Home;
  readonly related?: readonly Related[];
}

export interface CheckFinding extends RuleFinding {
  readonly severity: Severity;
  /** Whether `--write` (or `--write=all`) mends it. */
  readonly fixable: boolean;
  /** By path, rule, tag and identity, in hexadecimal. */
  readonly fingerprint: string;
}

/** A value under the key of declared tags. */
export interface DeclaredTag extends Span {
  readonly text: string;
  /** Which of the values it is, from 0. */
  readonly at: number;
  /** The id of the concept that it names; absent where it names none. */
  readonly concept?: string;
}

export interface PlacedWord extends Span {
  readonly text: string;
}

/** What a person decided about a talk's tags, which no rule doubts. */
export interface Decision extends Span {
  readonly path: string;
  readonly talk: string;
  /** `mlops-not` names tags that it has not; `mlops-locked` leaves the talk alone. */
  readonly kind: 'excluded' | 'locked';
  /** Ids of concepts; empty for a locked talk. */
  readonly tags: readonly string[];
}

/** What rules that look across files know of a talk. */
export interface TalkFacts {
  readonly id: string;
  /** Whether its source says the id. */
  readonly identified: boolean;
  /** Whether its source says a title; otherwise it is the file's name. */
  readonly titled: boolean;
  readonly path: string;
  readonly title: string;
  /** Of the title, or where the talk begins. */
  readonly span: Span;
  readonly event?: string;
  readonly year?: number;
  readonly lang?: string;
  readonly speakers?: readonly string[];
  /** A hash of its description's words; absent where that is short. */
  readonly description?: string;
  /** Declared values that name no concept, and the source's keywords. */
  readonly words: readonly PlacedWord[];
  readonly locked: boolean;
}

/** A comment that switches rules off, for the talk it stands in or (above the first one) the whole file. */
export interface Disable extends Span {
  readonly path: string;
  /** As written; some may be the names of no rule. */
  readonly rules: readonly string[];
  readonly reason?: string;
  /** The lines it covers, the last one included; absent for the whole file. */
  readonly lines?: { readonly from: number; readonly to: number };
}

/** All that one file yields: what the cache keeps and threads send. */
export interface CheckedFile {
  readonly path: string;
  /** SHA-256 of its bytes, in hexadecimal; absent where they were not read as a whole. */
  readonly hash?: string;
  readonly talks: readonly TalkFacts[];
  readonly findings: readonly RuleFinding[];
  readonly disables: readonly Disable[];
  readonly decisions: readonly Decision[];
  /** Whether it is a structured file of a folder in which nothing is a talk. */
  readonly skipped: boolean;
}

export interface CheckSummary {
  readonly files: number;
  readonly talks: number;
  readonly errors: number;
  readonly warnings: number;
  /** How many of the findings `--write` mends, and how many more `--write=all`. */
  readonly fixable: number;
  readonly fixableWithAll: number;
  /** Left out because a comment switches them off. */
  readonly disabled: number;
  /** Left out because the baseline knows them. */
  readonly baselined: number;
  /** Mended by this run. */
  readonly fixed: number;
  /** Files whose results came from the cache. */
  readonly cached: number;
}

/** What reporters of `check` get. */
export interface CheckReport {
  readonly summary: CheckSummary;
  /** By path, line, column, rule, tag. */
  readonly findings: readonly CheckFinding[];
  readonly decisions: readonly Decision[];
  /** What the run did not look at, in a sentence: the scope of `--since`, rules across files that knew only some. */
  readonly notes: readonly string[];
  /** From the repository's root to the working folder, with a `/` at the end; empty where they are the same. */
  readonly prefix: string;
}
