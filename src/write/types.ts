/** What is written back, and what became of it. */
import type { Fix } from '../check/types.ts';
import type { Home } from '../talk.ts';

/** The changes to one talk's declared tags. */
export interface TagChange {
  readonly home: Home;
  /** In any order, about distinct values; `at` counts the values as the source holds them (elements of a list, or parts of a text between commas). */
  readonly fixes: readonly Fix[];
}

/** Replaces the text from `start` to `end` (UTF-16 offsets into the decoded file). Line ends are `\n`; they become the file's own when applied. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why nothing is written; said to the user behind the file's name. */
export interface Refusal {
  readonly refused: string;
}
