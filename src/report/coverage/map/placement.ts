/** Where everything stands: the life cycle as columns on its foundation, the rest beside it, and below what finds no room there. */
import { GAP, type MeasuredArea, type MeasuredBox, measureArea, withEvenHeads } from './measure.ts';
import type { MapArea, MapPlan } from './plan.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Rectangle, MeasuredBox {}

export interface PlacedArea extends Rectangle {
  readonly measured: MeasuredArea;
  /** Whether the life cycle goes on behind it. */
  readonly leadsOn: boolean;
  readonly boxes: readonly PlacedBox[];
}

export interface Placement {
  readonly areas: readonly PlacedArea[];
  readonly width: number;
  readonly height: number;
}

/** Between areas, across and down. */
const BETWEEN = 14;
/** Columns of a map whose life cycle is whole, with one beside it. */
const COLUMNS = 6;
/** Rows of boxes grow to fill their area, but not beyond this. */
const TALLEST = 170;
/** What stands beside may be this much higher than the life cycle and its base, which then stretch. */
const HIGHEST_BESIDE = 1.2;

export const WIDE = 1384;
export const NARROW = 420;

export function placeMap(plan: MapPlan, width: number): Placement {
  const areas = width < 700 ? stackedAreas(plan, width) : arranged(plan, width);
  return { areas, width, height: Math.max(0, ...areas.map(({ y, height }) => y + height)) };
}

/** One under the other, for phones. */
function stackedAreas({ flow, base, beside }: MapPlan, width: number): readonly PlacedArea[] {
  return column(
    [...flow, ...base, ...beside].map((area) => measureArea(area, width)),
    0,
    0,
    0,
  );
}

function arranged(plan: MapPlan, width: number, hasBeside = plan.beside.length > 0): readonly PlacedArea[] {
  if (plan.flow.length + plan.base.length === 0) return columns(plan.beside, width, 0);
  const columnWidth = share(width, COLUMNS);
  const mainWidth = hasBeside ? width - columnWidth - BETWEEN : width;
  const columnHeads = plan.flow.map((area) => measureArea(area, share(mainWidth, plan.flow.length)));
  const firstBeside = plan.beside.slice(0, hasBeside ? 1 : 0).map((area) => measureArea(area, columnWidth));
  const even = withEvenHeads([...columnHeads, ...firstBeside]);
  const flow = even.slice(0, columnHeads.length);
  const base = plan.base.map((area) => measureArea(area, mainWidth));
  const needed = sumHeights([...rowHeight(flow), ...base.map(({ height }) => height)]);
  const besides = [
    ...even.slice(columnHeads.length),
    ...plan.beside.slice(firstBeside.length).map((area) => measureArea(area, columnWidth)),
  ];
  const fitting = hasBeside ? fittingIn(besides, needed * HIGHEST_BESIDE) : 0;
  if (hasBeside && fitting === 0) return arranged(plan, width, false);
  const height = Math.max(needed, sumHeights(besides.slice(0, fitting).map((area) => area.height)));
  return [
    ...mainBlock(flow, base, height),
    ...column(besides.slice(0, fitting), mainWidth + BETWEEN, 0, height),
    ...columns(plan.beside.slice(fitting), width, height + BETWEEN),
  ];
}

function mainBlock(
  flow: readonly MeasuredArea[],
  base: readonly MeasuredArea[],
  height: number,
): readonly PlacedArea[] {
  const below = sumHeights(base.map((area) => area.height));
  const flowHeight = flow.length === 0 ? 0 : base.length === 0 ? height : height - below - BETWEEN;
  let x = 0;
  const placed = flow.map((area, index) => {
    const here = placeArea(area, x, 0, flowHeight, index < flow.length - 1);
    x += area.width + BETWEEN;
    return here;
  });
  return [...placed, ...column(base, 0, flow.length === 0 ? 0 : flowHeight + BETWEEN, 0)];
}

/** Areas under each other, sharing what height there is beyond their own. */
function column(areas: readonly MeasuredArea[], x: number, top: number, height: number): readonly PlacedArea[] {
  const spare = Math.max(0, height - sumHeights(areas.map((area) => area.height)));
  const rows = areas.reduce((sum, area) => sum + area.rows.length, 0);
  let y = top;
  return areas.map((area) => {
    const placed = placeArea(area, x, y, area.height + (rows === 0 ? 0 : (spare * area.rows.length) / rows));
    y += placed.height + BETWEEN;
    return placed;
  });
}

/** Areas without a place of their own, each under the shortest column. */
function columns(areas: readonly MapArea[], width: number, top: number): readonly PlacedArea[] {
  const count = Math.min(COLUMNS, areas.length);
  const ends = Array.from({ length: count }, () => top);
  return areas.map((area) => {
    const shortest = ends.indexOf(Math.min(...ends));
    const measured = measureArea(area, share(width, count));
    const placed = placeArea(measured, shortest * (measured.width + BETWEEN), ends[shortest] ?? top, measured.height);
    ends[shortest] = placed.y + placed.height + BETWEEN;
    return placed;
  });
}

function placeArea(measured: MeasuredArea, x: number, y: number, height: number, leadsOn = false): PlacedArea {
  const { rows, boxWidth } = measured;
  const room = height - measured.headHeight - GAP * (rows.length + 1);
  const level = Math.min(
    TALLEST,
    levelOf(
      rows.map((row) => row.height),
      room,
    ),
  );
  let top = y + measured.headHeight + GAP;
  const boxes = rows.flatMap((row) => {
    const rowTop = top;
    const rowHeight = Math.max(row.height, level);
    top += rowHeight + GAP;
    return row.boxes.map((box, index) => ({
      ...box,
      x: x + GAP + index * (boxWidth + GAP),
      y: rowTop,
      width: boxWidth,
      height: rowHeight,
    }));
  });
  return { measured, leadsOn, x, y, width: measured.width, height, boxes };
}

/** The height that all rows have, but those that need more, when together they fill the room. */
function levelOf(heights: readonly number[], room: number): number {
  const [highest = 0, ...others] = heights.toSorted((a, b) => b - a);
  const level = room / Math.max(1, heights.length);
  return others.length === 0 || highest <= level ? level : levelOf(others, room - highest);
}

function fittingIn(areas: readonly MeasuredArea[], height: number): number {
  const tooMany = areas.findIndex((_, index) => sumHeights(areas.slice(0, index + 1).map((a) => a.height)) > height);
  return tooMany < 0 ? areas.length : tooMany;
}

function rowHeight(areas: readonly MeasuredArea[]): readonly number[] {
  return areas.length === 0 ? [] : [Math.max(...areas.map(({ height }) => height))];
}

/** Heights under each other with the gaps between them. */
function sumHeights(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * BETWEEN;
}

function share(width: number, count: number): number {
  return (width - (count - 1) * BETWEEN) / count;
}
