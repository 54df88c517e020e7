/** What the shades of a table stand for. */
import { type Scale, SHADES, stepText } from '../map/scale.ts';
import { type ElementNode, h } from './node.ts';
import { WORDS } from './words.ts';

export function shadesLegend(scale: Scale): ElementNode {
  const steps = SHADES.filter((shade) => shade > 0).map((shade) =>
    h('span', { class: `s${shade}` }, stepText(shade, scale, { dash: '–', atMost: '≤' })),
  );
  return h('p', { class: 'shades' }, h('span', {}, WORDS.shades), ...steps);
}
