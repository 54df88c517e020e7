/** The order in which findings and talks are taken. */
import type { Span } from './types.ts';

type Placed = Pick<Span, 'line' | 'column'> & { readonly path: string };

/** By path in code-unit order, then by place. */
export function byPlace(a: Placed, b: Placed): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
