/** Areas and boxes as SVG, at the places they were given. */
import { thousands } from '../thousands.ts';
import { percent } from '../words.ts';
import { GAP, heightOf, PADDING, TEXT, type TextLine } from './measure.ts';
import { joined } from './names.ts';
import { LIGHT, shadingOf } from './palette.ts';
import type { PlacedArea, PlacedBox } from './placement.ts';
import { type Scale, shadeOf } from './scale.ts';
import { baseline, element, paragraph, rounded, shadedRectangle, textElement, titleElement } from './svg-parts.ts';
import { type Tally, tallyText } from './tally.ts';
import { clipPixels } from './wrap-name.ts';

/** The address of a concept's talks, for boxes that are links. */
export type HrefFor = (id: string) => string;

/** How far the heads of the life cycle point to the next. */
const TIP = 10;
const ROUND = 6;

export function drawArea(placed: PlacedArea, scale: Scale, hrefFor: HrefFor | undefined): string {
  const { x, y, width, height, boxes } = placed;
  const ground = element('rect', {
    class: 'm-area',
    x,
    y,
    width,
    height,
    rx: ROUND,
    fill: LIGHT.area,
    stroke: LIGHT.edge,
  });
  const drawn = boxes.map((box) => drawBox(box, scale, hrefFor));
  return element('g', {}, ground, drawHead(placed, hrefFor), ...drawn);
}

function drawHead(placed: PlacedArea, hrefFor: HrefFor | undefined): string {
  const { x, y, measured } = placed;
  const { area, isWide, head, headHeight } = measured;
  const shape = element('path', { class: 'm-head', d: headShape(placed), fill: LIGHT.head });
  const numbers = area.tally === undefined ? [] : [numberLine(area.tally)];
  const lines = [...head, ...numbers];
  const texts = isWide
    ? wideHead(placed, numbers)
    : [paragraph(lines, x + PADDING + GAP / 2, y + (headHeight - heightOf(lines)) / 2, 'on-head')];
  if (hrefFor === undefined || area.tally === undefined) return element('g', {}, shape, ...texts);
  const label = titleElement(`${joined(area.names)}: ${tallyText(area.tally)}`);
  return element('a', { class: 'm-link', href: hrefFor(area.id) }, label, shape, ...texts);
}

/** Names on the left, numbers on the right, in one line. */
function wideHead({ x, y, width, measured }: PlacedArea, numbers: readonly TextLine[]): readonly string[] {
  const { area, headHeight } = measured;
  const middle = y + headHeight / 2 + TEXT.head.size * 0.36;
  const room = (width - 200) / area.names.length;
  const names = area.names.map(({ text, lang }, index): TextLine => {
    const kind = index === 0 ? 'head' : 'headOther';
    return { text: clipPixels(text, room, TEXT[kind]), kind, ...(lang === undefined ? {} : { lang }) };
  });
  return [
    textElement(names, { x: x + PADDING + GAP / 2, y: middle, tone: 'on-head' }),
    textElement(numbers, { x: x + width - PADDING - GAP / 2, y: middle, anchor: 'end', tone: 'on-head' }),
  ];
}

function numberLine(tally: Tally): TextLine {
  return { text: `${thousands(tally.talks)} / ${thousands(tally.of)} · ${percent(tally.share)}`, kind: 'headNumber' };
}

/** Round above; where the life cycle goes on, pointing to what comes next. */
function headShape({ x, y, width, measured, leadsOn }: PlacedArea): string {
  const [start, top] = [rounded(x), rounded(y)];
  const [right, bottom] = [rounded(x + width), rounded(y + measured.headHeight)];
  const middle = rounded(y + measured.headHeight / 2);
  const left = `M${start} ${bottom}V${rounded(y + ROUND)}Q${start} ${top} ${rounded(x + ROUND)} ${top}`;
  const point = `H${right}L${rounded(x + width + TIP)} ${middle}L${right} ${bottom}`;
  const corner = `H${rounded(x + width - ROUND)}Q${right} ${top} ${right} ${rounded(y + ROUND)}V${bottom}`;
  return `${left}${leadsOn ? point : corner}Z`;
}

function drawBox(placed: PlacedBox, scale: Scale, hrefFor: HrefFor | undefined): string {
  const { box, lines, x, y, width, height } = placed;
  const shade = shadeOf(box.tally, scale);
  const label = `${joined(box.names)}: ${tallyText(box.tally)}`;
  const looks = { class: `m-box m-s${shade}`, fill: shadingOf(shade).text };
  const y0 = y + height - PADDING - TEXT.number.leading + baseline('number') + 2;
  const content = [
    titleElement(label),
    shadedRectangle(placed, shade, 4),
    paragraph(lines, x + PADDING, y + 8),
    textElement(
      [
        { text: thousands(box.tally.talks), kind: 'number' },
        { text: `/ ${thousands(box.tally.of)}`, kind: 'other' },
      ],
      { x: x + PADDING, y: y0 },
    ),
    textElement([{ text: percent(box.tally.share), kind: 'share' }], { x: x + width - PADDING, y: y0, anchor: 'end' }),
  ];
  if (hrefFor === undefined || box.id === '') return element('g', looks, ...content);
  return element('a', { ...looks, class: `${looks.class} m-link`, href: hrefFor(box.id) }, ...content);
}
