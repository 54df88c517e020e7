/** Learns a model from labelled talks, and measures by cross-validation what it is worth on talks of other events. */
import type { Calibration, ElementWeights, LearnedWord, Model } from '../classify/model.ts';
import { SIGNALS } from '../classify/signals.ts';
import { binned, byConfidence, eceOf } from '../evaluate/calibration.ts';
import { Counts } from '../evaluate/counts.ts';
import { elementsOf } from '../evaluate/elements.ts';
import type { GoldTalk, Labels } from '../evaluate/gold.ts';
import { type Figures, figuresOf, scoresOf } from '../evaluate/scores.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { bestThreshold, calibrated, confidenceOf, reviewMarginOf } from './calibrate.ts';
import { candidatesOf } from './candidates.ts';
import { foldsOf } from './folds.ts';
import { fitLogistic, logOddsOf, type Samples, type Weights } from './logistic.ts';
import { type Columns, type Dataset, datasetOf, SCALE, textsOf } from './samples.ts';

export interface LearnOptions {
  /** Learned on top of this one: what the talks do not say otherwise stays as it is. */
  readonly from?: Model;
  /** Talks that are learned from as the others are, but say nothing in the figures: invented ones, say. */
  readonly practice?: readonly GoldTalk[];
  readonly onProgress?: (done: number, of: number) => void;
}

/** The numbers of the learning; chosen by cross-validation on the corpus (docs/learning.md). */
export interface LearnSettings {
  readonly folds: number;
  readonly iterations: number;
  /** Talks that must hold a word for it to be learned. */
  readonly wordTalks: number;
  readonly shared: number;
  readonly sparse: number;
  readonly l1: number;
  readonly limit: number;
}

export const SETTINGS: LearnSettings = {
  folds: 5,
  iterations: 80,
  wordTalks: 3,
  shared: 1,
  sparse: 1,
  l1: 0.02,
  limit: 6,
};

/** Figures of the cross-validation, over all talks and by language. */
export interface CrossValidated {
  readonly folds: number;
  readonly all: Figures;
  readonly languages: Readonly<Record<string, Figures>>;
}

export interface Learned {
  readonly model: Model;
  readonly talks: number;
  readonly practice: number;
  readonly languages: Readonly<Record<string, number>>;
  readonly crossValidated: CrossValidated;
}

/** Languages with fewer talks are calibrated with all the others. */
const OWN_CALIBRATION = 100;

export function learn(
  talks: readonly GoldTalk[],
  taxonomy: Taxonomy,
  { from, practice = [], onProgress }: LearnOptions = {},
  settings: LearnSettings = SETTINGS,
): Learned {
  const measured = [...talks].sort(byId);
  const sorted = [...measured, ...[...practice].sort(byId)];
  const elements = elementsOf(taxonomy);
  const words = candidatesOf(
    sorted.map(({ talk }) => textsOf(talk)),
    settings.wordTalks,
  );
  const { samples, columns } = datasetOf(
    sorted,
    taxonomy,
    (concept) => elements.has(taxonomy.concepts[concept]?.id ?? ''),
    words,
  );
  const prior = from === undefined ? undefined : priorOf(from, columns);
  const steps = settings.iterations * (settings.folds + 1);
  let done = 0;
  const fit = (chosen?: readonly number[]): Weights =>
    fitLogistic(samples, {
      iterations: settings.iterations,
      penalties: { shared: settings.shared, sparse: settings.sparse, l1: settings.l1, l1Features: columns.beside },
      ...(prior === undefined ? {} : { prior }),
      ...(chosen === undefined ? {} : { talks: chosen }),
      onStep: () => onProgress?.(++done, steps),
    });

  const unseen = crossValidated(measured, samples, settings.folds, fit);
  const languages = measured.map(({ talk }) => language(talk.lang));
  const calibration = calibrationsOf(unseen, samples, languages);
  const confidences = unseen.map((odds, talk) =>
    odds.map((value) =>
      confidenceOf(value, calibration[languages[talk] ?? 'other'] ?? calibration['other'] ?? { slope: 1, offset: 0 }),
    ),
  );
  const answer = (talk: number, threshold: number): Labels =>
    answerOf(confidences[talk] ?? [], columns.ids, threshold, settings.limit);
  const countsAt = (threshold: number, among: readonly number[]): Counts =>
    Counts.over(
      among.map((talk) => ({ gold: measured[talk]?.gold ?? NO_LABELS, found: answer(talk, threshold) })),
      elements,
    );
  const all = measured.map((_, talk) => talk);
  const threshold = bestThreshold((at) => figuresOf(scoresOf(countsAt(at, all), null)).micro ?? 0);
  const figures = (among: readonly number[]): Figures => {
    const claims = among.flatMap((talk) =>
      [...(confidences[talk] ?? [])]
        .map((confidence, element) => ({ confidence, right: samples.gold[talk * samples.labels + element] === 1 }))
        .filter(({ confidence }) => confidence >= threshold),
    );
    return figuresOf(scoresOf(countsAt(threshold, among), eceOf(binned(byConfidence(claims)))));
  };
  const spoken = [...new Set(languages)].sort();
  const best = confidences.map((of) => Math.max(...of));
  return {
    model: {
      ...modelOf(fit(), columns, taxonomy),
      threshold,
      reviewMargin: rounded(reviewMarginOf(best, threshold)),
      calibration: Object.fromEntries(
        Object.entries(calibration).map(([lang, { slope, offset }]) => [
          lang,
          { slope: rounded(slope), offset: rounded(offset) },
        ]),
      ),
    },
    talks: measured.length,
    practice: practice.length,
    languages: Object.fromEntries(spoken.map((lang) => [lang, languages.filter((other) => other === lang).length])),
    crossValidated: {
      folds: settings.folds,
      all: figures(all),
      languages: Object.fromEntries(
        spoken.map((lang) => [lang, figures(all.filter((talk) => languages[talk] === lang))]),
      ),
    },
  };
}

const NO_LABELS: Labels = { tags: [], primary: null };

function language(lang: string | undefined): string {
  return lang?.split('-')[0] ?? 'other';
}

function byId(a: GoldTalk, b: GoldTalk): number {
  return a.talk.id < b.talk.id ? -1 : a.talk.id > b.talk.id ? 1 : 0;
}

/** The log-odds of every measured talk from a model that saw none of its event; practice talks belong to no fold. */
function crossValidated(
  talks: readonly GoldTalk[],
  samples: Samples,
  count: number,
  fit: (chosen: readonly number[]) => Weights,
): readonly Float64Array[] {
  const folds = foldsOf(
    talks.map(({ talk }) => talk.event ?? talk.id),
    count,
  );
  const odds: Float64Array[] = talks.map(() => new Float64Array(samples.labels));
  for (let fold = 0; fold < count; fold++) {
    const weights = fit(
      Array.from({ length: samples.talks }, (_, talk) => talk).filter((talk) => folds[talk] !== fold),
    );
    folds.forEach((of, talk) => {
      if (of === fold) odds[talk] = logOddsOf(samples, talk, weights);
    });
  }
  return odds;
}

function calibrationsOf(
  odds: readonly Float64Array[],
  { gold, labels }: Samples,
  languages: readonly string[],
): Readonly<Record<string, Calibration>> {
  const claims = odds.map((of, talk) =>
    Array.from(of, (logOdds, element) => ({ logOdds, right: gold[talk * labels + element] === 1 })),
  );
  const own = [...new Set(languages)]
    .sort()
    .filter((lang) => lang !== 'other' && languages.filter((other) => other === lang).length >= OWN_CALIBRATION);
  return Object.fromEntries([
    ...own.map((lang) => [lang, calibrated(claims.filter((_, talk) => languages[talk] === lang).flat())] as const),
    ['other', calibrated(claims.flat())] as const,
  ]);
}

function answerOf(confidences: Iterable<number>, ids: readonly string[], threshold: number, limit: number): Labels {
  const tags = Array.from(confidences, (confidence, element) => ({ id: ids[element] ?? '', confidence }))
    .filter(({ confidence }) => confidence >= threshold)
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
  return { tags, primary: tags[0] ?? null };
}

/** Weights of words below this are noise. */
const LEAST_WORD = 0.004;

/** The weights as the model writes them: per unit of what is seen in a talk, rounded. */
function modelOf(
  weights: Weights,
  columns: Columns,
  taxonomy: Taxonomy,
): Omit<Model, 'threshold' | 'reviewMargin' | 'calibration'> {
  const { ids, words, rarity, beside, japanese, bias, mean, deviation } = columns;
  const at = (column: number, element: number): number => weights.sparse[column * ids.length + element] ?? 0;
  const perUnit = Array.from(weights.shared, (weight, signal) => (weight * SCALE.signals) / (deviation[signal] ?? 1));
  const shift = perUnit.reduce((sum, weight, signal) => sum + weight * (mean[signal] ?? 0), 0);
  const elements = ids.map(
    (id, element): ElementWeights => ({
      id,
      bias: rounded(at(bias, element) * SCALE.bias),
      japanese: rounded(at(japanese, element) * SCALE.japanese),
      beside: weighted(ids, (_, other) => at(beside + other, element) * SCALE.beside),
    }),
  );
  const learned = words
    .map(
      ({ word, key }, column): LearnedWord => ({
        word,
        key,
        weights: weighted(ids, (_, element) => at(column, element) * SCALE.words * (rarity[column] ?? 0), LEAST_WORD),
      }),
    )
    .filter(({ weights: of }) => Object.keys(of).length > 0);
  return {
    taxonomy: { id: taxonomy.id, version: taxonomy.version, hash: taxonomy.hash },
    bias: rounded(weights.bias - shift),
    signals: Object.fromEntries(SIGNALS.map((name, signal) => [name, rounded(perUnit[signal] ?? 0)])),
    elements,
    words: learned,
  };
}

function weighted(
  ids: readonly string[],
  weightOf: (id: string, element: number) => number,
  least = 0.001,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ids
      .map((id, element) => [id, rounded(weightOf(id, element))] as const)
      .filter(([, weight]) => Math.abs(weight) >= least),
  );
}

/** Three decimals of a log-odds are more than anybody can see. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Another model's weights in these columns; a word or element that it does not know starts from nothing. */
function priorOf(model: Model, { ids, words, rarity, beside, japanese, bias, mean, deviation }: Columns): Weights {
  const labels = ids.length;
  const shared = Float64Array.from(
    SIGNALS,
    (name, signal) => ((model.signals[name] ?? 0) * (deviation[signal] ?? 1)) / SCALE.signals,
  );
  const sparse = new Float64Array((bias + 1) * labels);
  const elements = new Map(model.elements.map((element) => [element.id, element]));
  const known = new Map(model.words.map(({ key, weights }) => [key, weights]));
  ids.forEach((id, element) => {
    const of = elements.get(id);
    sparse[bias * labels + element] = (of?.bias ?? 0) / SCALE.bias;
    sparse[japanese * labels + element] = (of?.japanese ?? 0) / SCALE.japanese;
    ids.forEach((other, number) => {
      sparse[(beside + number) * labels + element] = (of?.beside[other] ?? 0) / SCALE.beside;
    });
    words.forEach(({ key }, column) => {
      sparse[column * labels + element] = (known.get(key)?.[id] ?? 0) / (SCALE.words * (rarity[column] || 1));
    });
  });
  const shift = SIGNALS.reduce((sum, name, signal) => sum + (model.signals[name] ?? 0) * (mean[signal] ?? 0), 0);
  return { bias: model.bias + shift, shared, sparse };
}

export type { Dataset };
