/** Whole numbers as the page and its charts write them. */

/** Thousands separated, in every locale the same. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
