/** `--format map`: the map in a terminal, its areas side by side as far as the width goes. */
import type { CoverageGroup, Weight } from '../../../coverage/types.ts';
import { labelLanguage } from '../../labels.ts';
import { type Span, wrapItems } from '../../layout.ts';
import { visibleLine } from '../../text.ts';
import type { ReportContext } from '../../types.ts';
import { wrapText } from '../../wrap-text.ts';
import type { CoverageReporter } from '../document.ts';
import { INTERVALS_ELSEWHERE } from '../words.ts';
import { captionOf } from './caption.ts';
import { evenRows, fittingAcross } from './even-rows.ts';
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
  /** What the collection is called; without it the map is called after the taxonomy. */
  readonly title?: string;
  /** The language of the talks, for who asks for no other. */
  readonly lang?: string;
}

const NARROWEST_AREA = 23;
/** Between areas side by side. */
const BETWEEN = 1;
const MOST_ACROSS = 6;
/** Columns from which on names are shown in both languages. */
const BOTH_NAMES = 100;
/** What stands beside may be this much higher than the life cycle and its base, which then stretch. */
const HIGHEST_BESIDE = 1.4;

export const coverageMap: CoverageReporter = ({ coverage, title, lang }, context) =>
  terminalMap(coverage.all, context, {
    caption: captionOf(coverage, mapGlyphs(context.unicode).dot),
    weight: coverage.weight,
    ...(title === undefined ? {} : { title }),
    ...(lang === undefined ? {} : { lang }),
  });

export function terminalMap(group: CoverageGroup, context: ReportContext, options: TerminalMapOptions): string {
  const plan = planMap(group, context.taxonomy, options.weight);
  const style: TerminalStyle = {
    glyphs: mapGlyphs(context.unicode),
    paints: mapPaints(context.color),
    scale: plan.scale,
    lang: labelLanguage(context, options.lang),
    bothNames: context.width >= BOTH_NAMES,
  };
  const question = shownNames(namesOf(context.taxonomy.id, context.taxonomy.title), style)[0] ?? '';
  const title = options.title === undefined ? question : visibleLine(options.title);
  const lines = [
    ...wrapText([{ text: title, paint: style.paints.head }], context.width, ''),
    ...wrapText([{ text: options.caption }], context.width, ''),
    '',
    ...areaLines(plan, Math.max(NARROWEST_AREA, context.width), style),
    '',
    ...legendLines(plan, options.weight, context.width, style),
  ];
  return `${lines.join('\n')}\n`;
}

function areaLines({ flow, base, beside }: MapPlan, width: number, style: TerminalStyle): readonly string[] {
  const across = Math.min(MOST_ACROSS, fittingAcross(width, NARROWEST_AREA, BETWEEN));
  const main = (room: number, spare = 0): readonly string[] => [
    ...rowsOf(flow, { width: room, most: across, spare, isFlow: true }, style),
    ...rowsOf(base, { width: room, most: 1, spare: flow.length === 0 ? spare : 0 }, style),
  ];
  const below = (areas: readonly MapArea[]) => rowsOf(areas, { width, most: across }, style);
  const hasColumn = across === MOST_ACROSS && flow.length + base.length > 0;
  if (!hasColumn) return [...main(width), ...below(beside)];
  const besideWidth = Math.ceil((width - (MOST_ACROSS - 1) * BETWEEN) / MOST_ACROSS);
  const mainWidth = width - besideWidth - BETWEEN;
  const drawn = beside.map((area) => drawnArea(area, { width: besideWidth, leadsOn: false }, style));
  const needed = main(mainWidth).length;
  const fitting = drawn.slice(0, fittingIn(drawn, needed * HIGHEST_BESIDE));
  if (fitting.length === 0) return [...main(width), ...below(beside)];
  const left = main(mainWidth, Math.max(0, heightOf(fitting) - needed));
  const blocks = [
    { lines: left, width: mainWidth },
    { lines: stacked(fitting, left.length, style), width: besideWidth },
  ];
  return [...sideBySide(blocks, BETWEEN), ...below(beside.slice(fitting.length))];
}

interface Rows {
  readonly width: number;
  /** Areas side by side at most. */
  readonly most: number;
  /** Lines by which the last row is higher than it must be. */
  readonly spare?: number;
  readonly isFlow?: boolean;
}

/** Areas in rows of evenly many, each row as wide as the map. */
function rowsOf(
  areas: readonly MapArea[],
  { width, most, spare = 0, isFlow = false }: Rows,
  style: TerminalStyle,
): readonly string[] {
  const lastArea = areas.at(-1);
  return evenRows(areas, most).flatMap((row) => {
    const room = width - (row.length - 1) * BETWEEN;
    const narrowest = Math.floor(room / row.length);
    const drawn = row.map((area, index) => {
      const own = narrowest + (index < room % row.length ? 1 : 0);
      return drawnArea(area, { width: own, leadsOn: isFlow && area !== lastArea }, style);
    });
    const isLastRow = row.at(-1) === lastArea;
    const height = Math.max(...drawn.map((area) => area.lines.length)) + (isLastRow ? spare : 0);
    const blocks = drawn.map((area) => ({ lines: finishedArea(area, height, style), width: area.width }));
    return sideBySide(blocks, BETWEEN);
  });
}

/** One under the other, the last as low as the map beside it. */
function stacked(areas: readonly DrawnArea[], height: number, style: TerminalStyle): readonly string[] {
  const unused = height - heightOf(areas);
  return areas.flatMap((area, index) => {
    const spare = index === areas.length - 1 ? unused : 0;
    return finishedArea(area, area.lines.length + spare, style);
  });
}

function fittingIn(areas: readonly DrawnArea[], height: number): number {
  const tooMany = areas.findIndex((_, index) => heightOf(areas.slice(0, index + 1)) > height);
  return tooMany < 0 ? areas.length : tooMany;
}

/** Lines of areas under each other, with their edges. */
function heightOf(areas: readonly DrawnArea[]): number {
  return areas.reduce((sum, { lines }) => sum + lines.length + 2, 0);
}

function legendLines({ of, scale }: MapPlan, weight: Weight, width: number, style: TerminalStyle): readonly string[] {
  const { glyphs, paints } = style;
  const what = weight === 'talk' ? 'Talks that treat it' : 'Talks whose main topic it is';
  const steps = SHADES.map((shade): readonly Span[] => {
    const swatch = { text: glyphs.shades[shade], paint: shade === 0 ? paints.quiet : paints.shade };
    return [swatch, { text: ` ${stepText(shade, scale, glyphs)}` }];
  });
  return [
    ...wrapText([{ text: `${what} ${glyphs.dot} their share of ${of} ${of === 1 ? 'talk' : 'talks'}` }], width, ''),
    ...wrapText([{ text: INTERVALS_ELSEWHERE }], width, ''),
    ...wrapItems(steps, { width, indent: '', separator: { text: '   ' }, ellipsis: glyphs.ellipsis }),
  ];
}
