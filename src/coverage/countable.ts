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

/** A talk in review counts for no element unless `includeReview`. */
export function countableOf(talk: CountedTalk, includeReview: boolean): Countable {
  const { id, title, status, primary, organisations = [] } = talk;
  const tags = status === 'tagged' || (status === 'review' && includeReview) ? distinct(talk.tags) : NO_TAGS;
  const elements = tags.map((tag) => tag.id);
  return {
    status,
    example: { id, title },
    elements: tags.map((tag) => ({ id: tag.id, confidence: tag.confidence, isPrimary: tag.id === primary })),
    parts: partsOf(tags, primary),
    tools: productsOf(tags),
    organisations: (organisations.length < 2 ? organisations : [...new Set(organisations)]).map((name) => ({
      name,
      elements,
    })),
  };
}

const NO_TAGS: readonly CountedTag[] = [];

/** A tag that a record repeats counts once, as it stands first. */
function distinct(tags: readonly CountedTag[]): readonly CountedTag[] {
  const isFirst = ({ id }: CountedTag, i: number) => tags.findIndex((tag) => tag.id === id) === i;
  return tags.every(isFirst) ? tags : tags.filter(isFirst);
}

function partsOf(tags: readonly CountedTag[], primary: string | null): readonly CountedConcept[] {
  const primaryPart = tags.find(({ id }) => id === primary)?.part;
  return tags.flatMap(({ part }, i) => {
    if (tags.findIndex((tag) => tag.part === part) < i) return [];
    const confidence = tags.reduce((most, tag) => (tag.part === part ? Math.max(most, tag.confidence) : most), 0);
    return [{ id: part, confidence, isPrimary: part === primaryPart }];
  });
}

/** Products that talks name, each with the elements that it is evidence for. */
function productsOf(tags: readonly CountedTag[]): readonly CountedName[] {
  const products: { readonly name: string; readonly elements: string[] }[] = [];
  for (const { id, evidence } of tags)
    for (const { kind, term } of evidence) {
      if (kind !== 'product') continue;
      const known = products.find(({ name }) => name === term);
      if (known === undefined) products.push({ name: term, elements: [id] });
      else if (!known.elements.includes(id)) known.elements.push(id);
    }
  return products;
}
