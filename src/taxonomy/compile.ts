/** From the checked content of taxonomy files to what the classifier reads: defaults filled in, labels in normal form. */
import { normalize } from '../classify/normalize.ts';
import { labelKey } from '../classify/tokens.ts';
import type { RawConcept, RawLabel, RawLabels, RawTaxonomy } from './schema.ts';
import type { Concept, Label, LabelRole, Taxonomy } from './types.ts';

const ACRONYM = /^(?=(?:.*[A-Z]){2})[A-Z0-9]{2,5}$/;
const DEFAULT_WEIGHT = { pref: 1.5, alt: 1, hidden: 1 } as const;
const PRODUCT_WEIGHT = 0.5;

/** All of a taxonomy but its hash, which is taken over the rest. */
export type Unhashed = Omit<Taxonomy, 'hash'>;

export function compileTaxonomy(raw: RawTaxonomy): Unhashed {
  return {
    id: raw.id,
    version: raw.version,
    title: raw.title ?? {},
    concepts: (raw.concepts ?? []).map(compileConcept),
    contexts: compileContexts(raw.contexts ?? {}),
    domain: compileLabels(raw.domain ?? {}, 'alt'),
  };
}

function compileConcept(raw: RawConcept): Concept {
  const pref = Object.fromEntries(Object.entries(raw.prefLabel ?? {}).map(([lang, label]) => [lang, [{ label }]]));
  return {
    id: raw.id,
    prefLabel: raw.prefLabel ?? {},
    ...(raw.scopeNote === undefined ? {} : { scopeNote: raw.scopeNote }),
    ...(raw.broader == null ? {} : { broader: raw.broader }),
    ...(raw.related === undefined ? {} : { related: raw.related }),
    ...(raw.exactMatch === undefined ? {} : { exactMatch: raw.exactMatch }),
    ...(raw.closeMatch === undefined ? {} : { closeMatch: raw.closeMatch }),
    ...(raw.deprecated === undefined ? {} : { deprecated: raw.deprecated }),
    ...(raw.replacedBy === undefined ? {} : { replacedBy: raw.replacedBy }),
    labels: [
      ...compileLabels(pref, 'pref'),
      ...compileLabels(raw.altLabel ?? {}, 'alt'),
      ...compileLabels(raw.hiddenLabel ?? {}, 'hidden'),
    ],
    ...(raw.examples === undefined ? {} : { examples: raw.examples }),
    ...(raw.counterExamples === undefined ? {} : { counterExamples: raw.counterExamples }),
  };
}

function compileLabels(labels: RawLabels, role: LabelRole): readonly Label[] {
  return Object.entries(labels).flatMap(([lang, list]) => list.map((raw) => compileLabel(raw, lang, role)));
}

function compileLabel(raw: RawLabel, lang: string, role: LabelRole): Label {
  const options: Exclude<RawLabel, { label: string; kind?: never }> = raw;
  const kind = options.kind ?? 'term';
  return {
    text: raw.label,
    lang,
    role,
    kind,
    weight: options.weight ?? (kind === 'product' ? PRODUCT_WEIGHT : DEFAULT_WEIGHT[role]),
    case: options.case ?? ACRONYM.test(raw.label),
    match: options.match ?? 'word',
    general: options.general ?? false,
    requires: (options.requires ?? []).map(contextKey),
    unless: (options.unless ?? []).map(contextKey),
    key: keyOf(raw.label),
  };
}

/** `@name` stays, a co-term is brought to its normal form. */
function contextKey(term: string): string {
  return term.startsWith('@') ? term : keyOf(term);
}

function compileContexts(raw: NonNullable<RawTaxonomy['contexts']>): Taxonomy['contexts'] {
  return Object.fromEntries(
    Object.entries(raw).map(([name, lists]) => [name, [...new Set(Object.values(lists).flat().map(keyOf))]]),
  );
}

function keyOf(text: string): string {
  return labelKey(normalize(text).text);
}
