/** Series of shares as a row of signs. */
import type { CoverageGroup } from '../../coverage/types.ts';

const BLOCKS = ['▁', '▂', '▃', '▅', '▇'] as const;
const SIGNS = [':', '-', '=', '*', '#'] as const;

/** A sign a share, scaled to the highest; a dot for none, a blank where nothing is known. */
export function sparkline(shares: readonly (number | undefined)[], unicode: boolean): string {
  const levels = unicode ? BLOCKS : SIGNS;
  const most = Math.max(0, ...shares.map((share) => share ?? 0));
  return shares.map((share) => sign(share, most, levels, noneSign(unicode))).join('');
}

/** For a share of nothing. */
export function noneSign(unicode: boolean): string {
  return unicode ? '·' : '.';
}

function sign(share: number | undefined, most: number, levels: readonly string[], none: string): string {
  if (share === undefined) return ' ';
  if (share === 0) return none;
  return levels[Math.min(levels.length, Math.ceil((share / most) * levels.length)) - 1] ?? none;
}

/** The points of a trend with the years between them that have none; without those where they are too many to draw. */
export function evenly(points: readonly CoverageGroup[], most: number): readonly (CoverageGroup | undefined)[] {
  const first = Number(points[0]?.key);
  const last = Number(points.at(-1)?.key);
  if (!(last - first < most)) return points.slice(-most);
  const byYear = new Map(points.map((point) => [Number(point.key), point]));
  return Array.from({ length: last - first + 1 }, (_, i) => byYear.get(first + i));
}

/** Upper ends of the shares that a shade stands for; the last stands for all above. */
const SHADE_ENDS = [0.05, 0.1, 0.2, 0.4] as const;

/** A block whose height says how large a share is, the same in every report. */
export function shade(share: number): string {
  const level = SHADE_ENDS.findIndex((end) => share < end);
  return BLOCKS[level < 0 ? BLOCKS.length - 1 : level] ?? '';
}

/** What each shade says. */
export function shadeLegend(): readonly string[] {
  return BLOCKS.map((block, level) => {
    const from = SHADE_ENDS[level - 1];
    const to = SHADE_ENDS[level];
    const whole = (share: number): number => Math.round(share * 100);
    if (from === undefined) return `${block} below ${whole(to ?? 1)} %`;
    return to === undefined ? `${block} ${whole(from)} % and more` : `${block} ${whole(from)}–${whole(to)} %`;
  });
}
