/** From shares to seven shades: none, and six steps whose limits are round numbers. */
import type { Tally } from './tally.ts';

/** Upper limits of the steps 1 to 6, in whole per cent. */
export type Scale = readonly [number, number, number, number, number, number];

/** 0: no talk; 1 to 6: a step of the scale. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const SHADES: readonly Shade[] = [0, 1, 2, 3, 4, 5, 6];

/** Finer steps for small shares, since most are. */
const SCALES: readonly Scale[] = [
  [1, 2, 3, 4, 5, 6],
  [1, 2, 4, 6, 8, 10],
  [1, 3, 5, 7, 10, 15],
  [1, 3, 5, 10, 15, 20],
  [2, 5, 10, 15, 20, 30],
  [5, 10, 15, 20, 30, 50],
];
/** Holds every share: for groups side by side, large and small. */
export const WHOLE: Scale = [5, 10, 20, 30, 50, 100];

/** The finest scale that holds the largest share. */
export function scaleFor(tallies: readonly Tally[]): Scale {
  const largest = Math.max(0, ...tallies.map(wholePercent));
  return SCALES.find((limits) => largest <= limits[5]) ?? WHOLE;
}

/** Shares beyond the scale have its last shade. */
export function shadeOf(tally: Tally, scale: Scale): Shade {
  if (tally.talks === 0) return 0;
  const percent = wholePercent(tally);
  return SHADES.find((shade) => shade > 0 && percent <= (scale[shade - 1] ?? 0)) ?? 6;
}

/** What a step stands for: `0`, `≤2 %`, `3–5 %`. */
export function stepText(shade: Shade, scale: Scale, { dash, atMost }: StepSigns): string {
  if (shade === 0) return '0';
  const high = scale[shade - 1] ?? 0;
  if (shade === 1) return `${atMost}${high} %`;
  const low = (scale[shade - 2] ?? 0) + 1;
  return low === high ? `${high} %` : `${low}${dash}${high} %`;
}

export interface StepSigns {
  readonly dash: string;
  readonly atMost: string;
}

/** What is shown decides the shade, so that the legend never disagrees with a number. */
function wholePercent({ talks, share }: Tally): number {
  return talks === 0 ? 0 : Math.max(1, Math.round(share * 100));
}
