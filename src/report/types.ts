/** What reporters take and are: results and a context in, text out; no reporter knows a stream or the process. */
import type { Finding } from '../findings.ts';
import type { TaggedTalk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';

/** chalk's levels: none, 16 colours, 256 colours, all colours. */
export type ColorLevel = 0 | 1 | 2 | 3;

export interface ReportContext {
  readonly taxonomy: Taxonomy;
  readonly toolVersion: string;
  readonly color: ColorLevel;
  /** Columns of the terminal that no line goes beyond. */
  readonly width: number;
  /** Whether bars, quotes and dots may be more than ASCII; the talks' own text is shown as it is either way. */
  readonly unicode: boolean;
  /** Language of labels; without it each talk's own. */
  readonly lang?: string;
}

/** Counts over the talks of a run; maps hold every id of the taxonomy in its order, zeros too, so that gaps show. */
export interface Summary {
  /** Files read. */
  readonly files: number;
  readonly talks: number;
  /** By status: the three add up to `talks`. */
  readonly tagged: number;
  readonly untagged: number;
  readonly review: number;
  /** Talks with at least one tag in the part. */
  readonly parts: Readonly<Record<string, number>>;
  /** Talks with the tag. */
  readonly elements: Readonly<Record<string, number>>;
  /** Files of a folder that were left out because they hold no talk. */
  readonly skipped: number;
  /** The language most talks are in; absent when none says. */
  readonly lang?: string;
}

export interface Report {
  readonly summary: Summary;
  readonly talks: readonly TaggedTalk[];
  readonly findings: readonly Finding[];
}

/** Text a talk at a time: `begin`, then `talk` for each, then `end`; joined they are the report. Keeps nothing between calls. */
export interface StreamingReporter {
  readonly streams: true;
  /** Of files that hold this format, without the dot. */
  readonly extension: string;
  begin(context: ReportContext): string;
  talk(talk: TaggedTalk, context: ReportContext): string;
  end(summary: Summary, context: ReportContext): string;
}

/** A document that can only be written once all talks are known. */
export interface DocumentReporter {
  readonly streams: false;
  /** Of files that hold this format, without the dot. */
  readonly extension: string;
  whole(report: Report, context: ReportContext): string;
}

export type Reporter = StreamingReporter | DocumentReporter;
