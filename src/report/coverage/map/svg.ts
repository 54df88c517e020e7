/** The map as SVG: the parts of the life cycle as areas, their elements as boxes, each with names, numbers and a shade. */
import type { CoverageGroup, Weight } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { xmlText } from '../../check/xml.ts';
import { drawArea, type HrefFor } from './draw.ts';
import { drawLegend, legendHeight } from './legend.ts';
import { TEXT } from './measure.ts';
import { LIGHT, MAP_CSS } from './palette.ts';
import { NARROW, type Placement, placeMap, WIDE } from './placement.ts';
import { type MapPlan, planMap } from './plan.ts';
import { drawSmallMaps, type SmallMaps } from './small-maps.ts';
import { baseline, element, textElement, titleElement } from './svg-parts.ts';
import { clipPixels } from './wrap-name.ts';

export interface MapOptions {
  /** Drawn above a map that stands alone; in a page it is only read out. */
  readonly title: string;
  /** What was counted; likewise. */
  readonly caption: string;
  readonly weight: Weight;
  /** A file of its own with its own style sheet; otherwise a piece of a page that has `MAP_CSS`, without style of its own. */
  readonly standalone: boolean;
  /** Makes boxes links. */
  readonly hrefFor?: HrefFor;
  /** Areas under each other, for phones. */
  readonly narrow?: boolean;
  /** Groups to draw small below. */
  readonly small?: SmallMaps;
}

const MARGIN = 28;
const FONTS = "system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', sans-serif";

export function mapSvg(group: CoverageGroup, taxonomy: Taxonomy, options: MapOptions): string {
  const plan = planMap(group, taxonomy, options.weight);
  const placement = placeMap(plan, options.narrow === true ? NARROW : WIDE);
  const margin = options.standalone ? MARGIN : 2;
  const head = options.standalone ? TEXT.title.leading + TEXT.caption.leading + 18 : 0;
  const map = placement.areas.map((area) => drawArea(area, plan.scale, options.hrefFor));
  const foot = drawFoot(plan, placement, options);
  const width = placement.width + 2 * margin;
  const height = margin + head + placement.height + foot.height + margin;
  return root(
    options,
    { width, height },
    ...(options.standalone ? [drawTitle(options, width)] : []),
    moved(margin, margin + head, ...map, foot.svg),
  );
}

interface Foot {
  readonly svg: string;
  readonly height: number;
}

function drawFoot({ scale, of }: MapPlan, placement: Placement, { weight, small }: MapOptions): Foot {
  const top = placement.height + 20;
  const legend = drawLegend({ scale, weight, of }, top, placement.width);
  const height = 20 + legendHeight(placement.width);
  if (small === undefined) return { svg: legend, height };
  const maps = drawSmallMaps(small, placement, weight, placement.height + height + 16);
  return { svg: legend + maps.svg, height: height + 16 + maps.height };
}

function drawTitle({ title, caption }: MapOptions, width: number): string {
  const room = width - 2 * MARGIN;
  return [
    textElement([{ text: clipPixels(title, room, TEXT.title), kind: 'title' }], {
      x: MARGIN,
      y: MARGIN + baseline('title'),
      tone: 'text',
    }),
    textElement([{ text: clipPixels(caption, room, TEXT.caption), kind: 'caption' }], {
      x: MARGIN,
      y: MARGIN + TEXT.title.leading + baseline('caption'),
      tone: 'quiet',
    }),
  ].join('');
}

/** A picture is one thing to a screen reader; a map of links is a group, so that they are found in it. */
function root(
  { title, caption, standalone, hrefFor }: MapOptions,
  { width, height }: { readonly width: number; readonly height: number },
  ...content: readonly string[]
): string {
  const [wide, high] = [Math.ceil(width), Math.ceil(height)];
  const ground = element('rect', { class: 'm-ground', width: wide, height: high, fill: LIGHT.ground });
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'm-map',
      viewBox: `0 0 ${wide} ${high}`,
      ...(standalone ? { width: wide, height: high } : {}),
      role: hrefFor === undefined ? 'img' : 'group',
      'aria-label': title,
      'font-family': FONTS,
    },
    titleElement(title),
    element('desc', {}, xmlText(caption)),
    ...(standalone ? [element('style', {}, `\n${MAP_CSS}\n`), ground] : []),
    ...content.map((piece) => `\n${piece}`),
  );
  return standalone ? `${svg}\n` : svg;
}

function moved(x: number, y: number, ...content: readonly string[]): string {
  return element('g', { transform: `translate(${x} ${y})` }, ...content.map((piece) => `\n${piece}`));
}
