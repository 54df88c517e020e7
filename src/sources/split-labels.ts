/** Talks told apart by repeated title labels: `タイトル: …`, `Session Title: …`, `**Title:** …`. */
import { readBlock } from './markdown/block.ts';
import { sectionKind } from './markdown/headings.ts';
import { isKnown, type Label, labelAt, nextInk } from './markdown/labels.ts';
import {
  BLANK,
  GONE,
  HEADING,
  headingText,
  levelOf,
  lineText,
  type Outline,
  RULE,
  TEXT,
  UNDERLINE,
} from './markdown/lines.ts';
import type { Body, LineRange } from './markdown/place.ts';
import type { TalkBlock } from './split.ts';

/** What every name of a title holds; looked for before any line is read. */
const HINTS = ['itle', 'ITLE', 'タイトル', '題', '题', '标', ' name', ' Name', '名'];

function mayBeTitle(text: string): boolean {
  return HINTS.some((hint) => text.includes(hint));
}

/** The title labels of a body, as headings only where others of a form (`## Abstract`) stand beside; a second one in the same run of labels (somebody's job title) is none. */
export function titleLabels(outline: Outline): readonly Label[] {
  if (!mayBeTitle(outline.text)) return [];
  const labels: Label[] = [];
  let run = false;
  for (let line = 0; line < outline.count; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind !== TEXT && kind < HEADING) {
      run = false;
      continue;
    }
    if (!mayBeTitle(lineText(outline, line).slice(0, 100))) {
      if (run && labelAt(outline, line) === undefined) run = false;
      continue;
    }
    const label = labelAt(outline, line);
    if (label?.role !== 'title') continue;
    if (!run && hasValue(outline, label)) labels.push(label);
    run = true;
  }
  const form = outline.headings.some((line) => sectionKind(headingText(outline, line)) === 'description');
  return form ? labels : labels.filter(({ line }) => levelOf(outline, line) === 0);
}

function hasValue(outline: Outline, label: Label): boolean {
  if (label.to > label.from) return true;
  const next = nextInk(outline, label.line + 1, Math.min(outline.count, label.line + 3));
  return next >= 0 && !isKnown(labelAt(outline, next));
}

/** A talk for each title label, if there are several. */
export function splitByLabels(body: Body): readonly TalkBlock[] {
  const { outline } = body;
  const { titleLabels: labels } = body;
  if (labels.length < 2) return [];
  const starts = labels.map((label, index) => blockStart(outline, label, labels[index - 1]?.line ?? -1));
  const blocks: TalkBlock[] = [];
  let track: string | undefined;
  let scanned = 0;
  labels.forEach((label, index) => {
    const start = starts[index] ?? { line: label.line, skip: [] };
    track = trackBetween(outline, scanned, start.line) ?? track;
    scanned = label.line;
    const end = blockEnd(outline, label.line + 1, starts[index + 1]?.line ?? outline.count);
    const block = readBlock(body, { from: start.line, to: end }, { skip: start.skip, form: true, address: true });
    blocks.push({ line: start.line, block, ...(track === undefined ? {} : { track }) });
  });
  return blocks;
}

interface BlockStart {
  readonly line: number;
  /** The title standing alone above its label lines. */
  readonly skip: readonly LineRange[];
}

/** The labels right above the title's belong to it, and so does a line that says the title already, or a heading. */
function blockStart(outline: Outline, label: Label, above: number): BlockStart {
  let line = label.line;
  while (line - 1 > above && outline.kinds[line - 1] === TEXT && labelAt(outline, line - 1) !== undefined) line--;
  let previous = line - 1;
  while (previous > above && outline.kinds[previous] === BLANK) previous--;
  if (previous <= above) return { line, skip: [] };
  const single = outline.kinds[previous] === TEXT && (previous === 0 || outline.kinds[previous - 1] === BLANK);
  const same = single && squeezed(lineText(outline, previous)) === squeezed(outline.text.slice(label.from, label.to));
  const heading = levelOf(outline, previous) > 1;
  return same || heading ? { line: previous, skip: [{ from: previous, to: previous + 1 }] } : { line, skip: [] };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** A talk's text ends at a rule, a heading, or (in plain text) a short line on its own that is no sentence, as headings are there. */
function blockEnd(outline: Outline, from: number, limit: number): number {
  let prose = false;
  for (let line = from; line < limit; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === RULE || kind > HEADING || kind === UNDERLINE) return line;
    if (kind !== TEXT) continue;
    if (prose && isBareHead(outline, line)) return line;
    if (!prose && labelAt(outline, line) === undefined) prose = true;
  }
  return limit;
}

const SENTENCE_END = /[。．.!?！？、,;；:：)）」』…]$/;

function isBareHead(outline: Outline, line: number): boolean {
  const alone = (neighbour: number): boolean =>
    neighbour < 0 || neighbour >= outline.count || (outline.kinds[neighbour] ?? BLANK) === BLANK;
  if (!alone(line - 1) || !alone(line + 1)) return false;
  const content = lineText(outline, line);
  if (/^\s/.test(content)) return false;
  const text = content.trim();
  return text.length <= 40 && !SENTENCE_END.test(text) && labelAt(outline, line) === undefined;
}

const TRACK = /^[-=\s]*(?:track|トラック)\s*[:：]\s*([^\n]*?)[-=\s]*$/i;

/** `Track: …` in a framed line or a heading between two talks. */
function trackBetween(outline: Outline, from: number, to: number): string | undefined {
  let track: string | undefined;
  for (let line = from; line < to; line++) {
    const kind = outline.kinds[line] ?? BLANK;
    if (kind === BLANK || kind === GONE) continue;
    const content = levelOf(outline, line) > 0 ? headingText(outline, line) : lineText(outline, line);
    if (content.length > 200) continue;
    const framed = outline.kinds[line + 1] === RULE || outline.kinds[line + 1] === UNDERLINE || kind > HEADING;
    const found = framed ? TRACK.exec(content)?.[1]?.trim() : undefined;
    if (found !== undefined && found !== '') track = found;
  }
  return track;
}
