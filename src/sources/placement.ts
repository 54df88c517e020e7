import type { Placement, Position } from '../talk.ts';

/** From `at` (UTF-16 offset into a field's text) onward the text stands verbatim in the file, beginning at `position`. */
export interface Anchor {
  readonly at: number;
  readonly position: Position;
}

/** Only the start of the value is known. */
export function startOnly(position: Position): Placement {
  return { exact: false, locate: () => position };
}

/** The text stands in the file in verbatim pieces; `anchors` (ascending, the first at 0) is asked once, when first needed. */
export function anchored(text: string, anchors: () => readonly Anchor[]): Placement {
  let known: readonly Anchor[] | undefined;
  return {
    exact: true,
    locate(offset) {
      known ??= anchors();
      const anchor = known.findLast((candidate) => candidate.at <= offset) ?? known[0];
      if (anchor === undefined) return { line: 1, column: 1 };
      return advance(text, anchor, offset);
    },
  };
}

function advance(text: string, { at, position }: Anchor, offset: number): Position {
  let { line } = position;
  let lineStart = -1;
  for (let feed = text.indexOf('\n', at); feed >= 0 && feed < offset; feed = text.indexOf('\n', feed + 1)) {
    line++;
    lineStart = feed + 1;
  }
  return { line, column: lineStart < 0 ? position.column + (offset - at) : offset - lineStart + 1 };
}
