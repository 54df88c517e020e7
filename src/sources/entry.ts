/** The seam between formats and fields: one talk as its format yields it, before the names of its values are understood. */
import type { Home, Placement } from '../talk.ts';

/** The way to a value inside an entry: `['title']`, `['Session type', 'en']`, `['keywords', 2]`. */
export type ValuePath = readonly (string | number)[];

export interface PlacedText {
  readonly text: string;
  readonly placement: Placement;
}

export interface Entry {
  /** 1-based line where the talk begins. */
  readonly line: number;
  /** Decoded values under the keys that the source writes; to be read by own keys alone, so that no key is special. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where the text of a value stands, worked out only when asked. */
  locate(path: ValuePath): Placement | undefined;
  /** A title by structure (a heading, the first line); a title among the values wins. */
  readonly title?: PlacedText;
  /** A description by structure (the text below a label line or in a table cell). */
  readonly abstract?: PlacedText;
  /** The free text beside the values, with all that is no evidence (code, link targets, biographies) blanked. */
  readonly body?: PlacedText;
  /** What the file says of all its talks (its own title as the event, its date, its language), or calls this one (id), by field name. */
  readonly inherited?: Readonly<Partial<Record<'event' | 'date' | 'lang' | 'track' | 'url' | 'id', string>>>;
  /** Where its values may be changed; absent where its format has no place for them. */
  readonly home?: Home;
  /** The title of last resort: the file's name. Only formats that are always one talk set it. */
  readonly fallbackTitle?: string;
}
