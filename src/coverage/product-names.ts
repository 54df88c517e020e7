/** One product under its names: people write "Amazon SageMaker" and "SageMaker", "Apache Spark" and "spark". */

const A = 'a'.charCodeAt(0);

const HOUSE = /^(?:Amazon|Apache|AWS) (?=\S)/i;

/** What names of one product share: the name without the house that it comes from, whatever its case. */
export function productKey(name: string): string {
  return withoutHouse(name).toLowerCase();
}

function withoutHouse(name: string): string {
  // Asked of every product of every record: most begin with another letter, and the expression costs more than the answer.
  const first = name.charCodeAt(0) | 0x20;
  return first === A ? name.replace(HOUSE, '') : name;
}

/** The name to show of two for the same product: without its house where people write it so, of such the first by code units. */
export function shownName(a: string, b: string): string {
  if (a === b) return a;
  const [isShort, isOtherShort] = [a === withoutHouse(a), b === withoutHouse(b)];
  if (isShort !== isOtherShort) return isShort ? a : b;
  return a < b ? a : b;
}

/** The one name of each product in all groups, whichever names the talks of each write. */
export class ProductNames {
  readonly #names = new Map<string, string>();

  add({ key, name }: { readonly key: string; readonly name: string }): void {
    const known = this.#names.get(key);
    if (known !== name) this.#names.set(key, known === undefined ? name : shownName(known, name));
  }

  nameOf(key: string): string {
    return this.#names.get(key) ?? key;
  }
}
