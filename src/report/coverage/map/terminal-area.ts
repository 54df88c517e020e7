/** An area of the map as lines of a terminal: a frame with the part's name and numbers in its upper edge, in it the elements. */
import { displayWidth } from '../../width.ts';
import { evenRows, fittingAcross } from './even-rows.ts';
import type { MapArea } from './plan.ts';
import { entryLines, numbersText, shownNames, type TerminalStyle } from './terminal-entry.ts';
import { wrapColumns } from './wrap-name.ts';

export interface DrawnArea {
  readonly width: number;
  readonly top: string;
  /** What stands between the sides of the frame, each line as wide as there is room. */
  readonly lines: readonly string[];
}

/** Left and right the frame and a blank. */
const SIDES = 4;
const BETWEEN_ENTRIES = 3;
/** Of an entry that stands beside others. */
const NARROWEST_ENTRY = 20;

export interface AreaPlace {
  readonly width: number;
  /** Whether the life cycle goes on behind it. */
  readonly leadsOn: boolean;
}

export function drawnArea(area: MapArea, { width, leadsOn }: AreaPlace, style: TerminalStyle): DrawnArea {
  const room = width - SIDES;
  const numbers = area.tally === undefined ? '' : numbersText(area.tally, style);
  const [name = '', ...more] = headOf(area, room, numbers, style);
  const fits = more.length === 0 && displayWidth(name) + displayWidth(numbers) + 8 <= width;
  return {
    width,
    top: topLine(name, fits ? numbers : '', width, leadsOn, style),
    lines: [...(fits ? [] : headRest(more, numbers, room, style)), ...entries(area, room, style)],
  };
}

/** The whole area, filled with empty lines up to a height. */
export function finishedArea(
  { width, top, lines }: DrawnArea,
  height: number,
  style: TerminalStyle,
): readonly string[] {
  const [, , left, right, rule, bar] = style.glyphs.frame;
  const { frame } = style.paints;
  const filling = Array.from({ length: Math.max(0, height - lines.length) }, () => ' '.repeat(width - SIDES));
  return [
    top,
    ...[...lines, ...filling].map((line) => `${frame(bar)} ${line} ${frame(bar)}`),
    frame(left + rule.repeat(width - 2) + right),
  ];
}

/** Its names in one line where they and the numbers fit, else each in a line or two, of which the first is in the edge. */
function headOf({ names }: MapArea, room: number, numbers: string, style: TerminalStyle): readonly string[] {
  const { dot, ellipsis } = style.glyphs;
  const shown = shownNames(names, style);
  const together = shown.join(` ${dot} `);
  if (displayWidth(together) + displayWidth(numbers) + SIDES <= room) return [together];
  return shown.flatMap((name) => wrapColumns(name, { columns: room - 2, atMost: 2, ellipsis, hangs: false }));
}

/** What of names and numbers is below the edge. */
function headRest(
  more: readonly string[],
  numbers: string,
  room: number,
  { paints }: TerminalStyle,
): readonly string[] {
  const last = more.at(-1) ?? '';
  if (last === '' && numbers === '') return [];
  const whole = (line: string): string => paints.head(line) + ' '.repeat(room - displayWidth(line));
  const blanks = room - displayWidth(last) - displayWidth(numbers);
  const above = more.slice(0, -1).map(whole);
  if (blanks > 0) return [...above, paints.head(last) + ' '.repeat(blanks) + paints.quiet(numbers)];
  return [...above, whole(last), paints.quiet(numbers.padStart(room))];
}

function topLine(name: string, numbers: string, width: number, leadsOn: boolean, style: TerminalStyle): string {
  const { glyphs, paints } = style;
  const [left, right, , , rule] = glyphs.frame;
  const end = leadsOn ? glyphs.leadsOn : right;
  const tail = numbers === '' ? '' : ` ${numbers} `;
  const filling = width - displayWidth(name) - displayWidth(tail) - 6;
  return [
    paints.frame(left + rule),
    paints.head(` ${name} `),
    paints.frame(rule.repeat(Math.max(0, filling))),
    tail === '' ? '' : paints.quiet(tail),
    paints.frame(rule + end),
  ].join('');
}

/** Elements under each other, in wide areas several side by side. */
function entries({ boxes }: MapArea, room: number, style: TerminalStyle): readonly string[] {
  const rows = evenRows(boxes, fittingAcross(room, NARROWEST_ENTRY, BETWEEN_ENTRIES));
  const across = rows[0]?.length ?? 1;
  const width = Math.floor((room - (across - 1) * BETWEEN_ENTRIES) / across);
  return rows.flatMap((row, index) => {
    const blocks = row.map((box) => ({ lines: entryLines(box, width, style), width }));
    const unused = room - row.length * width - (row.length - 1) * BETWEEN_ENTRIES;
    const lines = sideBySide(blocks, BETWEEN_ENTRIES).map((line) => line + ' '.repeat(unused));
    return index === 0 ? lines : [' '.repeat(room), ...lines];
  });
}

interface Block {
  readonly lines: readonly string[];
  readonly width: number;
}

/** Blocks joined line by line, shorter ones followed by blanks. */
export function sideBySide(blocks: readonly Block[], between: number): readonly string[] {
  const height = Math.max(0, ...blocks.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    blocks.map(({ lines, width }) => lines[index] ?? ' '.repeat(width)).join(' '.repeat(between)),
  );
}
