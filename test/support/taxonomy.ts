/** Small taxonomies for tests, written without files. */
import { normalize } from '../../src/classify/normalize.ts';
import { labelKey } from '../../src/classify/tokens.ts';
import type { Label, Taxonomy } from '../../src/taxonomy/types.ts';

export type LabelSketch = string | (Partial<Omit<Label, 'key'>> & { readonly text: string });

export function keyOf(text: string): string {
  return labelKey(normalize(text).text);
}

export function label(sketch: LabelSketch): Label {
  const given = typeof sketch === 'string' ? { text: sketch } : sketch;
  const co = (terms: readonly string[] | undefined): readonly string[] =>
    (terms ?? []).map((term) => (term.startsWith('@') ? term : keyOf(term)));
  return {
    lang: 'en',
    role: 'alt',
    kind: 'term',
    weight: 1,
    case: false,
    match: 'word',
    general: false,
    ...given,
    requires: co(given.requires),
    unless: co(given.unless),
    key: keyOf(given.text),
  };
}

/** `parts`: part id → element id → labels. */
export function taxonomyOf(
  parts: Readonly<Record<string, Readonly<Record<string, readonly LabelSketch[]>>>>,
  more: {
    readonly domain?: readonly LabelSketch[];
    readonly contexts?: Readonly<Record<string, readonly string[]>>;
  } = {},
): Taxonomy {
  return {
    id: 'small',
    version: '1',
    title: { en: 'Small' },
    hash: 'none',
    concepts: Object.entries(parts).flatMap(([part, elements]) => [
      { id: part, prefLabel: { en: part }, labels: [] },
      ...Object.entries(elements).map(([id, labels]) => ({
        id,
        broader: part,
        prefLabel: { en: id, ja: `${id}（日本語）` },
        labels: labels.map(label),
      })),
    ]),
    domain: (more.domain ?? []).map(label),
    contexts: Object.fromEntries(Object.entries(more.contexts ?? {}).map(([name, terms]) => [name, terms.map(keyOf)])),
  };
}
