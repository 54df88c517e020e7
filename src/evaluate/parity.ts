/** Whether both texts of a talk given in English and in Japanese get the same tags. */
import type { Evidence } from '../talk.ts';
import { type Half, type Halves, type Language, type NearMiss, pairsOf } from './parity-pairs.ts';

/** A tag that the text in one language gets and its translation does not. */
export interface OneSidedTag {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  /** The language that has it. */
  readonly has: Language;
  readonly confidence: number;
  /** What the tag rests on, strongest first. */
  readonly evidence: readonly Evidence[];
  /** How near the other text came; absent where it has no word for the concept at all. */
  readonly near?: NearMiss;
}

export interface ParityPair {
  readonly en: Half;
  readonly ja: Half;
  /** Ids of the tags that both texts get. */
  readonly shared: readonly string[];
  /** None where the pair is alike; by language, then confidence. */
  readonly oneSided: readonly OneSidedTag[];
  /** Tags in common through tags in all, 0 to 1; two texts without tags agree. */
  readonly jaccard: number;
  readonly samePrimary: boolean;
}

/** How often a concept is a tag of both texts of a pair, and of one alone. */
export interface ConceptParity {
  readonly id: string;
  readonly both: number;
  readonly en: number;
  readonly ja: number;
}

/** How far the two texts of pairs agree. */
export interface ParityFigures {
  readonly pairs: number;
  /** Pairs with the same tags in both languages. */
  readonly alike: number;
  /** Shares of the pairs and their mean, 0 to 1; 0 without pairs. */
  readonly share: number;
  readonly jaccard: number;
  readonly primary: number;
}

export interface Parity {
  /** In the order their first halves came. */
  readonly pairs: readonly ParityPair[];
  readonly all: ParityFigures;
  /** Of the pairs where at least one text has a tag: two texts without any agree, and a tool that finds nothing would be right. */
  readonly tagged: ParityFigures;
  /** Concepts that stand on one side of some pair, those that do so most often first. */
  readonly concepts: readonly ConceptParity[];
  /** Talks in English or Japanese that came without the other half. */
  readonly alone: number;
}

/** Pairs halves and compares them. */
export function parityOf(halves: readonly Half[]): Parity {
  const pairs = pairsOf(halves).map(compared);
  return {
    pairs,
    all: figuresOf(pairs),
    tagged: figuresOf(pairs.filter(({ shared, oneSided }) => shared.length + oneSided.length > 0)),
    concepts: conceptsOf(pairs),
    alone: halves.length - 2 * pairs.length,
  };
}

function figuresOf(pairs: readonly ParityPair[]): ParityFigures {
  const share = (sum: number): number => (pairs.length === 0 ? 0 : sum / pairs.length);
  const alike = pairs.filter(isAlike).length;
  return {
    pairs: pairs.length,
    alike,
    share: share(alike),
    jaccard: share(pairs.reduce((sum, { jaccard }) => sum + jaccard, 0)),
    primary: share(pairs.filter(({ samePrimary }) => samePrimary).length),
  };
}

export function isAlike({ oneSided }: ParityPair): boolean {
  return oneSided.length === 0;
}

function compared({ en, ja }: Halves): ParityPair {
  const oneSided = [...extraTags(en, ja), ...extraTags(ja, en)];
  const shared = idsOf(en).filter((id) => idsOf(ja).includes(id));
  const all = shared.length + oneSided.length;
  return {
    en,
    ja,
    shared,
    oneSided,
    jaccard: all === 0 ? 1 : shared.length / all,
    samePrimary: en.talk.primary === ja.talk.primary,
  };
}

/** The tags of `half` that `other` lacks. */
function extraTags(half: Half, other: Half): readonly OneSidedTag[] {
  const there = new Set(idsOf(other));
  return half.talk.tags
    .filter(({ id }) => !there.has(id))
    .map(({ id, label, confidence, evidence }) => {
      const near = other.misses.get(id);
      return { id, label, has: half.lang, confidence, evidence, ...(near === undefined ? {} : { near }) };
    });
}

function idsOf({ talk }: Half): readonly string[] {
  return talk.tags.map(({ id }) => id);
}

function conceptsOf(pairs: readonly ParityPair[]): readonly ConceptParity[] {
  const onSides = new Map<string, { id: string; both: number; en: number; ja: number }>();
  const count = (id: string, side: 'both' | Language): void => {
    const counts = onSides.get(id) ?? { id, both: 0, en: 0, ja: 0 };
    onSides.set(id, counts);
    counts[side]++;
  };
  for (const { shared, oneSided } of pairs) {
    for (const id of shared) count(id, 'both');
    for (const { id, has } of oneSided) count(id, has);
  }
  return [...onSides.values()]
    .filter(({ en, ja }) => en + ja > 0)
    .sort((a, b) => b.en + b.ja - a.en - a.ja || (a.id < b.id ? -1 : 1));
}
