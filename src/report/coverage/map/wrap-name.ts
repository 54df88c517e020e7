/** Names in lines of a box: how wide they will be is estimated, since no font is at hand. */
import { cut, displayWidth } from '../../width.ts';
import { wrapText } from '../../wrap-text.ts';

/** Where Japanese names part best. */
const PHRASES = /(?<=[・、])|(?=[（「])/;
/** The same, and behind the hyphens of words that are wider than a line. */
const PHRASES_AND_HALVES = /(?<=[・、])|(?=[（「])|(?<=\p{L}-)(?=\p{L})/u;

/** What is looked at of a name; more is not shown. */
const LONGEST = 400;
const LONG_WORD = 14;

export interface Lines {
  readonly columns: number;
  readonly atMost: number;
  readonly ellipsis: string;
  /** Whether a dot between Japanese words may stand beyond the end of a line. */
  readonly hangs: boolean;
}

/** With an ellipsis where something is left out. */
export function wrapColumns(text: string, { columns, atMost, ellipsis, hangs }: Lines): readonly string[] {
  const lines: string[] = [];
  const fits = (line: string): boolean => displayWidth(hangs ? line.replace(/[・、]$/, '') : line) <= columns;
  const shown = text.slice(0, LONGEST);
  const hasWideWord = shown.split(' ').some((word) => word.includes('-') && displayWidth(word) > columns);
  for (const phrase of shown.split(hasWideWord ? PHRASES_AND_HALVES : PHRASES)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + phrase)) lines.splice(-1, 1, last + phrase);
    else if (fits(phrase)) lines.push(phrase.trim());
    else lines.push(...wrapText([{ text: phrase }], columns, ''));
  }
  if (lines.length <= atMost && text.length <= LONGEST) return lines;
  const kept = lines.slice(0, atMost);
  const last = kept.pop() ?? '';
  return [...kept, cut(last, columns - displayWidth(ellipsis)).trimEnd() + ellipsis];
}

export interface Face {
  /** In the units of the picture. */
  readonly size: number;
  /** 400 is regular, 700 bold. */
  readonly weight: number;
}

/** The same by the width of a box, in the units of the picture. */
export function wrapPixels(text: string, width: number, face: Face, atMost: number): readonly string[] {
  const shown = text.slice(0, LONGEST);
  // A word that fills lines of its own is measured for itself: its letters may all be wide.
  const measured = [shown, ...shown.split(' ').filter((word) => word.length > LONG_WORD)];
  const perColumn = Math.max(...measured.map((part) => emsOf(part, face.weight) / Math.max(1, displayWidth(part))));
  const columns = Math.max(2, Math.floor(width / (face.size * Math.max(0.4, perColumn))));
  return wrapColumns(text, { columns, atMost, ellipsis: '…', hangs: true });
}

/** As much of a line as fits, likewise. */
export function clipPixels(text: string, width: number, face: Face): string {
  return wrapPixels(text, width, face, 1)[0] ?? '';
}

/** Width of text in ems, by the letters of the wider ones of common sans-serif fonts; bold Latin letters are wider still. */
function emsOf(text: string, weight: number): number {
  const bolder = weight >= 600 ? 1.14 : 1.03;
  let ems = 0;
  for (const character of text) ems += /[ -~]/.test(character) ? emOf(character) * bolder : displayWidth(character) / 2;
  return ems;
}

function emOf(character: string): number {
  if (/[ iljtfrI.,;:'|!()-]/.test(character)) return 0.36;
  if (/[mwMW@%]/.test(character)) return 0.92;
  if (/[A-Z]/.test(character)) return 0.7;
  return 0.59;
}
