/** What a target counts: one of the totals, or the part or element that its words name. */
import { type NamedConcept, namedConcept } from '../classify/declared.ts';
import { nearest } from '../nearest.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CoverageGroup } from './types.ts';

/** What of a group can be asked for beside parts and elements. */
const TOTALS = ['talks', 'tagged', 'untagged', 'review'] as const;

export type Subject =
  | { readonly total: (typeof TOTALS)[number] }
  | { readonly concept: string; readonly kind: 'parts' | 'elements' };

/** A label of less weight hints at its concept, among others: no one can tell that it was meant. */
const SURE = 1;

export function totalNamed(words: string): (typeof TOTALS)[number] | undefined {
  return TOTALS.find((total) => total === words.toLowerCase());
}

/** What the words name of what was counted, elements that only records know among it; or what is wrong with them. */
export function subjectNamed(
  words: string,
  { elements, parts }: Pick<CoverageGroup, 'elements' | 'parts'>,
  taxonomy: Taxonomy,
): Subject | { readonly mistake: string } {
  const total = totalNamed(words);
  if (total !== undefined) return { total };
  if (Object.hasOwn(elements, words)) return { concept: words, kind: 'elements' };
  const named = namedConcept(words, taxonomy);
  if (named === undefined || named.weight < SURE) return { mistake: unnamed(words, named, taxonomy) };
  if (Object.hasOwn(elements, named.id)) return { concept: named.id, kind: 'elements' };
  if (Object.hasOwn(parts, named.id)) return { concept: named.id, kind: 'parts' };
  return { mistake: `"${words}" is neither a part nor an element; ask for one of those.` };
}

/** What is wrong with words that are no total and name nothing of the taxonomy; only records of another one may know them. */
export function mistakeIn(words: string, taxonomy: Taxonomy): string | undefined {
  if (totalNamed(words) !== undefined) return undefined;
  const named = namedConcept(words, taxonomy);
  return named === undefined || named.weight < SURE ? unnamed(words, named, taxonomy) : undefined;
}

/** Whether the words are not what `concept` is called, neither its id nor a preferred label, so that a reader may take them for another. */
export function isOtherName(words: string, concept: string, taxonomy: Taxonomy): boolean {
  return words !== concept && Number.isFinite(namedConcept(words, taxonomy)?.weight);
}

function unnamed(words: string, hinted: NamedConcept | undefined, { id, concepts }: Taxonomy): string {
  const names = concepts.flatMap((concept) => [concept.id, ...Object.values(concept.prefLabel)]);
  const meant = nearest(words, [...names, ...TOTALS]) ?? names.find((name) => name.includes(words)) ?? hinted?.id;
  const suggestion = meant === undefined ? '' : ` (did you mean "${meant}"?)`;
  return hinted === undefined
    ? `the taxonomy ${id} has no part or element "${words}"${suggestion}.`
    : `"${words}" is the name of no part or element of the taxonomy ${id}, though a word that hints at ${hinted.id}${suggestion}.`;
}
