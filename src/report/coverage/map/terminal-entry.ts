/** An element of the map as lines of a terminal: its shade, its names, its numbers. All lines are equally wide. */
import { visibleLine } from '../../text.ts';
import { displayWidth } from '../../width.ts';
import { percent } from '../words.ts';
import { type Name, preferring } from './names.ts';
import type { MapBox } from './plan.ts';
import { type Scale, shadeOf } from './scale.ts';
import type { Tally } from './tally.ts';
import type { MapGlyphs, MapPaints } from './terminal-glyphs.ts';
import { wrapColumns } from './wrap-name.ts';

export interface TerminalStyle {
  readonly glyphs: MapGlyphs;
  readonly paints: MapPaints;
  readonly scale: Scale;
  /** Whose names come first. */
  readonly lang: string;
  /** Whether the names in the other language stand below those: on all of a map, or on none. */
  readonly bothNames: boolean;
}

/** The shade and the blank behind it. */
const SWATCH = 3;

/** Names beside the shade; numbers behind the last line of them, or below it. */
export function entryLines({ names, tally }: MapBox, width: number, style: TerminalStyle): readonly string[] {
  const { glyphs, paints, scale } = style;
  const shade = shadeOf(tally, scale);
  const room = width - SWATCH;
  const lines = nameLines(names, room, style);
  const numbers = numbersText(tally, style);
  const fits = displayWidth(lines.at(-1) ?? '') + 1 + displayWidth(numbers) <= room;
  const rows = fits ? lines : [...lines, ''];
  const swatch = (shade === 0 ? paints.quiet : paints.shade)(glyphs.shades[shade]);
  const paint = shade === 0 ? paints.quiet : (text: string) => text;
  return rows.map((text, index) => {
    const end = index === rows.length - 1 ? numbers : '';
    const blanks = ' '.repeat(Math.max(0, room - displayWidth(text) - displayWidth(end)));
    return `${swatch} ${paint(text + blanks + end)}`;
  });
}

/** `12 ·  21 %`, the parts of several under each other. */
export function numbersText(tally: Tally, { glyphs }: TerminalStyle): string {
  return `${tally.talks} ${glyphs.dot} ${percent(tally.share).padStart(5)}`;
}

/** In the reader's language first, and safe to print. */
export function shownNames(
  names: readonly Name[],
  { lang, bothNames }: Pick<TerminalStyle, 'lang' | 'bothNames'>,
): readonly string[] {
  return preferring(names, lang)
    .slice(0, bothNames ? 2 : 1)
    .map(({ text }) => visibleLine(text));
}

function nameLines(names: readonly Name[], columns: number, style: TerminalStyle): readonly string[] {
  const { ellipsis } = style.glyphs;
  return shownNames(names, style).flatMap((name) => wrapColumns(name, { columns, atMost: 4, ellipsis, hangs: false }));
}
