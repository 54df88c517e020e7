import { closest, distance } from 'fastest-levenshtein';

/** The one of `candidates` that `word` was most likely meant to be; undefined when none is near (a third of its letters may differ). */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const list = [...candidates];
  if (list.length === 0) return undefined;
  const lower = word.toLowerCase();
  const best = closest(lower, list);
  return distance(lower, best.toLowerCase()) <= Math.max(1, Math.ceil(best.length / 3)) ? best : undefined;
}

/** ` (did you mean "x"?)`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const best = nearest(word, candidates);
  return best === undefined ? '' : ` (did you mean "${best}"?)`;
}
