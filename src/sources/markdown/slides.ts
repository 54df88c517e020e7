/** The page of a slide deck with its transcript, as slide hosts show it (`View Slide` after each page). */
import { BLANK, GONE, lineText, type Outline } from './lines.ts';
import type { LineRange } from './place.ts';

/** Where a deck's page says what; lines of the body. */
export interface Deck {
  readonly title: number;
  readonly abstract?: LineRange;
  readonly speaker?: number;
  readonly date?: number;
  /** The lines before the transcript. */
  readonly head: LineRange;
}

const VIEW = 'View Slide';
/** Lines of the page around the deck, not of the deck. */
const NAVIGATION =
  /^(?:upgrade to pro\b.*|tweet|share|embed|download|copy|link|start on current slide|sponsored(?: by)?.*|view slide|transcript|(?:\d[\d.,]*k?)(?: views?)?|speaker deck)$/i;
const FOREIGN = /^(?:more decks by|see all by|other decks in|see all in|featured)\b/i;
const DATE = /^[A-Z][a-z]{2,8} \d{1,2}, \d{4}$/;
const ABOUT_ME =
  /^(?:自己紹介|講師紹介|登壇者紹介|発表者紹介|プロフィール|about me|who am i\??|whoami|self[- ]introduction|会社紹介|company profile)$/i;

/** The number of a page before its first line. */
const PAGE = /^\d{1,4}\.\s*/;

/** The parts of a deck's page; undefined for any other text. Marks its navigation, page numbers and biography as gone. */
export function readDeck(outline: Outline): Deck | undefined {
  const { text } = outline;
  const first = text.indexOf(VIEW);
  if (first < 0 || text.indexOf(VIEW, first + 1) < 0) return undefined;
  const views = linesThat(outline, 0, (line) => line === VIEW);
  if (views.length < 2) return undefined;
  const headEnd = headOf(outline, views[0] ?? 0);
  const deck = readHead(outline, headEnd);
  if (deck === undefined) return undefined;
  const abstractInk = deck.abstract === undefined ? 0 : inkOf(outline, deck.abstract);
  const transcript = { from: headEnd, to: outline.count };
  if (abstractInk > 0 && inkOf(outline, transcript) > abstractInk) erase(outline, transcript);
  else cleanTranscript(outline, headEnd, views);
  return deck;
}

function headOf(outline: Outline, firstView: number): number {
  for (let line = 0; line < firstView; line++) {
    const content = lineText(outline, line);
    if (/^transcript$/i.test(content.trim()) || FOREIGN.test(content)) return line;
    if (/^\s*1\.\s/.test(content)) return line;
  }
  return firstView;
}

function readHead(outline: Outline, end: number): Deck | undefined {
  const lines: number[] = [];
  for (let line = 0; line < end; line++) {
    const content = lineText(outline, line).trim();
    if (content === '') continue;
    if (NAVIGATION.test(content)) outline.kinds[line] = GONE;
    else lines.push(line);
  }
  const [title] = lines;
  if (title === undefined) return undefined;
  const name = lineText(outline, title).trim();
  let rest = lines.slice(1).filter((line) => lineText(outline, line).trim() !== name);
  const dateLine = rest.findLast((line) => DATE.test(lineText(outline, line).trim()));
  let speaker: number | undefined;
  if (dateLine !== undefined) {
    rest = rest.filter((line) => line < dateLine);
    const last = rest.at(-1);
    if (last !== undefined && isName(lineText(outline, last).trim())) speaker = rest.pop();
  }
  const from = rest[0];
  const to = rest.at(-1);
  return {
    title,
    head: { from: 0, to: end },
    ...(from === undefined || to === undefined ? {} : { abstract: { from, to: to + 1 } }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(dateLine === undefined ? {} : { date: dateLine }),
  };
}

function isName(content: string): boolean {
  return content.length <= 40 && !/[。．.!?！？、]$/.test(content);
}

/** Leaves the wording of the slides: no page numbers, no `View Slide`, no slide about the speaker. */
function cleanTranscript(outline: Outline, from: number, views: readonly number[]): void {
  let start = from;
  for (const end of [...views, outline.count]) {
    const about =
      linesThat(outline, start, (line) => ABOUT_ME.test(line.normalize('NFKC').replace(PAGE, '')), end).length > 0;
    for (let line = start; line < end; line++) {
      const content = lineText(outline, line).trim();
      if (content !== '' && (about || NAVIGATION.test(content) || FOREIGN.test(content))) outline.kinds[line] = GONE;
    }
    if (end < outline.count) outline.kinds[end] = GONE;
    start = end + 1;
  }
}

function linesThat(
  outline: Outline,
  from: number,
  fits: (line: string) => boolean,
  to = outline.count,
): readonly number[] {
  const found: number[] = [];
  for (let line = from; line < to; line++) {
    if (outline.kinds[line] !== BLANK && fits(lineText(outline, line).trim())) found.push(line);
  }
  return found;
}

function erase(outline: Outline, { from, to }: LineRange): void {
  for (let line = from; line < to; line++) if (outline.kinds[line] !== BLANK) outline.kinds[line] = GONE;
}

function inkOf(outline: Outline, { from, to }: LineRange): number {
  let ink = 0;
  for (let line = from; line < to; line++) ink += lineText(outline, line).trim().length;
  return ink;
}
