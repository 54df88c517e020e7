/** What of a talk is counted, worked out once for all the groups that it is in. */
import { productKey, shownName } from './product-names.ts';
import type { CountedTag, CountedTalk, Example } from './types.ts';

export interface CountedConcept {
  readonly id: string;
  /** 0 to 1; of a part that of its surest tag. */
  readonly confidence: number;
  readonly isPrimary: boolean;
}

/** A product or organisation that a talk names, and the elements that the talk treats. */
export interface CountedName {
  /** The same for all names of one product. */
  readonly key: string;
  /** As it is to be shown. */
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

/** A talk in review counts for no element unless `includeReview`. A tag that a record repeats counts once, as it stands first. */
export function countableOf(talk: CountedTalk, includeReview: boolean): Countable {
  const { id, title, status, primary, organisations = [] } = talk;
  const elements: OpenConcept[] = [];
  const parts: OpenConcept[] = [];
  let products: Map<string, string> | undefined;
  if (status === 'tagged' || (status === 'review' && includeReview))
    for (const tag of talk.tags) {
      if (elements.some((element) => element.id === tag.id)) continue;
      const isPrimary = tag.id === primary;
      elements.push({ id: tag.id, confidence: tag.confidence, isPrimary });
      addPart(parts, tag, isPrimary);
      products = withProducts(products, tag);
    }
  return {
    status,
    example: { id, title },
    elements,
    parts,
    tools: products === undefined ? NO_NAMES : namesOf(products, elements),
    organisations:
      organisations.length === 0 ? NO_NAMES : namesOf(new Map(organisations.map((one) => [one, one])), elements),
  };
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

/** The products known so far and those that a tag rests on, by key; no map is made for talks that name none, as most do. */
function withProducts(
  known: Map<string, string> | undefined,
  { evidence }: CountedTag,
): Map<string, string> | undefined {
  let products = known;
  for (const { kind, term } of evidence) {
    if (kind !== 'product') continue;
    products ??= new Map();
    const key = productKey(term);
    const name = products.get(key);
    products.set(key, name === undefined ? term : shownName(name, term));
  }
  return products;
}

const NO_NAMES: readonly CountedName[] = [];

function namesOf(names: ReadonlyMap<string, string>, concepts: readonly CountedConcept[]): readonly CountedName[] {
  const elements = concepts.map(({ id }) => id);
  return [...names].map(([key, name]) => ({ key, name, elements }));
}
