/** Labelled talks as numbers: what a model would see of each, and what it should say. */
import { Examiner } from '../classify/examine.ts';
import { judgedElements } from '../classify/model.ts';
import { type JudgedElements, SIGNALS, TalkSignals } from '../classify/signals.ts';
import type { GoldTalk } from '../evaluate/gold.ts';
import type { Talk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { Candidate } from './candidates.ts';
import type { Samples } from './logistic.ts';

/** How the numbers of a talk are scaled, so that one penalty suits them all. */
export const SCALE = { signals: 0.3, words: 0.05, beside: 0.3, japanese: 1, bias: 1 } as const;

/** What stands behind a column of the samples. */
export interface Columns {
  readonly elements: JudgedElements;
  /** Ids of the elements, in their order. */
  readonly ids: readonly string[];
  /** Columns of the words come first … */
  readonly words: readonly Candidate[];
  /** … each with its rarity: the logarithm of how few talks hold it. */
  readonly rarity: Float64Array;
  /** First column of the other elements' scores. */
  readonly beside: number;
  readonly japanese: number;
  readonly bias: number;
  /** Of each signal over the talks: what was taken off, and what it was divided by. */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

export interface Dataset {
  readonly samples: Samples;
  /** 1 where the vocabulary hit, and so the element may be a tag: `[talk * labels + label]` */
  readonly hit: Uint8Array;
  readonly columns: Columns;
}

/** A signal that differs by less than this between the talks, through rounding, is the same in all of them. */
const SAME = 1e-9;

/** The texts in which words are looked for. */
export function textsOf({ title, abstract, body }: Talk): readonly string[] {
  return [title, abstract, body].filter((text) => text !== undefined);
}

/** @param words sorted by key */
export function datasetOf(
  talks: readonly GoldTalk[],
  taxonomy: Taxonomy,
  isTag: (concept: number) => boolean,
  words: readonly Candidate[],
): Dataset {
  const elements = judgedElements(taxonomy, isTag);
  const ids = elements.concepts.map((concept) => taxonomy.concepts[concept]?.id ?? '');
  const numbers = new Map(ids.map((id, element) => [id, element]));
  const examiner = new Examiner(
    taxonomy,
    words.map(({ key }) => key),
  );
  const rarity = Float64Array.from(words, (word) => Math.log(1 + talks.length / word.talks));
  const width = SIGNALS.length;
  const shared = new Float64Array(talks.length * ids.length * width);
  const gold = new Uint8Array(talks.length * ids.length);
  const hit = new Uint8Array(talks.length * ids.length);
  const beside = words.length;
  const japanese = beside + ids.length;
  const bias = japanese + 1;
  const starts = new Int32Array(talks.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  talks.forEach(({ talk, gold: labels }, number) => {
    const evidence = examiner.examine(talk);
    const signals = new TalkSignals(evidence.scores, evidence.facts, elements);
    const put = (column: number, value: number): void => {
      if (value === 0) return;
      indices.push(column);
      values.push(value);
    };
    for (const found of evidence.words) put(found.number, SCALE.words * (rarity[found.number] ?? 0) * found.presence);
    ids.forEach((_, element) => {
      shared.set(signals.of(element), (number * ids.length + element) * width);
      if (signals.scoreOf(element) > 0) hit[number * ids.length + element] = 1;
      put(beside + element, SCALE.beside * Math.log1p(signals.scoreOf(element)));
    });
    put(japanese, evidence.facts.japanese ? SCALE.japanese : 0);
    put(bias, SCALE.bias);
    starts[number + 1] = indices.length;
    for (const id of labels.tags) {
      const element = numbers.get(id);
      if (element !== undefined) gold[number * ids.length + element] = 1;
    }
  });
  const { mean, deviation } = standardized(shared, width);
  return {
    hit,
    samples: {
      talks: talks.length,
      labels: ids.length,
      width,
      shared,
      features: bias + 1,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
      gold,
      weights: new Float64Array(talks.length).fill(1),
    },
    columns: { elements, ids, words, rarity, beside, japanese, bias, mean, deviation },
  };
}

/** Brings every signal to mean 0 and the same spread, in place; one that is the same everywhere to 0. */
function standardized(shared: Float64Array, width: number): Pick<Columns, 'mean' | 'deviation'> {
  const rows = shared.length / width;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (let at = 0; at < shared.length; at++) mean[at % width] = (mean[at % width] ?? 0) + (shared[at] ?? 0) / rows;
  for (let at = 0; at < shared.length; at++) {
    const off = (shared[at] ?? 0) - (mean[at % width] ?? 0);
    deviation[at % width] = (deviation[at % width] ?? 0) + (off * off) / rows;
  }
  for (let signal = 0; signal < width; signal++) {
    const spread = Math.sqrt(deviation[signal] ?? 0);
    deviation[signal] = spread > SAME ? spread : 1;
  }
  for (let at = 0; at < shared.length; at++) {
    const signal = at % width;
    shared[at] = (SCALE.signals * ((shared[at] ?? 0) - (mean[signal] ?? 0))) / (deviation[signal] ?? 1);
  }
  return { mean, deviation };
}
