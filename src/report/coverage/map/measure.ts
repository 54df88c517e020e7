/** How much room areas and their boxes need: names in lines, boxes in rows. Units are those of the picture. */
import { evenRows, fittingAcross } from './even-rows.ts';
import type { Name } from './names.ts';
import type { MapArea, MapBox } from './plan.ts';
import { wrapPixels } from './wrap-name.ts';

/** Sizes of text, and how far its baselines lie apart. */
export const TEXT = {
  title: { size: 30, leading: 40, weight: 700 },
  caption: { size: 14, leading: 21, weight: 400 },
  head: { size: 15, leading: 19, weight: 700 },
  headOther: { size: 12.5, leading: 17, weight: 400 },
  headNumber: { size: 12.5, leading: 18, weight: 600 },
  name: { size: 13, leading: 16, weight: 600 },
  other: { size: 11.5, leading: 16, weight: 400 },
  number: { size: 19, leading: 24, weight: 700 },
  share: { size: 13, leading: 24, weight: 600 },
  cell: { size: 11.5, leading: 16, weight: 400 },
  legend: { size: 12.5, leading: 18, weight: 400 },
} as const;
export type TextKind = keyof typeof TEXT;

export const GAP = 8;
export const PADDING = 10;
const NARROWEST_BOX = 176;
/** From here on names and numbers of a head stand in one line. */
const WIDE_HEAD = 460;

export interface TextLine {
  readonly text: string;
  readonly kind: TextKind;
  readonly lang?: string;
}

export interface MeasuredBox {
  readonly box: MapBox;
  readonly lines: readonly TextLine[];
}

export interface MeasuredRow {
  readonly boxes: readonly MeasuredBox[];
  readonly height: number;
}

export interface MeasuredArea {
  readonly area: MapArea;
  readonly width: number;
  readonly isWide: boolean;
  readonly head: readonly TextLine[];
  readonly headHeight: number;
  readonly rows: readonly MeasuredRow[];
  readonly boxWidth: number;
  /** With its boxes no higher than they must be. */
  readonly height: number;
}

export function measureArea(area: MapArea, width: number): MeasuredArea {
  const inner = width - 2 * GAP;
  const boxes = evenRows(area.boxes, fittingAcross(inner, NARROWEST_BOX, GAP));
  const columns = boxes[0]?.length ?? 1;
  const boxWidth = (inner - (columns - 1) * GAP) / columns;
  const rows = boxes.map((row) => measuredRow(row, boxWidth));
  const isWide = width >= WIDE_HEAD;
  const head = isWide ? [] : columnHead(area, width - 2 * PADDING - GAP);
  const headHeight = isWide ? 40 : 14 + heightOf(head) + (area.tally === undefined ? 0 : TEXT.headNumber.leading);
  return { area, width, isWide, head, headHeight, rows, boxWidth, height: headHeight + GAP + stacked(rows) + GAP };
}

/** All with heads as high as the highest, so that what lies below them lines up. */
export function withEvenHeads(areas: readonly MeasuredArea[]): readonly MeasuredArea[] {
  const headHeight = Math.max(0, ...areas.map((area) => area.headHeight));
  return areas.map((area) => ({ ...area, headHeight, height: area.height + headHeight - area.headHeight }));
}

export function heightOf(lines: readonly TextLine[]): number {
  return lines.reduce((sum, { kind }) => sum + TEXT[kind].leading, 0);
}

function columnHead({ names }: MapArea, width: number): readonly TextLine[] {
  return names.flatMap((name, index) => linesOf(name, index === 0 ? 'head' : 'headOther', width, 2));
}

function measuredRow(row: readonly MapBox[], boxWidth: number): MeasuredRow {
  const boxes = row.map((box) => ({ box, lines: namesIn(box, boxWidth) }));
  const names = Math.max(...boxes.map(({ lines }) => heightOf(lines)));
  return { boxes, height: 8 + names + 3 + TEXT.number.leading + PADDING };
}

function namesIn({ names }: MapBox, boxWidth: number): readonly TextLine[] {
  const width = boxWidth - 2 * PADDING;
  return names.flatMap((name, index) => linesOf(name, index === 0 ? 'name' : 'other', width, index === 0 ? 4 : 3));
}

function linesOf({ text, lang }: Name, kind: TextKind, width: number, atMost: number): readonly TextLine[] {
  return wrapPixels(text, width, TEXT[kind], atMost).map((line) => ({
    text: line,
    kind,
    ...(lang === undefined ? {} : { lang }),
  }));
}

function stacked(rows: readonly MeasuredRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0) + Math.max(0, rows.length - 1) * GAP;
}
