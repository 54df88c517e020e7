/** A product by whichever of its names an address has. */
import { productKey } from '../coverage/product-names.ts';

/** The name that the page has for it; undefined where it is none of the page's. */
export function toolNamed(name: string, tools: readonly string[]): string | undefined {
  if (tools.includes(name)) return name;
  const key = productKey(name);
  return tools.find((tool) => productKey(tool) === key);
}
