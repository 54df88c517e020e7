/** Sorting the rows of a table by one of its columns. */

/** Numbers most first, names by themselves; the same column again turns the order. What stands below the body stays there. */
export function sortRows(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const column = head.cellIndex;
  const isName = column === 0;
  const was = head.getAttribute('aria-sort');
  const direction = was === null ? (isName ? 1 : -1) : was === 'ascending' ? -1 : 1;
  for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
  const rows = [...body.rows].map((row, index) => ({ row, index, text: row.cells[column]?.textContent ?? '' }));
  const compare = isName ? compareTexts : (a: string, b: string): number => numberOf(a) - numberOf(b);
  rows.sort((a, b) => direction * compare(a.text, b.text) || a.index - b.index);
  body.append(...rows.map(({ row }) => row));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Behind it may stand a sign. */
function numberOf(text: string): number {
  return Number.parseInt(text.replaceAll(',', ''), 10);
}
