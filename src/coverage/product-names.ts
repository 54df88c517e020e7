/** One product under its names: people write "Amazon SageMaker" and "SageMaker", "Apache Spark" and "Spark". */

const A = 'a'.charCodeAt(0);

const HOUSE = /^(?:Amazon|Apache|AWS) (?=\S)/i;

/** What names of one product share: the name without the house that it comes from. */
export function productKey(name: string): string {
  // Asked of every product of every record: most begin with another letter, and the expression costs more than the answer.
  const first = name.charCodeAt(0) | 0x20;
  return first === A ? name.replace(HOUSE, '') : name;
}

/** The name to show of two for the same product: the short one where people write it, else the first by code units. */
export function shownName(a: string, b: string): string {
  if (a === productKey(a)) return a;
  return b === productKey(b) || b < a ? b : a;
}
