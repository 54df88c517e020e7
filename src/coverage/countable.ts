/** What of a talk is counted, worked out once for all the groups that it is in. */
import type { CountedTag, CountedTalk, Example } from './types.ts';

export interface CountedConcept {
  readonly id: string;
  /** 0 to 1; of a part that of its surest tag. */
  readonly confidence: number;
  readonly isPrimary: boolean;
}

/** A product or organisation, and the elements that go with it, each once. */
export interface CountedName {
  readonly name: string;
  readonly elements: readonly string[];
}

export interface Countable {
  readonly status: CountedTalk['status'];
  readonly example: Example;
  readonly elements: readonly CountedConcept[];
  readonly parts: readonly CountedConcept[];
  readonly tools: readonly CountedName[];
  readonly organisations: readonly CountedName[];
}

interface OpenConcept extends CountedConcept {
  confidence: number;
  isPrimary: boolean;
}

interface OpenName extends CountedName {
  readonly elements: string[];
}

/** A talk in review counts for no element unless `includeReview`. A tag that a record repeats counts once, as it stands first. */
export function countableOf(talk: CountedTalk, includeReview: boolean): Countable {
  const { id, title, status, primary, organisations = [] } = talk;
  const elements: OpenConcept[] = [];
  const parts: OpenConcept[] = [];
  const tools: OpenName[] = [];
  if (status === 'tagged' || (status === 'review' && includeReview))
    for (const tag of talk.tags) {
      if (elements.some((element) => element.id === tag.id)) continue;
      const isPrimary = tag.id === primary;
      elements.push({ id: tag.id, confidence: tag.confidence, isPrimary });
      addPart(parts, tag, isPrimary);
      addProducts(tools, tag);
    }
  return { status, example: { id, title }, elements, parts, tools, organisations: namesOf(organisations, elements) };
}

function addPart(parts: OpenConcept[], { part, confidence }: CountedTag, isPrimary: boolean): void {
  const known = parts.find(({ id }) => id === part);
  if (known === undefined) {
    parts.push({ id: part, confidence, isPrimary });
    return;
  }
  known.confidence = Math.max(known.confidence, confidence);
  known.isPrimary ||= isPrimary;
}

/** Products that a talk names, each with the elements that it is evidence for. */
function addProducts(tools: OpenName[], { id, evidence }: CountedTag): void {
  for (const { kind, term } of evidence) {
    if (kind !== 'product') continue;
    const known = tools.find(({ name }) => name === term);
    if (known === undefined) tools.push({ name: term, elements: [id] });
    else if (!known.elements.includes(id)) known.elements.push(id);
  }
}

function namesOf(names: readonly string[], concepts: readonly CountedConcept[]): readonly CountedName[] {
  if (names.length === 0) return [];
  const elements = concepts.map(({ id }) => id);
  return [...new Set(names)].map((name) => ({ name, elements }));
}
