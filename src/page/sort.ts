/** Sorting the rows of a table by one of its columns. */

/** Numbers most first, groups in the order of the report; the same column again turns the order. What stands below the body stays there. */
export function sortRows(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const column = head.cellIndex;
  const isName = column === 0;
  const was = head.getAttribute('aria-sort');
  const direction = was === null ? (isName ? 1 : -1) : was === 'ascending' ? -1 : 1;
  for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
  const rows = [...body.rows].map((row, index) => ({
    row,
    index,
    value: isName ? Number(row.dataset['g']) : numberOf(row.cells[column]?.textContent ?? ''),
  }));
  rows.sort((a, b) => direction * (a.value - b.value) || a.index - b.index);
  body.append(...rows.map(({ row }) => row));
}

/** Behind it may stand a sign. */
function numberOf(text: string): number {
  return Number.parseInt(text.replaceAll(',', ''), 10);
}
