/** One stop of the tab key for all links of a table; the arrow keys go from one to the next. */

const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function walkByArrows(table: HTMLTableElement): void {
  const links = [...table.querySelectorAll('a')];
  for (const [index, link] of links.entries()) link.tabIndex = index === 0 ? 0 : -1;
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLAnchorElement)) return;
    for (const link of table.querySelectorAll<HTMLElement>('a[tabindex="0"]')) link.tabIndex = -1;
    target.tabIndex = 0;
  });
  table.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : linkFrom(table, event.target, step);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
}

/** The next link that is to be seen in a direction, past cells without one. */
function linkFrom(
  table: HTMLTableElement,
  from: EventTarget | null,
  [down, right]: readonly [number, number],
): HTMLAnchorElement | undefined {
  const cell = from instanceof HTMLAnchorElement ? from.closest('td') : null;
  const row = cell?.closest('tr');
  if (!cell || !row) return undefined;
  let at = row.rowIndex + down;
  let column = cell.cellIndex + right;
  for (let next = table.rows[at]?.cells[column]; next !== undefined; next = table.rows[at]?.cells[column]) {
    const link = next.querySelector<HTMLAnchorElement>(':scope > a');
    if (link !== null && link.offsetParent !== null) return link;
    at += down;
    column += right;
  }
  return undefined;
}
