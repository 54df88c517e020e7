/** `--format map`: the map in a terminal, its areas side by side as far as the width goes. */
import type { CoverageGroup, Weight } from '../../../coverage/types.ts';
import { labelLanguage } from '../../labels.ts';
import { type Span, wrapItems } from '../../layout.ts';
import type { ReportContext } from '../../types.ts';
import { wrapText } from '../../wrap-text.ts';
import type { CoverageReporter } from '../document.ts';
import { captionOf } from './caption.ts';
import { namesOf } from './names.ts';
import { type MapArea, type MapPlan, planMap } from './plan.ts';
import { SHADES, stepText } from './scale.ts';
import { type DrawnArea, drawnArea, finishedArea, sideBySide } from './terminal-area.ts';
import { shownNames, type TerminalStyle } from './terminal-entry.ts';
import { mapGlyphs, mapPaints } from './terminal-glyphs.ts';

export interface TerminalMapOptions {
  /** What was counted. */
  readonly caption: string;
  readonly weight: Weight;
  /** The language of the talks, for who asks for no other. */
  readonly lang?: string;
}

const NARROWEST_AREA = 22;
const MOST_ACROSS = 6;

export const coverageMap: CoverageReporter = ({ coverage, lang }, context) =>
  terminalMap(coverage.all, context, {
    caption: captionOf(coverage, mapGlyphs(context.unicode).dot),
    weight: coverage.weight,
    ...(lang === undefined ? {} : { lang }),
  });

export function terminalMap(group: CoverageGroup, context: ReportContext, options: TerminalMapOptions): string {
  const plan = planMap(group, context.taxonomy, options.weight);
  const style: TerminalStyle = {
    glyphs: mapGlyphs(context.unicode),
    paints: mapPaints(context.color),
    scale: plan.scale,
    lang: labelLanguage(context, options.lang),
  };
  const title = shownNames(namesOf(context.taxonomy.id, context.taxonomy.title), style.lang)[0] ?? '';
  const lines = [
    ...wrapText([{ text: title, paint: style.paints.head }], context.width, ''),
    ...wrapText([{ text: options.caption }], context.width, ''),
    '',
    ...areaLines(plan, context.width, style),
    '',
    ...legendLines(plan, options.weight, context.width, style),
  ];
  return `${lines.join('\n')}\n`;
}

function areaLines({ flow, base, beside }: MapPlan, width: number, style: TerminalStyle): readonly string[] {
  const across = Math.max(1, Math.min(MOST_ACROSS, Math.floor((width + 1) / (NARROWEST_AREA + 1))));
  const main = (room: number) => [...rowsOf(flow, room, across, style, true), ...rowsOf(base, room, 1, style)];
  const hasColumn = across === MOST_ACROSS && beside.length > 0 && flow.length + base.length > 0;
  if (!hasColumn) return [...main(width), ...rowsOf(beside, width, across, style)];
  const besideWidth = Math.ceil((width - MOST_ACROSS + 1) / MOST_ACROSS);
  const left = main(width - besideWidth - 1);
  const drawn = beside.map((area) => drawnArea(area, besideWidth, false, style));
  const fitting = fittingIn(drawn, left.length);
  if (fitting === 0) return [...main(width), ...rowsOf(beside, width, across, style)];
  const blocks = [
    { lines: left, width: width - besideWidth - 1 },
    { lines: stacked(drawn.slice(0, fitting), left.length, style), width: besideWidth },
  ];
  return [...sideBySide(blocks, 1), ...rowsOf(beside.slice(fitting), width, across, style)];
}

/** Areas in rows of at most so many, evenly, each row as wide as the map. */
function rowsOf(
  areas: readonly MapArea[],
  width: number,
  most: number,
  style: TerminalStyle,
  isFlow = false,
): readonly string[] {
  const across = Math.ceil(areas.length / Math.ceil(areas.length / most));
  const lines: string[] = [];
  for (let at = 0; at < areas.length; at += across) {
    const row = areas.slice(at, at + across);
    const room = width - row.length + 1;
    const drawn = row.map((area, index) => {
      const own = Math.floor(room / row.length) + (index < room % row.length ? 1 : 0);
      return drawnArea(area, own, isFlow && at + index < areas.length - 1, style);
    });
    const height = Math.max(...drawn.map((area) => area.lines.length));
    const blocks = drawn.map((area) => ({ lines: finishedArea(area, height, style), width: area.width }));
    lines.push(...sideBySide(blocks, 1));
  }
  return lines;
}

/** One under the other, the last as low as the map beside it. */
function stacked(areas: readonly DrawnArea[], height: number, style: TerminalStyle): readonly string[] {
  const used = areas.reduce((sum, { lines }) => sum + lines.length + 2, 0);
  return areas.flatMap((area, index) => {
    const spare = index === areas.length - 1 ? height - used : 0;
    return finishedArea(area, area.lines.length + spare, style);
  });
}

function fittingIn(areas: readonly DrawnArea[], height: number): number {
  let used = 0;
  const tooMany = areas.findIndex(({ lines }) => {
    used += lines.length + 2;
    return used > height;
  });
  return tooMany < 0 ? areas.length : tooMany;
}

function legendLines({ of, scale }: MapPlan, weight: Weight, width: number, style: TerminalStyle): readonly string[] {
  const { glyphs, paints } = style;
  const what = weight === 'talk' ? 'Talks that treat it' : 'Talks whose main topic it is';
  const steps = SHADES.map((shade): readonly Span[] => {
    const swatch = { text: glyphs.shades[shade], paint: shade === 0 ? paints.quiet : paints.shade };
    return [swatch, { text: ` ${stepText(shade, scale, { open: false, ...glyphs })}` }];
  });
  return [
    ...wrapText([{ text: `${what} ${glyphs.dot} their share of ${of} ${of === 1 ? 'talk' : 'talks'}` }], width, ''),
    ...wrapItems(steps, { width, indent: '', separator: { text: '   ' }, ellipsis: glyphs.ellipsis }),
  ];
}
