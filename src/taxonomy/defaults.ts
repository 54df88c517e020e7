/** What a label is taken to be where the taxonomy does not say it. */
import type { LabelKind, LabelRole } from './types.ts';

/** What an occurrence says. */
export const DEFAULT_WEIGHT: Readonly<Record<LabelRole, Readonly<Record<LabelKind, number>>>> = {
  pref: { term: 1.5, product: 0.5 },
  alt: { term: 1, product: 0.5 },
  hidden: { term: 1, product: 0.5 },
};

/** Capitals and digits, at least two capitals: RAG, CT, A100. */
const ACRONYM = /^(?=(?:.*[A-Z]){2})[A-Z0-9]{2,5}$/;

/** Such a label is matched in exact case. */
export function isAcronym(text: string): boolean {
  return text.length <= 5 && ACRONYM.test(text);
}
