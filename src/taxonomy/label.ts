/** From a label as it is written to the label that is matched: defaults filled in, wordings in normal form. */
import { normalize } from '../classify/normalize.ts';
import { labelKey } from '../classify/tokens.ts';
import { DEFAULT_WEIGHT, isAcronym } from './defaults.ts';
import type { Label } from './types.ts';

/** The form in which words are compared. */
export function keyOf(text: string): string {
  return labelKey(normalize(text).text);
}

/** A list of `requires` or `unless`. */
export interface CoTerms {
  /** Normal forms, and `@name` as it is. */
  readonly keys: readonly string[];
  /** As written, where that differs. */
  readonly written?: readonly string[];
}

const NO_TERMS: CoTerms = { keys: [] };

/** @param keys in the order of what is written */
export function coTermsOf(written: readonly string[], keys: readonly string[]): CoTerms {
  if (written.length === 0) return NO_TERMS;
  return keys.every((key, index) => key === written[index]) ? { keys } : { keys, written };
}

/** A co-term in normal form; `@name` stays. */
export function coTermKey(term: string): string {
  return isContextName(term) ? term : keyOf(term);
}

export function isContextName(term: string): boolean {
  return term.startsWith('@');
}

/** What may be said of a label; undefined is the default. */
export type LabelTraits = {
  readonly [Name in 'kind' | 'weight' | 'case' | 'match' | 'general']?: Label[Name] | undefined;
};

export interface WrittenLabel extends Pick<Label, 'text' | 'lang' | 'role' | 'key'> {
  readonly traits: LabelTraits;
  readonly requires: CoTerms;
  readonly unless: CoTerms;
}

export function labelOf({ text, lang, role, key, traits, requires, unless }: WrittenLabel): Label {
  const { kind = 'term' } = traits;
  return {
    text,
    lang,
    role,
    kind,
    weight: traits.weight ?? DEFAULT_WEIGHT[role][kind],
    case: traits.case ?? isAcronym(text),
    match: traits.match ?? 'word',
    general: traits.general ?? false,
    requires: requires.keys,
    unless: unless.keys,
    ...(requires.written === undefined ? {} : { requiresText: requires.written }),
    ...(unless.written === undefined ? {} : { unlessText: unless.written }),
    key,
  };
}

/** What `labelOf` would not fill in by itself. */
export function traitsOf({ text, role, kind, weight, case: exactCase, match, general }: Label): LabelTraits {
  return {
    ...(kind === 'term' ? {} : { kind }),
    ...(weight === DEFAULT_WEIGHT[role][kind] ? {} : { weight }),
    ...(exactCase === isAcronym(text) ? {} : { case: exactCase }),
    ...(match === 'word' ? {} : { match }),
    ...(general ? { general } : {}),
  };
}
