/** Talks listed inside front matter: `tracks[].talks[]` and the like. */
import type { Entry } from '../entry.ts';
import type { FrontMatter } from '../formats/front-matter.ts';
import { findRecords } from '../records.ts';

/** The talks inside the values of a front matter; none where the file itself is the talk. */
export function talksInFront(front: FrontMatter): readonly Entry[] {
  if (!Object.values(front.values).some((value) => typeof value === 'object' && value !== null)) return [];
  return findRecords(front.values)
    .records.filter(({ path }) => path.length > 0)
    .map(({ path, values, inherited }) => ({
      line: front.lineOf(path),
      values,
      inherited,
      locate: (way) => front.locate([...path, ...way]),
    }));
}
