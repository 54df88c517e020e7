/** The comparison of two groups as a table: written where it was asked for, and made by the page's script for any two. */
import type { Change, Comparison } from '../../../coverage/types.ts';
import { chance, percent, points } from '../words.ts';
import { inTreeOrder, type PageConcept } from './data.ts';
import { type Both, type Child, type ElementNode, h } from './node.ts';
import { plainTable } from './table.ts';
import { both, CHANGE_WORDS, groupWord, WORDS } from './words.ts';

export type Order = 'taxonomy' | 'difference';

/** Elements stand below their part, or by how much they differ; those that neither group has are left out. An id of both is the part's. */
export function comparisonTable(
  comparison: Comparison,
  concepts: readonly PageConcept[],
  order: Order = 'taxonomy',
): ElementNode {
  const { before, after, parts, elements } = comparison;
  const byId = new Map([...elements, ...parts].map((change) => [change.id, change]));
  const changes = inTreeOrder(concepts).flatMap((concept) => {
    const change = byId.get(concept.id);
    return change === undefined || change.status === 'none' ? [] : [{ change, concept }];
  });
  if (order === 'difference') changes.sort((a, b) => Math.abs(b.change.difference) - Math.abs(a.change.difference));
  const largest = Math.max(0.01, ...changes.flatMap(({ change }) => [change.before.share, change.after.share]));
  return plainTable(
    'compared',
    WORDS.compareCaption,
    [WORDS.concept, groupWord(before.name), groupWord(after.name), WORDS.difference, WORDS.chance, WORDS.verdict],
    changes.map(({ change, concept: { label, part } }) => ({
      ...(change.significant ? { class: 'notable' } : {}),
      cells: [
        part === undefined ? h('strong', {}, label) : label,
        shareCell(change.before, before.talks, largest),
        shareCell(change.after, after.talks, largest),
        difference(change.difference),
        change.p === null ? '–' : chance(change.p),
        verdict(change),
      ],
    })),
  );
}

function shareCell({ talks, share }: Change['before'], of: number, largest: number): Child {
  return h(
    'span',
    { class: 'share' },
    bar(share / largest),
    h('span', { class: 'figure' }, `${percent(share)} `, h('small', {}, `${talks}/${of}`)),
  );
}

/** Beside its number, and so for the eye alone. */
export function bar(part: number): ElementNode {
  const width = Math.round(part * 1000) / 10;
  return h(
    'svg',
    { class: 'bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    h('rect', { class: 'bar-ground', width: 100, height: 8 }),
    h('rect', { class: 'bar-value', width, height: 8 }),
  );
}

function difference(value: number): Both {
  const text = signedPoints(value).replace('-', '−');
  return both(`${text} pts`, `${text}ポイント`);
}

/** Small ones to a tenth of a point. */
function signedPoints(value: number): string {
  const tenths = Math.round(value * 1000) / 10;
  if (Math.abs(tenths) >= 1 || value === 0) return points(value);
  return tenths === 0 ? '≈0' : `${tenths > 0 ? '+' : ''}${tenths}`;
}

function verdict({ status, significant, p }: Change): Child {
  const word = CHANGE_WORDS[status];
  if (status === 'same') return word;
  const test = p === null ? WORDS.noTest : significant ? WORDS.moreThanChance : WORDS.maybeChance;
  const text = both(`${word.en}, ${test.en}`, `${word.ja}（${test.ja}）`);
  return significant ? h('strong', {}, text) : text;
}
