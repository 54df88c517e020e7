/**
 * From hits to one score a concept. Each distinct label says its weight once, at its best place; repeats add little. Labels of IT at
 * large count only as far as the talk is about the taxonomy's domain.
 */
import type { Field } from '../talk.ts';
import type { Label, Taxonomy } from '../taxonomy/types.ts';
import type { Hit } from './match.ts';
import type { NormalText } from './normalize.ts';
import type { WordHit } from './words.ts';

/** The numbers of the arithmetic; chosen by hand and checked on labelled talks. */
export interface Scoring {
  /** What a place in a field says, against 1 for the abstract. */
  readonly fields: Readonly<Record<Field, number>>;
  /** An abstract's or body's opening counts this much more … */
  readonly opening: number;
  /** … up to this offset, in UTF-16 code units. */
  readonly openingLength: number;
  /** What each repeat of a label adds, as a share of the one before. */
  readonly repeat: number;
  /** Sum of domain evidence at which a talk is as good as surely about the domain. */
  readonly domainFull: number;
  /** Score at which confidence is one half. */
  readonly half: number;
  /** How fast confidence rises around it. */
  readonly slope: number;
  /** Lengths of text (UTF-16 code units) beyond which a single mention says less. */
  readonly longText: number;
}

export const SCORING: Scoring = {
  fields: { title: 2.6, abstract: 1, body: 1, keywords: 0.6 },
  opening: 1.3,
  openingLength: 300,
  repeat: 0.35,
  domainFull: 3,
  half: 1.4,
  slope: 2,
  longText: 1200,
};

/** One text of a talk: a field, or one of its keywords. */
export interface Place {
  readonly field: Field;
  readonly normal: NormalText;
  /** Offset of the text in its field, UTF-16 code units. */
  readonly base: number;
}

/** What was found in one text. */
export interface PlaceHits {
  readonly place: Place;
  readonly hits: readonly Hit[];
  readonly words: readonly WordHit[];
  /** Tokens of the text. */
  readonly tokens: number;
}

/** A hit and where it stands. */
export interface FoundHit {
  readonly place: Place;
  readonly hit: Hit;
}

/** A label's contribution to a concept. */
export interface Contribution {
  readonly label: Label;
  /** The best occurrence. */
  readonly found: FoundHit;
  readonly count: number;
  /** What it adds to the score. */
  readonly weight: number;
  /** What it would add were the talk wholly about the domain; more than `weight` for a label of IT at large alone. */
  readonly full: number;
}

export interface ConceptScore {
  readonly concept: number;
  readonly score: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Strongest first. */
  readonly contributions: readonly Contribution[];
}

export interface TalkScores {
  /** 0 to 1: how far the talk is about the taxonomy's domain. */
  readonly domain: number;
  /** Strongest first, then by position in the taxonomy. */
  readonly concepts: readonly ConceptScore[];
}

export function scoreTalk(places: readonly PlaceHits[], taxonomy: Taxonomy, scoring: Scoring): TalkScores {
  const domain = domainOf(places, taxonomy, scoring);
  const dilution = Math.min(1, Math.sqrt(scoring.longText / Math.max(1, textLength(places))));
  const byConcept = new Map<number, OpenContribution[]>();
  for (const { place, hits } of places) {
    for (const hit of hits) {
      const { label, concept } = hit.indexed;
      if (concept < 0) continue;
      const full = label.weight * placeWeight(place, hit, dilution, scoring);
      const found = { label, found: { place, hit }, count: 1, weight: label.general ? full * domain : full, full };
      const contributions = byConcept.get(concept);
      if (contributions === undefined) byConcept.set(concept, [found]);
      else add(contributions, found, scoring);
    }
  }
  const concepts = Array.from(byConcept, ([concept, contributions]) => total(concept, contributions, scoring));
  return { domain, concepts: concepts.sort((a, b) => b.score - a.score || a.concept - b.concept) };
}

/** Of the title, abstract and body together, UTF-16 code units of the normal text. */
export function textLength(places: readonly PlaceHits[]): number {
  return places.reduce((sum, { place }) => sum + (place.field === 'keywords' ? 0 : place.normal.text.length), 0);
}

function placeWeight({ field }: Place, { start }: Hit, dilution: number, scoring: Scoring): number {
  const weight = scoring.fields[field];
  if (field === 'title' || field === 'keywords') return weight;
  return weight * (start < scoring.openingLength ? scoring.opening : 1) * (field === 'body' ? dilution : 1);
}

/** A contribution while hits of its label are still added to it. */
type OpenContribution = { -readonly [Key in keyof Contribution]: Contribution[Key] };

/** Adds a hit to its label's contribution: the best place counts whole, the others less the more there are. */
function add(contributions: OpenContribution[], hit: OpenContribution, { repeat }: Scoring): void {
  const known = contributions.find(({ label }) => label === hit.label || label.key === hit.label.key);
  if (known === undefined) {
    contributions.push(hit);
    return;
  }
  const again = repeat ** known.count;
  const isBetter = hit.full > known.full;
  known.weight = isBetter ? hit.weight + known.weight * again : known.weight + hit.weight * again;
  known.full = isBetter ? hit.full + known.full * again : known.full + hit.full * again;
  known.count++;
  if (isBetter) {
    known.found = hit.found;
    known.label = hit.label;
  }
}

function total(concept: number, contributions: readonly Contribution[], scoring: Scoring): ConceptScore {
  const sorted = contributions.toSorted((a, b) => b.weight - a.weight || (a.label.key < b.label.key ? -1 : 1));
  const score = sorted.reduce((sum, { weight }) => sum + weight, 0);
  return { concept, score, confidence: confidenceOf(score, scoring), contributions: sorted };
}

/** A logistic curve over the logarithm of the score: 0 at 0, one half at `half`, 1 far beyond. */
export function confidenceOf(score: number, { half, slope }: Scoring): number {
  return score <= 0 ? 0 : 1 / (1 + (half / score) ** slope);
}

/** The share of `domainFull` that distinct domain words and the labels of no other field reach; 1 where the taxonomy names no domain. */
function domainOf(places: readonly PlaceHits[], taxonomy: Taxonomy, { domainFull, fields }: Scoring): number {
  if (taxonomy.domain.length === 0) return 1;
  const best = new Map<string, number>();
  for (const { place, hits } of places) {
    for (const { indexed } of hits) {
      const { label, concept } = indexed;
      if (label.general) continue;
      const weight = label.weight * (concept < 0 ? 1 : 0.5) * fields[place.field];
      if (weight > (best.get(label.key) ?? 0)) best.set(label.key, weight);
    }
  }
  let sum = 0;
  for (const weight of best.values()) sum += weight;
  return Math.min(1, sum / domainFull);
}
