/** Numbers of what a taxonomy holds, and how they are said. */
import { narrowerOf } from '../../taxonomy/tree.ts';
import type { Taxonomy } from '../../taxonomy/types.ts';

export function countsOf({ concepts }: Taxonomy): {
  readonly parts: number;
  readonly elements: number;
  readonly labels: number;
} {
  const narrower = narrowerOf(concepts);
  return {
    parts: concepts.filter(({ broader }) => broader === undefined).length,
    elements: concepts.filter(({ id, broader }) => broader !== undefined && !narrower.has(id)).length,
    labels: concepts.reduce((sum, { labels }) => sum + labels.length, 0),
  };
}

/** `1 label`, `2 labels`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
