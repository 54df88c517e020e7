/** Talks told apart by rules (`---`, `***`, `=====`) between them, each with a heading at its head. */
import { sectionKind } from './markdown/headings.ts';
import { BLANK, GONE, HEADING, headingText, levelOf, type Outline, RULE } from './markdown/lines.ts';
import type { Body } from './markdown/place.ts';
import type { TalkBlock } from './split.ts';
import { hasSign, talksAt } from './split-headings.ts';

/** A heading that begins with a number is a chapter, not a talk. */
const CHAPTER = /^(?:\d{1,2}(?:\.\d{1,2})*[.)．]?\s|第\s*\d{1,2}\s*[章節回]|(?:step|part|chapter|section)\s*\d)/i;

/**
 * Talks that are alone between two rules, each under a heading of the same level; none where one heading names a part of an
 * article, or where the file has a title of its own and the headings have no sign of a talk.
 */
export function splitByRules(body: Body): readonly TalkBlock[] {
  const { outline } = body;
  const heads = ruledHeads(outline);
  if (heads.length < 2) return [];
  const fits = heads.every((line) => {
    const heading = headingText(outline, line);
    return sectionKind(heading) === undefined && !CHAPTER.test(heading) && (!body.titled() || hasSign(outline, line));
  });
  return fits ? talksAt(body, heads) : [];
}

/** The one heading of each stretch between rules, where all are of one level and nothing stands above them. */
function ruledHeads(outline: Outline): readonly number[] {
  const stretches = stretchesOf(outline);
  const [preamble, ...others] = stretches;
  if (preamble === undefined || others.length === 0) return [];
  const level = levelOf(outline, others[0]?.first ?? 0);
  if (level === 0) return [];
  const heads = preamble.headings.filter((line) => levelOf(outline, line) === level);
  if (heads.length > 1) return [];
  for (const [index, { first, headings }] of others.entries()) {
    const high = headings.filter((line) => levelOf(outline, line) <= level);
    const remark = headings.length === 0 && index === others.length - 1;
    if (remark) break;
    if (high.length !== 1 || high[0] !== first || levelOf(outline, first) !== level) return [];
    heads.push(first);
  }
  return heads;
}

interface Stretch {
  /** The first line that is not blank. */
  readonly first: number;
  readonly headings: number[];
}

/** What stands between the rules of a body; nothing where there is no rule. */
function stretchesOf(outline: Outline): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let rules = 0;
  let current: Stretch | undefined;
  for (let line = 0; line < outline.count; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === RULE) {
      // What comes before the first rule is the preamble, even where it is empty.
      if (rules === 0 && current === undefined) stretches.push({ first: line, headings: [] });
      rules++;
      current = undefined;
    } else if (kind !== BLANK && kind !== GONE) {
      if (current === undefined) {
        current = { first: line, headings: [] };
        stretches.push(current);
      }
      if (kind > HEADING) current.headings.push(line);
    }
  }
  return rules === 0 ? [] : stretches;
}
