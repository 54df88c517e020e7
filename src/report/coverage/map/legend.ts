/** The legend: what the shades stand for, what the numbers are of. */
import type { Weight } from '../../../coverage/types.ts';
import { TEXT, type TextLine } from './measure.ts';
import { shadingOf } from './palette.ts';
import { type Scale, SHADES, stepText } from './scale.ts';
import { baseline, element, shadedRectangle, textElement } from './svg-parts.ts';
import { talksText } from './tally.ts';

export interface LegendOptions {
  readonly of: number;
  readonly weight: Weight;
  /** Whether something drawn with this scale goes beyond it. */
  readonly open: boolean;
}

const STEP_WIDTH = 76;
const STEP_HEIGHT = 26;

export const LEGEND_HEIGHT = STEP_HEIGHT + 24;

/** As high as `LEGEND_HEIGHT` where there is room for words and steps side by side, else twice that. */
export function drawLegend(scale: Scale, options: LegendOptions, x: number, y: number, width: number): string {
  const steps = SHADES.length * STEP_WIDTH;
  const isNarrow = width < 2 * steps;
  const stepWidth = isNarrow ? width / SHADES.length : STEP_WIDTH;
  const left = isNarrow ? x : x + width - steps;
  const top = isNarrow ? y + LEGEND_HEIGHT : y;
  const words = explanation(options).map((line, index) =>
    textElement([line], { x, y: y + index * TEXT.legend.leading + baseline('legend') - 4, tone: 'quiet' }),
  );
  const boxes = SHADES.map((shade) => {
    const at = left + shade * stepWidth;
    const label = stepText(shade, scale, { open: options.open, dash: '–', atMost: '≤' });
    const place = { x: at + 1, y: top, width: stepWidth - 4, height: STEP_HEIGHT };
    const text: TextLine = { text: label, kind: isNarrow ? 'cell' : 'legend' };
    const middle = { x: at + stepWidth / 2 - 1, y: top + STEP_HEIGHT / 2 + 4.5, anchor: 'middle' } as const;
    return element(
      'g',
      { class: `m-s${shade}`, fill: shadingOf(shade).text },
      shadedRectangle(place, shade, 3),
      textElement([text], middle),
    );
  });
  return element('g', {}, ...words, ...boxes);
}

function explanation({ of, weight }: LegendOptions): readonly TextLine[] {
  const [english, japanese] =
    weight === 'talk'
      ? [`Talks that treat it, and their share of ${talksText(of)}`, `その要素を扱う発表の数と、全${of}件に占める割合`]
      : [
          `Talks whose main topic it is, and their share of ${talksText(of)}`,
          `それを主題とする発表の数と、全${of}件に占める割合`,
        ];
  return [
    { text: english, kind: 'legend', lang: 'en' },
    { text: japanese, kind: 'legend', lang: 'ja' },
  ];
}
