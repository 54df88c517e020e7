/** Talks told apart by headings: repeated at one level, each with a talk's sign at it or below it. */

import type { PlacedText } from './entry.ts';
import { isLinkLine, readBlock } from './markdown/block.ts';
import { sectionKind } from './markdown/headings.ts';
import { isSpeakerName, labelAt, roleOf } from './markdown/labels.ts';
import {
  BLANK,
  GONE,
  HEADING,
  headingRange,
  headingText,
  levelOf,
  lineText,
  type Outline,
  RULE,
  TEXT,
  UNDERLINE,
} from './markdown/lines.ts';
import { type Body, placedLine } from './markdown/place.ts';
import type { TalkBlock } from './split.ts';

/** Suffixes that turn a talk's title into the head of its questions. */
const SUFFIX = /[\s\u3000]*(?:への?ご?質問|への質疑応答|について(?:の|への)ご?質問)(?:一覧|リスト)?$/;
const LINK_HEADING = /^(?:\d{1,3}[.)]\s*)?\[.*\]\(\s*<?(?:https?:\/\/|\/)[^)]*\)\s*$/;
/** Where talks, their papers, slides and recordings live. */
const TALK_ADDRESS =
  /(?:sched\.co|sessionize\.com|pretalx|speakerdeck\.com|slideshare\.net|docswell\.com|slides\.com|docs\.google\.com\/presentation|youtu\.be|youtube\.com\/(?:watch|live)|vimeo\.com|nicovideo\.jp|arxiv\.org|openreview\.net|doi\.org|dl\.acm\.org|proceedings|[/_-](?:presentations?|talks?|sessions?|slides?|papers?|lectures?|videos?)(?:[/_.?-]|$)|\.pdf(?:[?#]|$)|\.pptx?$)/i;
const TALK_LINK =
  /\[(?:[^\]\n]{0,40}(?:slides?|video|recording|paper|talk|abstract|スライド|発表資料|資料|動画|録画|論文|講演)[^\]\n]{0,40})\]\(/i;
const BY_LINE = /^(?:[*_]{1,2})?(?:by|presented by|speaker[s]?[:：])\s+\p{Lu}/u;
/** Lines below a heading in which a sign is looked for. */
const REACH = 4;

/** Talks under headings that carry a talk's sign; none where fewer than two do, or most of their like do not. */
export function splitByHeadings(body: Body): readonly TalkBlock[] {
  const { outline } = body;
  if (outline.headings.length < 2) return [];
  const named = outline.headings.filter((line) => levelOf(outline, line) > 0 && isNamed(outline, line));
  const signed = new Set(named.filter((line) => hasSign(outline, line)));
  if (signed.size < 2) return [];
  let best: readonly number[] = [];
  for (const group of headingGroups(outline, named)) {
    const talks = group.filter((line) => signed.has(line));
    if (talks.length >= 2 && talks.length * 3 >= group.length * 2 && talks.length > best.length) best = talks;
  }
  return best.length === 0 ? [] : talksAt(body, best);
}

/** A talk for each heading of the highest level that is repeated, whatever stands below. */
export function splitAtEveryHeading(body: Body): readonly TalkBlock[] {
  const { outline } = body;
  for (let level = 1; level <= 6; level++) {
    const lines = outline.headings.filter((line) => levelOf(outline, line) === level);
    if (lines.length >= 2) return talksAt(body, lines);
  }
  return [];
}

/** Whether a heading has a name of its own, rather than that of a part of an article. */
function isNamed(outline: Outline, line: number): boolean {
  return sectionKind(headingText(outline, line)) === undefined;
}

/** The named headings of one level under one parent (or under all parents together, for lists that go on from section to section). */
function headingGroups(outline: Outline, named: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  const parents = [0, 0, 0, 0, 0, 0, 0];
  const members = new Set(named);
  for (const line of outline.headings) {
    const level = levelOf(outline, line);
    if (level === 0) continue;
    parents[level] = line + 1;
    parents.fill(0, level + 1);
    if (!members.has(line)) continue;
    const parent = parents.slice(0, level).join('/');
    for (const key of [`${level}:${parent}`, `${level}`]) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [line]);
      else group.push(line);
    }
  }
  return [...groups.values()].filter((group) => group.length >= 2);
}

/** The talks under the given headings; the text of each ends at the next heading of its level or above, or at a rule. */
export function talksAt(body: Body, lines: readonly number[]): readonly TalkBlock[] {
  const { outline } = body;
  const wanted = new Set(lines);
  const blocks: TalkBlock[] = [];
  for (const line of lines) {
    const level = levelOf(outline, line);
    const end = talkEnd(outline, line, level, wanted);
    const title = headingTitle(body, line);
    if (title === undefined) continue;
    const block = readBlock(
      body,
      { from: line, to: end },
      { skip: [{ from: line, to: line + 1 }], form: false, address: true },
    );
    blocks.push({ line, block: { ...block, title } });
  }
  return blocks;
}

function talkEnd(outline: Outline, from: number, level: number, wanted: ReadonlySet<number>): number {
  let line = from + 1;
  if (outline.kinds[line] === UNDERLINE) line++;
  for (; line < outline.count; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === RULE || wanted.has(line)) return line;
    if (kind > HEADING && kind - HEADING <= level) return line;
  }
  return outline.count;
}

/** `10:00 - 10:30 | Title`: the slot of a programme. */
const SLOT =
  /^(?:\d{1,2}[:：]\d{2}\s*(?:[-–—~〜～]\s*(?:\d{1,2}[:：]\d{2})?)?\s*(?:\(\d+\s?(?:min|分)\))?\s*[|｜:：\-–—]?\s*)/;

function headingTitle(body: Body, line: number): PlacedText | undefined {
  const { from, to } = headingRange(body.outline, line);
  const heading = body.outline.text.slice(from, to);
  const slot = SLOT.exec(heading.slice(0, 40))?.[0].length ?? 0;
  const suffix = SUFFIX.exec(heading.slice(-40))?.[0].length ?? 0;
  return placedLine(body, from + slot, to - suffix) ?? placedLine(body, from, to);
}

/** Whether a heading, or what stands right below it, says that it is a talk: a link to it, a speaker, an abstract. */
export function hasSign(outline: Outline, line: number): boolean {
  const heading = headingText(outline, line);
  if (heading.includes('](') && heading.length <= 1000 && LINK_HEADING.test(heading) && TALK_ADDRESS.test(heading))
    return true;
  if (heading.includes('質') && SUFFIX.test(heading.slice(-40))) return true;
  let seen = 0;
  for (let next = line + 1; next < outline.count && seen < REACH; next++) {
    const kind = outline.kinds[next] ?? BLANK;
    if (kind === GONE && isPeopleHeading(lineText(outline, next))) return true;
    if (kind === BLANK || kind === UNDERLINE || kind === GONE) continue;
    if (kind > HEADING)
      return kind - HEADING > levelOf(outline, line) && sectionKind(headingText(outline, next)) === 'description';
    if (kind !== TEXT) return false;
    seen++;
    if (isSign(outline, next)) return true;
  }
  return false;
}

/** `### Speaker` below a talk's heading: blanked by now, and a sign all the same. */
function isPeopleHeading(content: string): boolean {
  return content.startsWith('##') && sectionKind(content.replace(/^#+\s*/, '')) === 'people';
}

function isSign(outline: Outline, line: number): boolean {
  const content = lineText(outline, line);
  if (content.length > 2000) return false;
  if (isLinkLine(content) && (TALK_ADDRESS.test(content) || TALK_LINK.test(content))) return true;
  const label = labelAt(outline, line);
  if (label !== undefined) return label.role === 'text' || isSpeakerName(label.name) || roleOf(label.name) === 'title';
  return BY_LINE.test(content.trim());
}
