/** The legend: what the shades stand for, what the numbers are of. */
import type { Weight } from '../../../coverage/types.ts';
import { TEXT, type TextLine } from './measure.ts';
import { shadingOf } from './palette.ts';
import { type Scale, SHADES, stepText } from './scale.ts';
import { baseline, element, shadedRectangle, textElement } from './svg-parts.ts';
import { talksText } from './tally.ts';

export interface Legend {
  readonly scale: Scale;
  readonly weight: Weight;
  /** The talks that shares are of; absent where each group has its own. */
  readonly of?: number;
}

const STEP_WIDTH = 76;
const STEP_HEIGHT = 26;
const LINE_HEIGHT = STEP_HEIGHT + 24;
const STEPS_WIDTH = SHADES.length * STEP_WIDTH;

/** Words and steps stand side by side where there is room, else one below the other. */
export function legendHeight(width: number): number {
  return isNarrow(width) ? 2 * LINE_HEIGHT : LINE_HEIGHT;
}

function isNarrow(width: number): boolean {
  return width < 2 * STEPS_WIDTH;
}

/** From the left edge on, its top at `y`. */
export function drawLegend({ scale, ...counted }: Legend, y: number, width: number): string {
  const narrow = isNarrow(width);
  const stepWidth = narrow ? width / SHADES.length : STEP_WIDTH;
  const left = narrow ? 0 : width - STEPS_WIDTH;
  const top = narrow ? y + LINE_HEIGHT : y;
  const words = explanation(counted).map((line, index) =>
    textElement([line], { x: 0, y: y + index * TEXT.legend.leading + baseline('legend') - 4, tone: 'quiet' }),
  );
  const boxes = SHADES.map((shade) => {
    const at = left + shade * stepWidth;
    const label = stepText(shade, scale, { dash: '–', atMost: '≤' });
    const place = { x: at + 1, y: top, width: stepWidth - 4, height: STEP_HEIGHT };
    const text: TextLine = { text: label, kind: narrow ? 'cell' : 'legend' };
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

function explanation({ of, weight }: Omit<Legend, 'scale'>): readonly TextLine[] {
  const all =
    of === undefined
      ? { en: 'the talks of the group', ja: 'グループの発表に占める割合' }
      : { en: talksText(of), ja: `全${of}件に占める割合` };
  const [english, japanese] =
    weight === 'talk'
      ? ['Talks that treat it', 'その要素を扱う発表の数']
      : ['Talks whose main topic it is', 'それを主題とする発表の数'];
  return [
    { text: `${english}, and their share of ${all.en}`, kind: 'legend', lang: 'en' },
    { text: `${japanese}と、${all.ja}`, kind: 'legend', lang: 'ja' },
  ];
}
