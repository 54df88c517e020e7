/**
 * What the hits of a talk say about each element, as numbers that mean the same for every element: a model weighs them once for all, so
 * that what it learned of a frequent element serves a rare one, or one that it has never met.
 */
import type { ConceptScore, TalkScores } from './score.ts';

/** Scores from which a stronger element counts by a slope of its own, as positions on the scale of `strength`. */
const KNEES = [-1, 0, 0.5, 1, 1.5] as const;
/** Added to every score before its logarithm is taken, so that there is one for 0. */
const FLOOR = 0.1;
/** The opening of a text, UTF-16 code units of its normal form. */
const OPENING = 300;
/** Lengths are measured from the logarithm of an ordinary abstract's. */
const ORDINARY_LENGTH = 6;

/**
 * In the order of the numbers. `strength` is the logarithm of the score; `…-other` and the like are of the other elements of the talk;
 * a product of two is written with `×`.
 */
export const SIGNALS = [
  'found',
  'strength',
  ...KNEES.map((knee) => `strength-from-${(Math.exp(knee) - FLOOR).toFixed(1)}`),
  'share',
  'share-from-a-third',
  'title',
  'in-title',
  'in-opening',
  'labels',
  'hits',
  'strongest-label',
  'products',
  'general',
  'spread',
  'best-other',
  'sum-other',
  'runner-up',
  'title-other',
  'sibling',
  'domain',
  'length',
  'japanese',
  'rank',
  'first',
  'lead',
  'lead-from-0',
  'strength×share',
  'strength×japanese',
  'strength×domain',
  'strength×title',
  'labels×strongest',
  'first×domain',
] as const;

/** What of a talk beside its hits the signals hang on. */
export interface TalkFacts {
  /** Of the title, abstract and body together, UTF-16 code units of the normal text. */
  readonly length: number;
  readonly japanese: boolean;
}

/** The elements that are judged, each by its position among the concepts, with the position of its part. */
export interface JudgedElements {
  readonly concepts: readonly number[];
  readonly parts: readonly number[];
}

/** The evidence of one element, in numbers. */
interface Standing {
  readonly score: number;
  /** The score were the talk wholly about the domain. */
  readonly full: number;
  readonly title: number;
  readonly inOpening: boolean;
  readonly labels: number;
  readonly hits: number;
  readonly strongest: number;
  readonly products: number;
  readonly general: number;
  readonly spread: number;
}

const NOTHING: Standing = {
  score: 0,
  full: 0,
  title: 0,
  inOpening: false,
  labels: 0,
  hits: 0,
  strongest: 0,
  products: 0,
  general: 0,
  spread: 0,
};

/** A talk's evidence, ready to be put into numbers element by element. */
export class TalkSignals {
  private readonly standings: readonly Standing[];
  private readonly parts: readonly number[];
  private readonly domain: number;
  private readonly facts: TalkFacts;
  private readonly total: number;

  constructor(scores: TalkScores, facts: TalkFacts, { concepts, parts }: JudgedElements) {
    const byConcept = new Map(scores.concepts.map((score) => [score.concept, score]));
    this.standings = concepts.map((concept) => {
      const score = byConcept.get(concept);
      return score === undefined ? NOTHING : standingOf(score, scores.domain, facts);
    });
    this.parts = parts;
    this.domain = scores.domain;
    this.facts = facts;
    this.total = this.standings.reduce((sum, { score }) => sum + score, 0);
  }

  scoreOf(element: number): number {
    return this.standings[element]?.score ?? 0;
  }

  /** The signals of one element, in the order of `SIGNALS`, as they are or as they would be with more evidence for it. */
  of(element: number, more?: MoreEvidence): readonly number[] {
    const standing = this.standings[element] ?? NOTHING;
    const supposed = more === undefined ? standing : withMore(standing, more);
    return row(supposed, this.around(element, supposed), more?.domain ?? this.domain, this.facts);
  }

  /** The weighted sum of every element's signals. Elements without a hit differ in their siblings alone, so their sum is made once. */
  weighed(weights: Float64Array): Float64Array {
    const { standings } = this;
    const sums = new Float64Array(standings.length);
    const slope = weights[SIBLING] ?? 0;
    let common: number | undefined;
    for (let element = 0; element < sums.length; element++) {
      if (standings[element] !== NOTHING) sums[element] = dot(this.of(element), weights);
      else {
        common ??= dot(
          row(NOTHING, { ...this.around(element, NOTHING), sibling: 0 }, this.domain, this.facts),
          weights,
        );
        sums[element] = common + slope * (scale(this.siblingOf(element)) - scale(0));
      }
    }
    return sums;
  }

  /** The best score of another element of the same part. */
  private siblingOf(element: number): number {
    const { standings, parts } = this;
    const part = parts[element];
    let best = 0;
    for (let at = 0; at < standings.length; at++) {
      const score = standings[at]?.score ?? 0;
      if (score > best && at !== element && parts[at] === part) best = score;
    }
    return best;
  }

  private around(element: number, { score: own }: Standing): Surroundings {
    const { standings } = this;
    let rank = 0;
    let best = 0;
    let second = 0;
    let titleOther = 0;
    for (let at = 0; at < standings.length; at++) {
      const other = standings[at];
      if (at === element || other === undefined || other.score === 0) continue;
      const { score, title } = other;
      if (score > own || (score === own && at < element)) rank++;
      if (score > best) {
        second = best;
        best = score;
      } else if (score > second) second = score;
      if (title > titleOther) titleOther = title;
    }
    return {
      best: Math.max(best, own),
      bestOther: best,
      sumOther: this.total - this.scoreOf(element),
      runnerUp: own > best ? best : Math.max(second, own),
      titleOther,
      sibling: this.siblingOf(element),
      rank,
    };
  }
}

const SIBLING = SIGNALS.indexOf('sibling');

/** Their weighted sum. */
export function dot(row: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}

/** Evidence that a talk does not hold, to ask what it would change. */
export interface MoreEvidence {
  /** Labels of weight 1 that would stand in the text. */
  readonly terms?: number;
  /** Whether one of them would stand in the title. */
  readonly inTitle?: boolean;
  /** The domain's share, were it another. */
  readonly domain?: number;
  /** What the title's place is worth, against 1 in the text. */
  readonly titleWeight: number;
}

function withMore(standing: Standing, { terms = 0, inTitle = false, domain, titleWeight }: MoreEvidence): Standing {
  const base = domain === undefined ? standing.score : standing.full;
  return {
    ...standing,
    score: base + terms + (inTitle ? titleWeight - 1 : 0),
    title: standing.title + (inTitle ? 1 : 0),
    labels: standing.labels + terms,
    hits: standing.hits + terms,
    strongest: Math.max(standing.strongest, terms > 0 ? 1 : 0),
  };
}

function standingOf({ score, contributions }: ConceptScore, domain: number, { length }: TalkFacts): Standing {
  const quarters = new Set<number>();
  let title = 0;
  let inOpening = false;
  let hits = 0;
  let strongest = 0;
  let products = 0;
  let general = 0;
  let weights = 0;
  let whole = 0;
  for (const { label, found, count, full } of contributions) {
    hits += count;
    whole += full;
    weights += label.weight;
    strongest = Math.max(strongest, label.weight);
    if (label.kind === 'product') products++;
    if (label.general) general += label.weight;
    if (found.place.field === 'title') title += label.general ? label.weight * domain : label.weight;
    else if (found.place.field !== 'keywords') {
      inOpening ||= found.hit.start < OPENING;
      quarters.add(Math.floor((4 * found.hit.start) / Math.max(1, length)));
    }
  }
  return {
    score,
    full: whole,
    title,
    inOpening,
    labels: contributions.length,
    hits,
    strongest,
    products: products / contributions.length,
    general: weights === 0 ? 0 : general / weights,
    spread: quarters.size,
  };
}

/** What stands beside an element in the same talk. */
interface Surroundings {
  readonly best: number;
  readonly bestOther: number;
  readonly sumOther: number;
  readonly runnerUp: number;
  readonly titleOther: number;
  readonly sibling: number;
  /** Elements with a higher score. */
  readonly rank: number;
}

function scale(score: number): number {
  return Math.log(FLOOR + score);
}

/** The numbers of one element, in the order of `SIGNALS`. */
function row(
  standing: Standing,
  around: Surroundings,
  domain: number,
  { length, japanese }: TalkFacts,
): readonly number[] {
  const { score, title, labels, hits, strongest, products, general, spread, inOpening } = standing;
  const found = score > 0 ? 1 : 0;
  const strength = scale(score);
  const share = around.best > 0 ? score / around.best : 0;
  const lead = strength - scale(around.bestOther);
  const isFirst = found === 1 && around.rank === 0 ? 1 : 0;
  const isJapanese = japanese ? 1 : 0;
  const titled = Math.min(2, title);
  return [
    found,
    strength,
    ...KNEES.map((knee) => Math.max(0, strength - knee)),
    share,
    share > 1 / 3 ? 1 : 0,
    titled,
    title > 0 ? 1 : 0,
    inOpening ? 1 : 0,
    Math.log1p(labels),
    Math.log1p(hits),
    strongest,
    products,
    general,
    spread,
    scale(around.bestOther),
    scale(around.sumOther),
    scale(around.runnerUp),
    around.titleOther,
    scale(around.sibling),
    domain,
    Math.log1p(length) - ORDINARY_LENGTH,
    isJapanese,
    found * Math.min(1, around.rank / 10),
    isFirst,
    found * lead,
    Math.max(0, lead),
    strength * share,
    strength * isJapanese,
    strength * domain,
    found * strength * titled,
    Math.log1p(labels) * strongest,
    isFirst * domain,
  ];
}
