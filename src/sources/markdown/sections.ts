/** Marks the sections of a body that are no description of the talk, so that they are blanked. */
import { type SectionKind, sectionKind } from './headings.ts';
import { BLANK, GONE, headingText, levelOf, lineText, type Outline, TEXT } from './lines.ts';

export interface Section {
  /** Index of the heading line. */
  readonly line: number;
  readonly kind: SectionKind;
  /** The line after its last. */
  readonly end: number;
}

/** The sections whose names say what they hold, in order. */
export function namedSections(outline: Outline): readonly Section[] {
  const sections: Section[] = [];
  const nextAtMost = sectionEnds(outline);
  outline.headings.forEach((line, index) => {
    const kind = sectionKind(headingText(outline, line));
    if (kind === undefined) return;
    const own = kind === 'people' || kind === 'transcript' || kind === 'description';
    sections.push({
      line,
      kind,
      end: own ? (nextAtMost[index] ?? outline.count) : (outline.headings[index + 1] ?? outline.count),
    });
  });
  return sections;
}

/** For each heading the line where a heading of its level or above follows: one pass from the end. */
function sectionEnds(outline: Outline): readonly number[] {
  const ends: number[] = new Array<number>(outline.headings.length).fill(outline.count);
  const next: number[] = [0, 0, 0, 0, 0, 0, 0].fill(outline.count);
  for (let index = outline.headings.length - 1; index >= 0; index--) {
    const line = outline.headings[index] ?? 0;
    const level = levelOf(outline, line);
    ends[index] = Math.min(...next.slice(1, level + 1));
    next[level] = line;
  }
  return ends;
}

const LINK = /\]\(|:\/\/|www\./;

/**
 * Blanks biographies, transcripts beside a description and the links of link lists. `described`: a description of the
 * talk stands elsewhere, so that a transcript is no evidence. Headings that stay are not touched.
 */
export function dropSections(outline: Outline, sections: readonly Section[], described: boolean): void {
  const first = outline.headings[0];
  const transcripts = sections.filter(({ kind }) => kind === 'transcript');
  const enough = described || (transcripts.length > 0 && hasProseOutside(outline, transcripts));
  for (const { line, kind, end } of sections) {
    if (line === first && levelOf(outline, line) === 1 && outline.headings.length > 1) continue;
    if (kind === 'people' || (kind === 'transcript' && enough)) drop(outline, line, end);
    else if (kind === 'links') dropLinks(outline, line, end);
  }
}

function drop(outline: Outline, from: number, to: number): void {
  for (let line = from; line < to; line++) if (outline.kinds[line] !== BLANK) outline.kinds[line] = GONE;
}

function dropLinks(outline: Outline, from: number, to: number): void {
  outline.kinds[from] = GONE;
  for (let line = from + 1; line < to; line++) {
    if (outline.kinds[line] !== BLANK && LINK.test(lineText(outline, line))) outline.kinds[line] = GONE;
  }
}

/** Whether enough is written outside the sections to say what the talk is about. */
function hasProseOutside(outline: Outline, sections: readonly Section[]): boolean {
  let ink = 0;
  let next = 0;
  for (let line = 0; line < outline.count && ink < 80; line++) {
    while ((sections[next]?.end ?? outline.count) <= line) next++;
    if ((sections[next]?.line ?? outline.count) <= line) continue;
    if (outline.kinds[line] === TEXT) ink += lineText(outline, line).trim().length;
  }
  return ink >= 80;
}
