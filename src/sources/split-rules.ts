/** Talks told apart by rules (`---`, `***`, `=====`) between them, each with a heading at its head. */
import { sectionKind } from './markdown/headings.ts';
import { BLANK, GONE, HEADING, headingText, levelOf, type Outline, RULE } from './markdown/outline.ts';
import type { Body } from './markdown/place.ts';
import type { TalkBlock } from './split.ts';
import { talksAt } from './split-headings.ts';

/** A heading that begins with a number is a chapter, not a talk. */
const CHAPTER = /^(?:\d{1,2}(?:\.\d{1,2})*[.)．]?\s|第\s*\d{1,2}\s*[章節回]|(?:step|part|chapter|section)\s*\d)/i;

/** Talks whose headings all stand at one level right after a rule; none where one of them names a part of an article. */
export function splitByRules(body: Body): readonly TalkBlock[] {
  const { outline } = body;
  const heads = ruledHeads(outline);
  if (heads.length < 2) return [];
  const fits = heads.every((line) => {
    const heading = headingText(outline, line);
    return sectionKind(heading) === undefined && !CHAPTER.test(heading);
  });
  return fits ? talksAt(body, heads) : [];
}

/** One heading for each stretch between rules, all of one level and the only ones of it; else nothing. */
function ruledHeads(outline: Outline): readonly number[] {
  const heads: number[] = [];
  let level = 0;
  let fresh = true;
  let first = true;
  for (let line = 0; line < outline.count; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === BLANK || kind === GONE) continue;
    if (kind === RULE) {
      if (first && heads.length === 0) heads.length = 0;
      first = false;
      fresh = true;
      continue;
    }
    if (kind > HEADING) {
      const own = levelOf(outline, line);
      if (heads.length === 0 && first && own === 1) continue;
      if (level === 0) level = own;
      if (own < level || (own === level && !fresh)) return [];
      if (own === level) heads.push(line);
      fresh = false;
      continue;
    }
    if (fresh && heads.length > 0) return tail(outline, line) ? heads : [];
    if (!first && heads.length === 0) return [];
  }
  return first ? [] : heads;
}

/** Whether only text is left: a remark after the last rule. */
function tail(outline: Outline, from: number): boolean {
  for (let line = from; line < outline.count; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === RULE || kind > HEADING) return false;
  }
  return true;
}
