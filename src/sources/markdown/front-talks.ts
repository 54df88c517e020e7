/** Talks listed inside front matter: `tracks[].talks[]` and the like. */
import type { AliasTable } from '../aliases.ts';
import type { Entry } from '../entry.ts';
import type { FrontMatter } from '../formats/front-matter.ts';
import { findRecords } from '../records.ts';
import { isRecord } from '../texts.ts';

/** The talks inside the values of a front matter; none where the file itself is the talk. */
export function talksInFront(front: FrontMatter, aliases: AliasTable): readonly Entry[] {
  if (!Object.values(front.values).some(mayHoldRecords)) return [];
  return findRecords(front.values, aliases)
    .records.filter(({ path }) => path.length > 0)
    .map(({ path, values, inherited }) => ({
      line: front.lineOf(path),
      values,
      inherited,
      locate: (way) => front.locate([...path, ...way]),
      home: { kind: 'front-matter', line: front.line, way: path },
    }));
}

/** The cheap way out for nearly all front matter: no list of objects, nothing nested. */
function mayHoldRecords(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => typeof one === 'object' && one !== null);
  return isRecord(value) && Object.values(value).some((one) => typeof one === 'object' && one !== null);
}
