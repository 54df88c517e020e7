/** A plain table that scrolls sideways in its own box; the first cell of a row names it. */
import { type Both, type Child, type ElementNode, h } from './node.ts';

export interface PlainRow {
  readonly cells: readonly Child[];
  readonly class?: string;
}

export function plainTable(id: string, caption: Both, heads: readonly Child[], rows: readonly PlainRow[]): ElementNode {
  const bodyRow = ({ cells: [first = '', ...others], class: looks }: PlainRow): ElementNode =>
    h('tr', { class: looks }, h('th', { scope: 'row' }, first), ...others.map((cell) => h('td', {}, cell)));
  return scrolling(
    `${id}-caption`,
    h(
      'table',
      { class: 'plain', id },
      h('caption', { id: `${id}-caption` }, caption),
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows.map(bodyRow)),
    ),
  );
}

/** What is wider than the page, reached by keyboard too; `label` is the id of its name. */
export function scrolling(label: string, content: ElementNode, looks = 'scroll'): ElementNode {
  return h('div', { class: looks, tabindex: 0, role: 'group', 'aria-labelledby': label }, content);
}
