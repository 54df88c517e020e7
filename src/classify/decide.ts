/** From scores to an answer: the cut, the primary, what was near. */
import type { Model } from './model.ts';
import type { ConceptScore } from './score.ts';

export interface Cut {
  /** Confidence from which a concept is a tag, 0 to 1. */
  readonly threshold: number;
  /** A tag must reach this share of the best concept's score. */
  readonly share: number;
  /** Tags a talk at most. */
  readonly limit: number;
  /** A best tag within this of the threshold puts the talk up for review. */
  readonly reviewMargin: number;
  /** Confidence from which a concept below the cut is worth a word. */
  readonly nearFrom: number;
}

export const CUT: Cut = { threshold: 0.5, share: 0.35, limit: 6, reviewMargin: 0.08, nearFrom: 0.3 };

/** A model has weighed already what stands beside a concept: no share of the best score is asked for. */
export function cutOf(model: Model, threshold = model.threshold): Cut {
  return { ...CUT, threshold, reviewMargin: model.reviewMargin, share: 0, nearFrom: threshold * NEAR_SHARE };
}

/** A confidence of this share of the threshold is worth a word. */
const NEAR_SHARE = 0.5;

export interface Decision {
  readonly kept: readonly ConceptScore[];
  readonly near: readonly ConceptScore[];
}

/** `scores` best first, by score or by a model's confidence. */
export function decide(scores: readonly ConceptScore[], { threshold, share, limit, nearFrom }: Cut): Decision {
  const best = scores[0]?.score ?? 0;
  const kept = scores
    .filter(({ confidence, score }) => confidence >= threshold && score >= best * share)
    .slice(0, limit);
  const near = scores.filter((score) => !kept.includes(score) && score.confidence >= nearFrom).slice(0, 3);
  return { kept, near };
}
