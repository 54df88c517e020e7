/** Learns a model from labelled talks, and measures by cross-validation what it is worth on talks of other events. */
import type { Calibration, ElementWeights, LearnedWords, Model } from '../classify/model.ts';
import { SIGNALS } from '../classify/signals.ts';
import { binned, byConfidence, eceOf } from '../evaluate/calibration.ts';
import { Counts } from '../evaluate/counts.ts';
import { elementsOf } from '../evaluate/elements.ts';
import type { GoldTalk, Labels } from '../evaluate/gold.ts';
import { figuresOf, scoresOf } from '../evaluate/scores.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { AS_IT_IS, bestThreshold, calibrated, confidenceOf, reviewMarginOf } from './calibrate.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { foldsOf } from './folds.ts';
import { goldHash } from './gold-hash.ts';
import { fitLogistic, logOddsOf, type Samples, type Weights } from './logistic.ts';
import { type Columns, datasetOf, SCALE, textsOf } from './samples.ts';

export interface LearnOptions {
  /** Learned on top of this one: what the talks do not say otherwise stays as it is. */
  readonly from?: Model;
  /** Talks that are learned from as the others are, but say nothing in the figures: invented ones, say. */
  readonly practice?: readonly GoldTalk[];
  /** Called after every step, and waited for: the learning takes its time, others may want theirs. */
  readonly onProgress?: (done: number, of: number) => Promise<void>;
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
  /** How much a practice talk counts beside a measured one. */
  readonly practiceWeight: number;
}

export const SETTINGS: LearnSettings = {
  folds: 5,
  iterations: 80,
  wordTalks: 3,
  shared: 1,
  sparse: 0.5,
  l1: 0.2,
  limit: 6,
  practiceWeight: 0.3,
};

/** Languages with fewer talks are calibrated with all the others. */
const OWN_CALIBRATION = 100;
/** Fewer talks say nothing of where to cut that another model does not know better. */
const OWN_THRESHOLD = 100;
const FEWEST_EVENTS = 5;
/** Fewer labelled talks than this are refused. */
export const FEWEST_TALKS = 20;

export async function learn(
  talks: readonly GoldTalk[],
  taxonomy: Taxonomy,
  { from, practice = [], onProgress }: LearnOptions = {},
  settings: LearnSettings = SETTINGS,
): Promise<Model> {
  const measured = [...talks].sort(byId);
  const sorted = [...measured, ...[...practice].sort(byId)];
  const elements = elementsOf(taxonomy);
  const words = wordsOf(sorted, settings.wordTalks, from);
  const { samples, columns } = datasetOf(
    sorted,
    taxonomy,
    (concept) => elements.has(taxonomy.concepts[concept]?.id ?? ''),
    words,
  );
  samples.weights.fill(settings.practiceWeight, measured.length);
  const prior = from === undefined ? undefined : priorOf(from, columns);
  const groups = groupsOf(measured);
  const count = Math.min(settings.folds, new Set(groups).size);
  const steps = settings.iterations * (count + 1);
  let done = 0;
  const learned = (chosen?: readonly number[]): Promise<Weights> =>
    fitLogistic(samples, {
      iterations: settings.iterations,
      penalties: { shared: settings.shared, sparse: settings.sparse, l1: settings.l1, l1Features: columns.beside },
      ...(prior === undefined ? {} : { prior }),
      ...(chosen === undefined ? {} : { talks: chosen }),
      onStep: async () => onProgress?.(++done, steps),
    });

  const unseen = await crossValidated(groups, samples, count, learned);
  const languages = measured.map(({ talk }) => language(talk.lang));
  const calibration = calibrationsOf(unseen, samples, languages, from);
  const confidences = unseen.map((odds, talk) =>
    odds.map((value) =>
      confidenceOf(value, calibration[languages[talk] ?? 'other'] ?? calibration['other'] ?? AS_IT_IS),
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
  const threshold =
    from !== undefined && measured.length < OWN_THRESHOLD
      ? from.threshold
      : bestThreshold((at) => figuresOf(scoresOf(countsAt(at, all), null)).micro ?? 0);
  const figures = (among: readonly number[]): Readonly<Record<string, number | null>> => {
    const claims = among.flatMap((talk) =>
      [...(confidences[talk] ?? [])]
        .map((confidence, element) => ({ confidence, right: samples.gold[talk * samples.labels + element] === 1 }))
        .filter(({ confidence }) => confidence >= threshold),
    );
    const measuredOn = figuresOf(scoresOf(countsAt(threshold, among), eceOf(binned(byConfidence(claims)))));
    return Object.fromEntries(
      Object.entries(measuredOn).map(([name, value]) => [name, value === null ? null : rounded(value)]),
    );
  };
  const spoken = [...new Set(languages)].sort();
  const perLanguage = <Value>(of: (talks: readonly number[]) => Value): Readonly<Record<string, Value>> =>
    Object.fromEntries(spoken.map((lang) => [lang, of(all.filter((talk) => languages[talk] === lang))]));
  const best = confidences.map((of) => Math.max(...of));
  return {
    ...modelOf(await learned(), columns, taxonomy),
    learned: {
      talks: measured.length,
      practice: practice.length,
      languages: perLanguage((among) => among.length),
      gold: goldHash([...measured, ...practice]),
      ...(from === undefined ? {} : { from: from.learned.gold }),
    },
    crossValidated: { folds: count, all: figures(all), languages: perLanguage(figures) },
    threshold,
    reviewMargin: rounded(reviewMarginOf(best, threshold)),
    calibration: Object.fromEntries(
      Object.entries(calibration).map(([lang, { slope, offset }]) => [
        lang,
        { slope: rounded(slope), offset: rounded(offset) },
      ]),
    ),
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

const NO_LABELS: Labels = { tags: [], primary: null };

function language(lang: string | undefined): string {
  return lang?.split('-')[0] ?? 'other';
}

function byId(a: GoldTalk, b: GoldTalk): number {
  return a.talk.id < b.talk.id ? -1 : a.talk.id > b.talk.id ? 1 : 0;
}

/** Talks of one event stay together, as long as there are events enough to tell. */
function groupsOf(talks: readonly GoldTalk[]): readonly string[] {
  const events = talks.map(({ talk }) => talk.event ?? talk.id);
  return new Set(events).size >= FEWEST_EVENTS ? events : talks.map(({ talk }) => talk.id);
}

/** The log-odds of every measured talk from a model that saw none of its group; practice talks belong to no fold. */
async function crossValidated(
  groups: readonly string[],
  samples: Samples,
  count: number,
  learned: (chosen: readonly number[]) => Promise<Weights>,
): Promise<readonly Float64Array[]> {
  const folds = foldsOf(groups, count);
  const talks = Array.from({ length: samples.talks }, (_, talk) => talk);
  const odds: Float64Array[] = groups.map(() => new Float64Array(samples.labels));
  for (let fold = 0; fold < count; fold++) {
    const weights = await learned(talks.filter((talk) => folds[talk] !== fold));
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
  from: Model | undefined,
): Readonly<Record<string, Calibration>> {
  const before = (lang: string): Calibration => from?.calibration[lang] ?? from?.calibration['other'] ?? AS_IT_IS;
  const claims = odds.map((of, talk) =>
    Array.from(of, (logOdds, element) => ({ logOdds, right: gold[talk * labels + element] === 1 })),
  );
  const own = [...new Set(languages)]
    .sort()
    .filter((lang) => lang !== 'other' && languages.filter((other) => other === lang).length >= OWN_CALIBRATION);
  return Object.fromEntries([
    ...own.map(
      (lang) => [lang, calibrated(claims.filter((_, talk) => languages[talk] === lang).flat(), before(lang))] as const,
    ),
    ['other', calibrated(claims.flat(), before('other'))] as const,
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
): Pick<Model, 'taxonomy' | 'bias' | 'signals' | 'elements' | 'words'> {
  const { ids, beside, japanese, bias, mean, deviation } = columns;
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
  return {
    taxonomy: { id: taxonomy.id, version: taxonomy.version, hash: taxonomy.hash },
    bias: rounded(weights.bias - shift),
    signals: Object.fromEntries(SIGNALS.map((name, signal) => [name, rounded(perUnit[signal] ?? 0)])),
    elements,
    words: learnedWords(columns, at),
  };
}

/** The words that say something, with what they say. */
function learnedWords({ ids, words, rarity }: Columns, at: (column: number, element: number) => number): LearnedWords {
  const starts = [0];
  const elements: number[] = [];
  const weights: number[] = [];
  const kept = words.filter((_, column) => {
    ids.forEach((_id, element) => {
      const weight = rounded(at(column, element) * SCALE.words * (rarity[column] ?? 0));
      if (Math.abs(weight) < LEAST_WORD) return;
      elements.push(element);
      weights.push(weight);
    });
    if (elements.length === starts.at(-1)) return false;
    starts.push(elements.length);
    return true;
  });
  return {
    words: kept.map(({ word }) => word),
    keys: kept.map(({ key }) => key),
    starts: Int32Array.from(starts),
    elements: Int32Array.from(elements),
    weights: Float64Array.from(weights),
  };
}

function weighted(
  ids: readonly string[],
  weightOf: (id: string, element: number) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ids.map((id, element) => [id, rounded(weightOf(id, element))] as const).filter(([, weight]) => weight !== 0),
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
  const known = new Map(model.words.keys.map((key, word) => [key, word]));
  const columnsById = new Map(ids.map((id, element) => [id, element]));
  ids.forEach((id, element) => {
    const of = elements.get(id);
    sparse[bias * labels + element] = (of?.bias ?? 0) / SCALE.bias;
    sparse[japanese * labels + element] = (of?.japanese ?? 0) / SCALE.japanese;
    ids.forEach((other, number) => {
      sparse[(beside + number) * labels + element] = (of?.beside[other] ?? 0) / SCALE.beside;
    });
  });
  words.forEach(({ key }, column) => {
    const word = known.get(key) ?? model.words.keys.length;
    for (let i = model.words.starts[word] ?? 0; i < (model.words.starts[word + 1] ?? 0); i++) {
      const element = columnsById.get(model.elements[model.words.elements[i] ?? -1]?.id ?? '');
      if (element !== undefined)
        sparse[column * labels + element] = (model.words.weights[i] ?? 0) / (SCALE.words * (rarity[column] || 1));
    }
  });
  const shift = SIGNALS.reduce((sum, name, signal) => sum + (model.signals[name] ?? 0) * (mean[signal] ?? 0), 0);
  return { bias: model.bias + shift, shared, sparse };
}
