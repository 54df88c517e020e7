/** Series of shares as a row of signs. */

const BLOCKS = ['▁', '▂', '▃', '▅', '▇'] as const;
const SIGNS = [':', '-', '=', '*', '#'] as const;

/** A sign a share: the highest for `top` and all above, a dot for none, a blank where nothing is known. */
export function sparkline(shares: readonly (number | undefined)[], top: number, unicode: boolean): string {
  const levels = unicode ? BLOCKS : SIGNS;
  return shares.map((share) => sign(share, top, levels, noneSign(unicode))).join('');
}

/** The lowest sign of a series, and the highest. */
export function sparkEnds(unicode: boolean): readonly [lowest: string, highest: string] {
  const levels = unicode ? BLOCKS : SIGNS;
  return [levels[0], levels[levels.length - 1] ?? ''];
}

/** A sign a number of talks, told by whether it is `few`; a blank where there are none. */
export function sizeline(sizes: readonly (number | undefined)[], few: number, unicode: boolean): string {
  return sizes.map((talks) => (talks === undefined ? ' ' : sizeSign(talks < few, unicode))).join('');
}

export function sizeSign(isFew: boolean, unicode: boolean): string {
  if (unicode) return isFew ? '○' : '●';
  return isFew ? 'o' : '@';
}

/** For a share of nothing. */
export function noneSign(unicode: boolean): string {
  return unicode ? '·' : '.';
}

function sign(share: number | undefined, top: number, levels: readonly string[], none: string): string {
  if (share === undefined) return ' ';
  if (share === 0) return none;
  return levels[Math.min(levels.length, Math.ceil((share / top) * levels.length)) - 1] ?? none;
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
