/** The counts of one group, talk by talk; what comes out does not depend on the talks' order, and no talk is kept. */
import type { Taxonomy } from '../taxonomy/types.ts';
import { BestExamples } from './examples.ts';
import type { Shown } from './shown.ts';
import { wilson } from './statistics.ts';
import type { Count, CountedTag, CountedTalk, CoverageGroup, Named, Weight } from './types.ts';

export interface CountingOptions {
  readonly weight: Weight;
  readonly includeReview: boolean;
  /** Whose parts and elements are in the result whether a talk treats them or not. */
  readonly taxonomy?: Taxonomy;
}

export class GroupCounter {
  readonly #options: Pick<CountingOptions, 'weight' | 'includeReview'>;
  readonly #statuses = { tagged: 0, untagged: 0, review: 0 };
  readonly #parts = new Map<string, OpenCount>();
  readonly #elements = new Map<string, OpenCount>();
  readonly #tools = new Map<string, OpenNamed>();
  readonly #organisations = new Map<string, OpenNamed>();

  constructor(options: Pick<CountingOptions, 'weight' | 'includeReview'>) {
    this.#options = options;
  }

  add(talk: CountedTalk): void {
    this.#statuses[talk.status]++;
    const isCounted = talk.status === 'tagged' || (talk.status === 'review' && this.#options.includeReview);
    const tags = isCounted ? talk.tags : [];
    const primaryPart = tags.find(({ id }) => id === talk.primary)?.part;
    const parts = new Map<string, number>();
    for (const { id, part, confidence } of tags) {
      countTalk(this.#elements, id, talk, confidence, id === talk.primary);
      parts.set(part, Math.max(parts.get(part) ?? 0, confidence));
    }
    for (const [part, confidence] of parts) countTalk(this.#parts, part, talk, confidence, part === primaryPart);
    for (const [name, elements] of productsOf(tags)) countNamed(this.#tools, name, elements);
    const elements = tags.map(({ id }) => id);
    for (const name of new Set(talk.organisations ?? [])) countNamed(this.#organisations, name, elements);
  }

  result(key: string, and: string | undefined, shown: Shown): CoverageGroup {
    const talks = this.#statuses.tagged + this.#statuses.untagged + this.#statuses.review;
    const counts = (open: ReadonlyMap<string, OpenCount>, ids: readonly string[]) =>
      Object.fromEntries(inOrder(open, ids).map((id) => [id, this.#countOf(open.get(id), talks)]));
    return {
      key,
      ...(and === undefined ? {} : { and }),
      talks,
      ...this.#statuses,
      parts: counts(this.#parts, shown.parts),
      elements: counts(
        this.#elements,
        shown.elements.map(({ id }) => id),
      ),
      tools: named(this.#tools),
      organisations: named(this.#organisations),
    };
  }

  #countOf(open: OpenCount | undefined, of: number): Count {
    const { talks, primary } = open ?? { talks: 0, primary: 0 };
    const counted = this.#options.weight === 'talk' ? talks : primary;
    return {
      talks,
      primary,
      share: of === 0 ? 0 : counted / of,
      ...wilson(counted, of),
      examples: open?.examples.best() ?? [],
    };
  }
}

interface OpenCount {
  talks: number;
  primary: number;
  readonly examples: BestExamples;
}

interface OpenNamed {
  talks: number;
  readonly elements: Map<string, number>;
}

function countTalk(
  counts: Map<string, OpenCount>,
  id: string,
  talk: CountedTalk,
  confidence: number,
  isPrimary: boolean,
): void {
  let open = counts.get(id);
  if (open === undefined) {
    open = { talks: 0, primary: 0, examples: new BestExamples() };
    counts.set(id, open);
  }
  open.talks++;
  if (isPrimary) open.primary++;
  open.examples.offer(talk, confidence);
}

function countNamed(counts: Map<string, OpenNamed>, name: string, elements: Iterable<string>): void {
  let open = counts.get(name);
  if (open === undefined) {
    open = { talks: 0, elements: new Map() };
    counts.set(name, open);
  }
  open.talks++;
  for (const id of elements) open.elements.set(id, (open.elements.get(id) ?? 0) + 1);
}

/** Products by name, with the elements that each is evidence for. */
function productsOf(tags: readonly CountedTag[]): ReadonlyMap<string, ReadonlySet<string>> {
  const products = new Map<string, Set<string>>();
  for (const { id, evidence } of tags)
    for (const { kind, term } of evidence) {
      if (kind !== 'product') continue;
      const elements = products.get(term);
      if (elements === undefined) products.set(term, new Set([id]));
      else elements.add(id);
    }
  return products;
}

/** The ids that are shown anyway, then the others by name. */
function inOrder(counts: ReadonlyMap<string, unknown>, ids: readonly string[]): readonly string[] {
  const known = new Set(ids);
  return [...ids, ...[...counts.keys()].filter((id) => !known.has(id)).sort()];
}

function named(counts: ReadonlyMap<string, OpenNamed>): readonly Named[] {
  return [...counts]
    .map(([name, { talks, elements }]) => ({
      name,
      talks,
      elements: Object.fromEntries([...elements].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
    }))
    .sort((a, b) => b.talks - a.talks || (a.name < b.name ? -1 : 1));
}
