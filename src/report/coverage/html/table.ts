/** A plain table that scrolls in its own box; the first cell of a row names it. */
import { type Both, type Child, type ElementNode, h } from './node.ts';

export function plainTable(
  id: string,
  caption: Both,
  heads: readonly Child[],
  rows: readonly (readonly Child[])[],
): ElementNode {
  const bodyRow = ([first = '', ...others]: readonly Child[]): ElementNode =>
    h('tr', {}, h('th', { scope: 'row' }, first), ...others.map((cell) => h('td', {}, cell)));
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
export function scrolling(label: string, content: ElementNode): ElementNode {
  return h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-labelledby': label }, content);
}
