/** Markdown as evidence: a copy of the same length in which all that is no wording is blank, so that every offset stays true. */

import { BLANK, GONE, HEADING, headingRange, type Outline, RULE, UNDERLINE } from './markdown/lines.ts';
import { Eraser } from './markup-eraser.ts';
import { InlineMarks } from './markup-inline.ts';

export interface MarkupOptions {
  /** Whether imports, exports and braces are code, as in MDX. */
  readonly mdx: boolean;
}

/** What an inline mark may begin with; most lines have none. */
const INLINE = /[[\]<`*{]|:\/\/|www\.|~~/g;
const BLOCK_MARK = /^[ \t>]*(?:[-+>•・◦‣|]|\d{1,3}[.)]\s)/;
const LIST_MARK = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+•・◦‣]|\d{1,3}[.)])(?:[ \t]+\[[ xX]\])?(?=[ \t]|$))?/;
const HEADING_MARK = /^[ \t]*#*[ \t]*/;
const REFERENCE = /^\[[^\]\n]{1,200}\]:[ \t]*\S/;
const TABLE_RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+$/;
const MODULE =
  /^(?:import\s+(?:['"{*]|[\w$]+\s*(?:,\s*[{*][^\n]*)?\sfrom\s)|export\s+(?:const|let|var|default|async|function|class|\{|\*)(?!\w))/;
/** A line that only leads to a recording or the slides says nothing of the talk. */
const PLAIN_LINK =
  /^(?:[-*+•][ \t]+)?!?\[(?:(?:watch |view |the |full )?(?:slides?|slide deck|deck|video|recording|paper|pdf|talk|abstract|youtube|link|website|demo|code|github|repo|repository|blog(?: post)?|details|more|read more)|スライド|発表資料|資料|動画|録画|論文|リンク|詳細)\]\([^()\s]*\)$/i;

/** Blanks code, link and image targets, HTML, comments, addresses, table rules and the marks of headings and lists. */
export function blankMarkup(outline: Outline, options: MarkupOptions): string {
  const { text, starts, kinds, count } = outline;
  const eraser = new Eraser(text);
  const inline = new InlineMarks(text, eraser);
  const suspects = new Suspects(text);
  for (let line = 0; line < count; line++) {
    const kind = kinds[line] ?? BLANK;
    const start = starts[line] ?? 0;
    const end = starts[line + 1] ?? text.length;
    if (kind === GONE || kind === RULE || kind === UNDERLINE) eraser.erase(start, end);
    else if (kind === BLANK || inline.at >= end) continue;
    else if (kind > HEADING || suspects.within(start, end) || mayHaveBlockMark(text, start, end)) {
      const content = text.slice(start, end);
      if (options.mdx && MODULE.test(content)) line = eraseModule(outline, eraser, line);
      else if (isBlankLine(content)) eraser.erase(start, end);
      else blankLine(content, { start, end, heading: kind > HEADING, mdx: options.mdx }, eraser, inline);
      if (kind > HEADING) eraser.erase(headingRange(outline, line).to, end);
    }
  }
  return eraser.result();
}

interface MarkedLine {
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
  readonly mdx: boolean;
}

/** Blanks the marks at the head of a line and those inside it. */
function blankLine(
  content: string,
  { start, end, heading, mdx }: MarkedLine,
  eraser: Eraser,
  inline: InlineMarks,
): void {
  const mark = (heading ? HEADING_MARK : LIST_MARK).exec(content)?.[0].length ?? 0;
  if (inline.at <= start) eraser.erase(start, start + mark);
  inline.read({ start: Math.max(inline.at, start + mark), end, pipes: content.trimStart().startsWith('|'), mdx });
}

/** The next inline mark, searched forward over the whole text rather than line by line. */
class Suspects {
  readonly #text: string;
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  within(start: number, end: number): boolean {
    if (this.#next < start) {
      INLINE.lastIndex = start;
      this.#next = INLINE.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#next < end;
  }
}

function mayHaveBlockMark(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  const letter =
    (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x3041 && code !== 0x30fb);
  return !letter && BLOCK_MARK.test(text.slice(start, end));
}

/** Lines that hold no wording at all: definitions of references, rules of tables, links to the slides. */
function isBlankLine(content: string): boolean {
  if (content.length > 2000) return false;
  const trimmed = content.trim();
  return REFERENCE.test(trimmed) || PLAIN_LINK.test(trimmed) || (trimmed.includes('|') && TABLE_RULE.test(trimmed));
}

/** An import or export of MDX goes on to the next blank line. */
function eraseModule(outline: Outline, eraser: Eraser, from: number): number {
  eraser.erase(outline.starts[from] ?? 0, outline.starts[from + 1] ?? outline.text.length);
  let line = from;
  while (line + 1 < outline.count && outline.kinds[line + 1] !== BLANK) {
    line++;
    eraser.erase(outline.starts[line] ?? 0, outline.starts[line + 1] ?? outline.text.length);
  }
  return line;
}
