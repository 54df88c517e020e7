/** The counts of one group, talk by talk; what comes out does not depend on the talks' order, and no talk is kept. */
import type { Taxonomy } from '../taxonomy/types.ts';
import type { Countable, CountedConcept } from './countable.ts';
import { weighed } from './counts.ts';
import { BestExamples } from './examples.ts';
import { NamedCounter } from './named-counter.ts';
import type { ProductNames } from './product-names.ts';
import type { Shown } from './shown.ts';
import { wilson } from './statistics.ts';
import type { Count, CoverageGroup, Example, Weight } from './types.ts';

export interface CountingOptions {
  readonly weight: Weight;
  readonly includeReview: boolean;
  /** Whose parts and elements are in the result whether a talk treats them or not. */
  readonly taxonomy?: Taxonomy;
}

/** What is the same for the results of all groups. */
export interface Naming {
  readonly shown: Shown;
  readonly products: ProductNames;
}

interface OpenCount {
  talks: number;
  primary: number;
  readonly examples: BestExamples;
}

export class GroupCounter {
  readonly #weight: Weight;
  readonly #statuses = { tagged: 0, untagged: 0, review: 0 };
  readonly #parts = new Map<string, OpenCount>();
  readonly #elements = new Map<string, OpenCount>();
  // Made when needed: of 50,000 speakers few name a product.
  #tools: NamedCounter | undefined;
  #organisations: NamedCounter | undefined;

  constructor(weight: Weight) {
    this.#weight = weight;
  }

  add({ status, example, parts, elements, tools, organisations }: Countable): void {
    this.#statuses[status]++;
    for (const part of parts) countTalk(this.#parts, part, example);
    for (const element of elements) countTalk(this.#elements, element, example);
    if (tools.length > 0) {
      this.#tools ??= new NamedCounter();
      this.#tools.add(tools);
    }
    if (organisations.length > 0) {
      this.#organisations ??= new NamedCounter();
      this.#organisations.add(organisations);
    }
  }

  result(key: string, and: string | undefined, { shown, products }: Naming): CoverageGroup {
    const { tagged, untagged, review } = this.#statuses;
    const talks = tagged + untagged + review;
    return {
      key,
      ...(and === undefined ? {} : { and }),
      talks,
      tagged,
      untagged,
      review,
      parts: countsOf(this.#parts, shown.parts, talks, this.#weight),
      elements: countsOf(this.#elements, shown.elements, talks, this.#weight),
      tools: this.#tools?.result((product) => products.nameOf(product)) ?? [],
      organisations: this.#organisations?.result((name) => name) ?? [],
    };
  }
}

function countTalk(
  counts: Map<string, OpenCount>,
  { id, confidence, isPrimary }: CountedConcept,
  example: Example,
): void {
  let open = counts.get(id);
  if (open === undefined) {
    open = { talks: 0, primary: 0, examples: new BestExamples() };
    counts.set(id, open);
  }
  open.talks++;
  if (isPrimary) open.primary++;
  open.examples.offer(example, confidence);
}

/** Those that are shown anyway, then the others by name. What nobody treats is one value, however many ids share it. */
function countsOf(
  counts: ReadonlyMap<string, OpenCount>,
  shown: readonly string[],
  of: number,
  weight: Weight,
): Readonly<Record<string, Count>> {
  const none = countOf(undefined, of, weight);
  const known = new Set(shown);
  const others = [...counts.keys()].filter((id) => !known.has(id)).sort();
  return Object.fromEntries(
    [...shown, ...others].map((id) => {
      const open = counts.get(id);
      return [id, open === undefined ? none : countOf(open, of, weight)];
    }),
  );
}

function countOf(open: OpenCount | undefined, of: number, weight: Weight): Count {
  const { talks = 0, primary = 0, examples } = open ?? {};
  const counted = weighed({ talks, primary }, weight);
  const { low, high } = wilson(counted, of);
  return { talks, primary, share: of === 0 ? 0 : counted / of, low, high, examples: examples?.best() ?? [] };
}
