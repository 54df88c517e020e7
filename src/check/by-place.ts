/** The order in which findings and talks are taken. */
import type { Span } from './types.ts';

type Place = Pick<Span, 'line' | 'column'>;

/** By path in code-unit order, then by place. */
export function byPlace(a: Place & { readonly path: string }, b: Place & { readonly path: string }): number {
  return byText(a.path, b.path) || bySpan(a, b);
}

export function bySpan(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

/** In code-unit order, whatever the locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
