/** What is written back, and what became of it. */
import type { Fix } from '../check/types.ts';
import type { Home } from '../talk.ts';

/** The changes to one talk's declared tags. */
export interface TagChange {
  readonly home: Home;
  /** In any order, about distinct values; `at` counts the values as the source holds them (elements of a list, or parts of a text between commas). */
  readonly fixes: readonly Fix[];
}

/** Replaces the text from `start` to `end` (UTF-16 offsets into the decoded file). Line ends are the file's own. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why nothing is written; said to the user behind the file's name. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal<Value extends object>(value: Value | Refusal): value is Refusal {
  return 'refused' in value;
}
