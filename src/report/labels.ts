/** Names of concepts in the reader's language, and of what a talk belongs to. */
import type { Talk } from '../talk.ts';
import type { ByLanguage, Concept, Taxonomy } from '../taxonomy/types.ts';
import { visibleLine } from './text.ts';
import type { ReportContext } from './types.ts';

/** The label in `lang` (BCP 47, its first subtag decides), else in English, else any. */
export function labelIn(label: ByLanguage, lang: string | undefined): string {
  const language = primarySubtag(lang ?? 'en');
  const found =
    (Object.hasOwn(label, language) ? label[language] : undefined) ?? label.en ?? Object.values(label)[0] ?? '';
  return visibleLine(found);
}

/** The language labels are shown in: what the user asked for, else that of the talks themselves. */
export function labelLanguage({ lang }: ReportContext, own: string | undefined): string {
  return primarySubtag(lang ?? own ?? 'en');
}

function primarySubtag(lang: string): string {
  const end = lang.indexOf('-');
  return (end < 0 ? lang : lang.slice(0, end)).toLowerCase();
}

export interface PartOfTree {
  readonly part: Concept;
  readonly elements: readonly Concept[];
}

/** Parts with the elements below them at any depth, in taxonomy order. */
export function partsOf({ concepts }: Taxonomy): readonly PartOfTree[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const parents = new Set(concepts.map(({ broader }) => broader));
  const rootOf = (concept: Concept, depth = 0): string => {
    const above = concept.broader === undefined ? undefined : byId.get(concept.broader);
    return above === undefined || depth > concepts.length ? concept.id : rootOf(above, depth + 1);
  };
  const leaves = concepts.filter(({ id, broader }) => broader !== undefined && !parents.has(id));
  return concepts
    .filter(({ broader }) => broader === undefined)
    .map((part) => ({ part, elements: leaves.filter((leaf) => rootOf(leaf) === part.id) }));
}

/** Event and year; the year once where the event's name says it. */
export function occasion({ event, year }: Pick<Talk, 'event' | 'year'>): string {
  if (event === undefined || year === undefined) return event ?? String(year ?? '');
  const said = [String(year), `'${String(year).slice(-2)}`, `’${String(year).slice(-2)}`].some((form) =>
    event.includes(form),
  );
  return said ? event : `${event} ${year}`;
}
