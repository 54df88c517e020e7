/** Which labels of a taxonomy the talks really use. Keeps numbers a label, nothing a talk. */
import { validHits } from '../classify/conditions.ts';
import { buildIndex, labelsOf } from '../classify/lexical-index.ts';
import { type Hit, Matcher } from '../classify/match.ts';
import { FIELDS, type Talk } from '../talk.ts';
import type { Label, Taxonomy } from './types.ts';

/** A label on more than this share of the talks says little. */
export const TOO_COMMON = 0.4;

export interface LabelStats {
  readonly concept: string;
  readonly label: Label;
  /** Talks in which a hit of it counts. */
  readonly talks: number;
  /** Talks in which it is the only label of its concept. */
  readonly alone: number;
  readonly withOthers: number;
}

export interface TaxonomyStats {
  readonly taxonomy: string;
  readonly talks: number;
  /** In the order of the taxonomy; labels of the domain are left out. */
  readonly labels: readonly LabelStats[];
  /** Labels that no talk has, in the order of the taxonomy. */
  readonly never: readonly LabelStats[];
  /** Labels on more than `TOO_COMMON` of the talks, the commonest first. */
  readonly common: readonly LabelStats[];
}

/** Counts talk by talk. */
export class StatsCounter {
  private readonly taxonomy: Taxonomy;
  private readonly matcher: Matcher;
  private readonly counts = new Map<Label, { talks: number; alone: number }>();
  private talks = 0;

  constructor(taxonomy: Taxonomy) {
    this.taxonomy = taxonomy;
    this.matcher = new Matcher(taxonomy.index ?? buildIndex(taxonomy), taxonomy.labelTable ?? labelsOf(taxonomy));
  }

  add(talk: Talk): void {
    this.talks++;
    const texts = FIELDS.flatMap((field) => talk[field] ?? []);
    for (const labels of labelsByConcept(texts.flatMap((text) => validHits(this.matcher.match(text)))).values()) {
      for (const label of labels) this.count(label, labels.size === 1);
    }
  }

  stats(): TaxonomyStats {
    const labels = this.taxonomy.concepts.flatMap((concept) =>
      concept.labels.map((label) => {
        const { talks, alone } = this.counts.get(label) ?? { talks: 0, alone: 0 };
        return { concept: concept.id, label, talks, alone, withOthers: talks - alone };
      }),
    );
    return {
      taxonomy: this.taxonomy.id,
      talks: this.talks,
      labels,
      never: labels.filter(({ talks }) => talks === 0),
      common: labels.filter(({ talks }) => talks > this.talks * TOO_COMMON).toSorted((a, b) => b.talks - a.talks),
    };
  }

  private count(label: Label, alone: boolean): void {
    const count = this.counts.get(label) ?? { talks: 0, alone: 0 };
    this.counts.set(label, count);
    count.talks++;
    if (alone) count.alone++;
  }
}

/** The same for some concepts alone. */
export function ofConcepts(stats: TaxonomyStats, ids: ReadonlySet<string>): TaxonomyStats {
  const isOne = ({ concept }: LabelStats): boolean => ids.has(concept);
  return {
    ...stats,
    labels: stats.labels.filter(isOne),
    never: stats.never.filter(isOne),
    common: stats.common.filter(isOne),
  };
}

function labelsByConcept(hits: readonly Hit[]): ReadonlyMap<number, ReadonlySet<Label>> {
  const byConcept = new Map<number, Set<Label>>();
  for (const { indexed } of hits) {
    if (indexed.concept < 0) continue;
    const labels = byConcept.get(indexed.concept) ?? new Set<Label>();
    byConcept.set(indexed.concept, labels.add(indexed.label));
  }
  return byConcept;
}
