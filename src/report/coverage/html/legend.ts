/** What the shades of a table stand for, and its rows of few talks. */
import { type Scale, SHADES, type Shade, stepText } from '../map/scale.ts';
import { type ElementNode, h } from './node.ts';
import { WORDS } from './words.ts';

/** `scale`: absent where no row has shades. */
export function shadesLegend(scale: Scale | undefined, hasFew: boolean): ElementNode {
  const steps = scale === undefined ? [] : SHADES.filter((shade) => shade > 0).map((shade) => step(shade, scale));
  return h(
    'p',
    { class: 'shades' },
    ...(steps.length === 0 ? [] : [h('span', {}, WORDS.shades), ...steps]),
    ...(hasFew ? [h('span', { class: 'few' }, WORDS.fewTalks)] : []),
  );
}

function step(shade: Shade, scale: Scale): ElementNode {
  return h('span', { class: `s${shade}` }, stepText(shade, scale, { dash: '–', atMost: '≤' }));
}
