/** The parts of a document: a front matter and its body, several of them one after the other, or a body alone. */
import type { Finding } from '../../findings.ts';
import type { Document, ParseOptions } from '../document.ts';
import { type FrontMatter, readFrontMatter } from '../formats/front-matter.ts';
import { roleOf } from './labels.ts';

export interface DocumentPart {
  readonly front: FrontMatter | undefined;
  /** What stands below the front matter. */
  readonly text: string;
  /** The file's 1-based line on which the text begins. */
  readonly line: number;
}

export interface DocumentParts {
  readonly parts: readonly DocumentPart[];
  readonly findings: readonly Finding[];
}

/** Cuts a document at its front matters: `---` between talks may open a front matter for each of them. */
export function partsOf(document: Document, { split }: ParseOptions): DocumentParts {
  const whole = readFrontMatter(document, 1);
  if (whole.findings.length > 0) return { parts: [], findings: whole.findings };
  const body = document.text.slice(whole.end);
  const bare: DocumentParts = { parts: [{ front: whole.front, text: body, line: whole.line }], findings: [] };
  if (whole.front === undefined || split === 'none' || split === 'heading') return bare;
  if (beginsWithTitleLabel(body)) return { parts: [{ front: undefined, text: document.text, line: 1 }], findings: [] };
  const cuts = furtherFronts(body);
  if (cuts.length === 0) return bare;
  const parts: DocumentPart[] = [];
  const findings: Finding[] = [];
  let front: FrontMatter | undefined = whole.front;
  let { line } = whole;
  let from = 0;
  let broken = false;
  for (const cut of [...cuts, body.length]) {
    if (!broken) parts.push({ front, text: body.slice(from, cut), line });
    if (cut === body.length) break;
    line += linesIn(body, from, cut);
    const next = readFrontMatter({ ...document, text: body.slice(cut) }, line);
    findings.push(...next.findings);
    broken = next.findings.length > 0;
    ({ front, line } = next);
    from = cut + next.end;
  }
  return { parts, findings };
}

/** Rules around label lines look like a front matter, but the next talk follows at once, with labels and no second fence. */
function beginsWithTitleLabel(body: string): boolean {
  const first = /\S[^\n]*/.exec(body.slice(0, 300))?.[0];
  return first !== undefined && isTitleLine(first);
}

function isTitleLine(line: string): boolean {
  const name = /^["']?([^"':：]{1,40})["']?\s*[:：]/.exec(line)?.[1];
  return name !== undefined && roleOf(name.trim()) === 'title';
}

const MAX_FRONT_LINES = 100;
const FRONT_LINE = /^(?:[^\s:#-][^:]{0,60}:(?:\s.*)?|\s+.*|- .*|#.*|)$/;

/** Offsets of the fences that open a further front matter with a title in it. */
function furtherFronts(body: string): readonly number[] {
  const cuts: number[] = [];
  for (let fence = nextFence(body, 0); fence >= 0; ) {
    const end = frontEnd(body, fence);
    if (end > 0) cuts.push(fence);
    fence = nextFence(body, end > 0 ? end : fence + 3);
  }
  return cuts;
}

/** The offset of the next line that is `---`. */
function nextFence(body: string, from: number): number {
  for (let at = body.indexOf('---', from); at >= 0; at = body.indexOf('---', at + 3)) {
    if (at > 0 && body[at - 1] !== '\n') {
      const feed = body.indexOf('\n', at);
      if (feed < 0) return -1;
      at = feed - 3;
      continue;
    }
    if (/^---[ \t]*\r?(?:\n|$)/.test(body.slice(at, at + 20))) return at;
  }
  return -1;
}

/** The offset behind the front matter that the fence opens; 0 where it opens none. */
function frontEnd(body: string, fence: number): number {
  let titled = false;
  let at = body.indexOf('\n', fence) + 1;
  for (let lines = 0; at > 0 && lines < MAX_FRONT_LINES; lines++) {
    const feed = body.indexOf('\n', at);
    const line = body.slice(at, Math.min(feed < 0 ? body.length : feed, at + 2000)).trimEnd();
    if (line === '---') return titled ? (feed < 0 ? body.length : feed + 1) : 0;
    if (!FRONT_LINE.test(line)) return 0;
    titled ||= isTitleLine(line);
    at = feed + 1;
  }
  return 0;
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let feed = text.indexOf('\n', from); feed >= 0 && feed < to; feed = text.indexOf('\n', feed + 1)) lines++;
  return lines;
}
