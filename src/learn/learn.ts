/** Learns a model from labelled talks, and measures by cross-validation what it is worth on talks of other events. */
import type { Model } from '../classify/model.ts';
import { elementsOf } from '../evaluate/elements.ts';
import type { GoldTalk } from '../evaluate/gold.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { crossValidated, groupsOf, practiceGroupsOf } from './cross-validation.ts';
import { goldHash, goldLine } from './gold-hash.ts';
import { fitLogistic, type Weights } from './logistic.ts';
import { datasetOf, textsOf } from './samples.ts';
import { verdictOn } from './verdict.ts';
import { modelAsWeights, weightsAsModel } from './weights.ts';

export interface LearnOptions {
  /** Learned on top of this one: what the talks do not say otherwise stays as it is. */
  readonly from?: Model;
  /** Talks that are learned from as the others are, but say nothing in the figures: invented ones, say. */
  readonly practice?: readonly GoldTalk[];
  /** Called after every step, and waited for: the learning takes its time, others may want theirs. Throws to end it. */
  readonly onProgress?: (done: number, of: number) => Promise<void>;
}

/** The numbers of the learning; chosen by cross-validation on the corpus (docs/learning.md). */
export interface LearnSettings {
  /** Parts that the events are dealt into for cross-validation, at most. */
  readonly folds: number;
  /** Gradient steps of each fit. */
  readonly iterations: number;
  /** Talks that must hold a word for it to be learned. */
  readonly wordTalks: number;
  /** How strongly (L2) the weights of signals are drawn to the prior. */
  readonly shared: number;
  /** Likewise the weights of words, of other elements and of the elements themselves. */
  readonly sparse: number;
  /** How strongly (L1) a word's weight is held on the prior. */
  readonly l1: number;
  /** Tags a talk at most. */
  readonly limit: number;
  /** How much a practice talk counts beside a measured one. */
  readonly practiceWeight: number;
}

export const SETTINGS: LearnSettings = {
  folds: 5,
  iterations: 80,
  wordTalks: 3,
  shared: 1,
  sparse: 0.3,
  l1: 0.1,
  limit: 6,
  practiceWeight: 0.4,
};

/** Fewer labelled talks than this are refused by who asks for a model. */
export const FEWEST_TALKS = 20;
/** Log-odds of an element that the vocabulary did not hit: tags by words alone are too rare to be measured. */
const NO_TAG = Number.NEGATIVE_INFINITY;

/** The same model for the same talks, in whatever order they come. `talks` must not be empty. */
export async function learn(
  talks: readonly GoldTalk[],
  taxonomy: Taxonomy,
  { from, practice = [], onProgress }: LearnOptions = {},
  settings: LearnSettings = SETTINGS,
): Promise<Model> {
  const measured = inOrder(talks);
  const practised = inOrder(practice);
  const all = [...measured, ...practised];
  const elements = elementsOf(taxonomy);
  const isTag = (concept: number): boolean => elements.has(taxonomy.concepts[concept]?.id ?? '');
  const { samples, columns, hit } = datasetOf(all, taxonomy, isTag, wordsOf(all, settings.wordTalks, from));
  samples.weights.fill(settings.practiceWeight, measured.length);

  const groups = groupsOf(measured);
  const folds = Math.min(settings.folds, new Set(groups).size);
  const prior = from === undefined ? undefined : modelAsWeights(from, columns);
  const steps = settings.iterations * (folds + 1);
  let done = 0;
  const fitted = (chosen?: readonly number[]): Promise<Weights> =>
    fitLogistic(samples, {
      iterations: settings.iterations,
      penalties: { shared: settings.shared, sparse: settings.sparse, l1: settings.l1, l1Features: columns.beside },
      ...(prior === undefined ? {} : { prior }),
      ...(chosen === undefined ? {} : { talks: chosen }),
      onStep: async () => onProgress?.(++done, steps),
    });

  const unseen = await crossValidated(groups, practiceGroupsOf(practised, measured, groups), samples, folds, fitted);
  const logOdds = unseen.map((odds, talk) =>
    odds.map((value, element) => (hit[talk * samples.labels + element] === 1 ? value : NO_TAG)),
  );
  const { figures, languages, ...judging } = verdictOn(
    { talks: measured, ids: columns.ids, elements, logOdds, limit: settings.limit },
    from,
  );
  return {
    ...weightsAsModel(await fitted(), columns, taxonomy),
    learned: {
      talks: measured.length,
      practice: practice.length,
      languages,
      gold: goldHash(all),
      ...(from === undefined ? {} : { from: from.learned.gold }),
    },
    crossValidated: { folds, ...figures },
    ...judging,
  };
}

/** Words that enough talks hold, and those that the other model knows. */
function wordsOf(talks: readonly GoldTalk[], atLeast: number, from: Model | undefined): readonly Candidate[] {
  const found = candidatesOf(
    talks.map(({ talk }) => textsOf(talk)),
    atLeast,
  );
  if (from === undefined) return found;
  const known = new Set(found.map(({ key }) => key));
  const more = from.words.keys
    .map((key, word) => ({ key, word: from.words.words[word] ?? key, talks: 1 }))
    .filter(({ key }) => !known.has(key));
  return [...found, ...more].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** By id, and talks of one id by what they hold, so that the order in which they came says nothing. */
function inOrder(talks: readonly GoldTalk[]): readonly GoldTalk[] {
  return talks
    .map((gold) => ({ gold, id: gold.talk.id, line: goldLine(gold) }))
    .sort((a, b) => compare(a.id, b.id) || compare(a.line, b.line))
    .map(({ gold }) => gold);
}

/** By code unit: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
