/** Small maps below the large one, one a group: the same places, numbers and no names, and one scale that holds every share. */
import { countAt } from '../../../coverage/counts.ts';
import type { CoverageGroup, Weight } from '../../../coverage/types.ts';
import { drawLegend, legendHeight } from './legend.ts';
import { TEXT } from './measure.ts';
import { joined } from './names.ts';
import { LIGHT, shadingOf } from './palette.ts';
import type { PlacedBox, Placement, Rectangle } from './placement.ts';
import { shadeOf, WHOLE } from './scale.ts';
import { element, rounded, textElement, titleElement } from './svg-parts.ts';
import { talksText, tallyOf, tallyText } from './tally.ts';
import { clipPixels } from './wrap-name.ts';

export interface SmallMaps {
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly group: CoverageGroup }[];
}

const ACROSS = 4;
const APART = 24;
const HEAD = 26;
const TITLE = 34;
const EMPTY_CELL = { fill: 'none', stroke: LIGHT.edge } as const;
/** Numbers need more height than the names they stand for, made small, would leave. */
const TALLER = 1.3;

interface Factors {
  readonly across: number;
  readonly down: number;
}

export function drawSmallMaps(
  { title, groups }: SmallMaps,
  placement: Placement,
  weight: Weight,
  top: number,
): { readonly svg: string; readonly height: number } {
  const width = (placement.width - (ACROSS - 1) * APART) / ACROSS;
  const across = width / placement.width;
  const factors: Factors = { across, down: across * TALLER };
  const head = TITLE + legendHeight(placement.width);
  const tileHeight = HEAD + placement.height * factors.down + APART;
  const tiles = groups.map(({ name, group }, index) => {
    const x = (index % ACROSS) * (width + APART);
    const y = top + head + Math.floor(index / ACROSS) * tileHeight;
    const boxes = placement.areas.flatMap((area) => area.boxes.map((box) => drawCell(box, group, weight, factors)));
    const grounds = placement.areas.map((area) => drawGround(area, factors));
    return element(
      'g',
      { transform: `translate(${rounded(x)} ${rounded(y)})` },
      ...tileHead(name, group, width),
      element('g', { transform: `translate(0 ${HEAD})` }, ...grounds, ...boxes),
    );
  });
  const heading = textElement([{ text: title, kind: 'head' }], { x: 0, y: top + 16, tone: 'text' });
  const legend = drawLegend({ scale: WHOLE, weight }, top + TITLE, placement.width);
  return {
    svg: [heading, legend, ...tiles].map((piece) => `\n${piece}`).join(''),
    height: head + Math.ceil(groups.length / ACROSS) * tileHeight,
  };
}

function tileHead(name: string, group: CoverageGroup, width: number): readonly string[] {
  return [
    textElement([{ text: clipPixels(name, width - 90, TEXT.name), kind: 'name' }], { x: 0, y: 17, tone: 'text' }),
    textElement([{ text: talksText(group.talks), kind: 'other' }], { x: width, y: 17, anchor: 'end', tone: 'quiet' }),
  ];
}

function drawGround(area: Placement['areas'][number], factors: Factors): string {
  return element('rect', { class: 'm-area', ...scaled(area, factors), rx: 2, fill: LIGHT.area, stroke: LIGHT.edge });
}

function drawCell(placed: PlacedBox, group: CoverageGroup, weight: Weight, factors: Factors): string {
  const { id, names } = placed.box;
  const count = countAt(group.elements, id) ?? countAt(group.parts, id);
  const tally = tallyOf(count, group.talks, weight);
  const shade = shadeOf(tally, WHOLE);
  const place = scaled(placed, factors);
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 + 4.2, anchor: 'middle' } as const;
  return element(
    'g',
    { class: `m-s${shade} m-cell`, fill: shadingOf(shade).text },
    titleElement(`${joined(names)}: ${tallyText(tally)}`),
    element('rect', { ...place, rx: 2, ...(shade === 0 ? EMPTY_CELL : { fill: shadingOf(shade).fill }) }),
    textElement([{ text: String(tally.talks), kind: 'cell' }], middle),
  );
}

function scaled({ x, y, width, height }: Rectangle, { across, down }: Factors): Rectangle {
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}
