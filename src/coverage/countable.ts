/** What of a talk is counted, worked out once for all the groups that it is in. */
import { groupsOf } from './keys.ts';
import { productKey, shownName } from './product-names.ts';
import type { CountedTag, CountedTalk, Example } from './types.ts';

export interface CountedConcept {
  readonly id: string;
  /** 0 to 1; of a part that of its surest tag. */
  readonly confidence: number;
  readonly isPrimary: boolean;
}

/** A product that a talk names, or an organisation it comes from. */
export interface CountedName {
  /** The same for all names of one product. */
  readonly key: string;
  /** As the talk writes it. */
  readonly name: string;
  /** Of a product those whose tag rests on it, of an organisation all that the talk treats. */
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
  name: string;
  readonly elements: string[];
}

/**
 * A talk in review counts for no element unless `includeReview`. A tag that a record repeats counts once, as it stands first.
 * `partOf`: by element the part that it counts for; without it, or where it knows no such element, what the tag says.
 */
export function countableOf(
  talk: CountedTalk,
  includeReview: boolean,
  partOf?: ReadonlyMap<string, string>,
): Countable {
  const { id, title, status, primary } = talk;
  const elements: OpenConcept[] = [];
  const parts: OpenConcept[] = [];
  let products: Map<string, OpenName> | undefined;
  if (status === 'tagged' || (status === 'review' && includeReview))
    for (const tag of talk.tags) {
      if (elements.some((element) => element.id === tag.id)) continue;
      const { id, confidence } = tag;
      const isPrimary = id === primary;
      elements.push({ id, confidence, isPrimary });
      addPart(parts, { id: partOf?.get(id) ?? tag.part, confidence, isPrimary });
      products = withProducts(products, tag);
    }
  return {
    status,
    example: { id, title },
    elements,
    parts,
    tools: products === undefined ? NO_NAMES : [...products.values()],
    organisations: organisationsOf(talk, elements),
  };
}

function addPart(parts: OpenConcept[], { id, confidence, isPrimary }: CountedConcept): void {
  const known = parts.find((part) => part.id === id);
  if (known === undefined) {
    parts.push({ id, confidence, isPrimary });
    return;
  }
  known.confidence = Math.max(known.confidence, confidence);
  known.isPrimary ||= isPrimary;
}

/** The products known so far and those that a tag rests on, by key; no map is made for talks that name none, as most do. */
function withProducts(
  known: Map<string, OpenName> | undefined,
  { id, evidence }: CountedTag,
): Map<string, OpenName> | undefined {
  let products = known;
  for (const { kind, term } of evidence) {
    if (kind !== 'product') continue;
    products ??= new Map();
    const key = productKey(term);
    const product = products.get(key);
    if (product === undefined) products.set(key, { key, name: term, elements: [id] });
    else {
      product.name = shownName(product.name, term);
      if (product.elements.at(-1) !== id) product.elements.push(id);
    }
  }
  return products;
}

const NO_NAMES: readonly CountedName[] = [];

/** The same ones that talks are grouped by. */
function organisationsOf(talk: CountedTalk, concepts: readonly CountedConcept[]): readonly CountedName[] {
  if (talk.organisations === undefined || talk.organisations.length === 0) return NO_NAMES;
  const names = groupsOf(talk, 'organisation').filter((name) => name !== '');
  const elements = concepts.map(({ id }) => id);
  return names.map((name) => ({ key: name, name, elements }));
}
