/** Areas or elements side by side: in rows of evenly many, so that none stands alone where two could share a row. */

/** As few rows as `most` a row allows; all are equally long, but for a shorter last one. */
export function evenRows<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  if (items.length === 0) return [];
  const length = Math.ceil(items.length / Math.ceil(items.length / most));
  const rows: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += length) rows.push(items.slice(from, from + length));
  return rows;
}

/** How many of a width fit side by side with gaps between them; one at least. */
export function fittingAcross(room: number, width: number, gap: number): number {
  return Math.max(1, Math.floor((room + gap) / (width + gap)));
}
