/** Between the weights that are learned, over scaled columns, and those that a model writes: per unit of what is seen in a talk. */
import type { ElementWeights, LearnedWords, Model } from '../classify/model.ts';
import { SIGNALS } from '../classify/signals.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { Weights } from './logistic.ts';
import { rounded } from './rounded.ts';
import { type Columns, SCALE } from './samples.ts';

/** Weights of words below this are noise. */
const LEAST_WORD = 0.004;

/** The weights as the model writes them: per unit of what is seen in a talk, rounded. */
export function weightsAsModel(
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

/** Another model's weights in these columns; a word or element that it does not know starts from nothing. */
export function modelAsWeights(model: Model, columns: Columns): Weights {
  const { ids, beside, japanese, bias, mean, deviation } = columns;
  const labels = ids.length;
  const shared = Float64Array.from(
    SIGNALS,
    (name, signal) => ((model.signals[name] ?? 0) * (deviation[signal] ?? 1)) / SCALE.signals,
  );
  const shift = SIGNALS.reduce((sum, name, signal) => sum + (model.signals[name] ?? 0) * (mean[signal] ?? 0), 0);
  const sparse = new Float64Array((bias + 1) * labels);
  const numbers = new Map(ids.map((id, element) => [id, element]));
  for (const known of model.elements) {
    const element = numbers.get(known.id);
    if (element === undefined) continue;
    sparse[bias * labels + element] = known.bias / SCALE.bias;
    sparse[japanese * labels + element] = known.japanese / SCALE.japanese;
    for (const [id, weight] of Object.entries(known.beside)) {
      const other = numbers.get(id);
      if (other !== undefined) sparse[(beside + other) * labels + element] = weight / SCALE.beside;
    }
  }
  putWords(sparse, model, columns, numbers);
  return { bias: model.bias + shift, shared, sparse };
}

function putWords(
  sparse: Float64Array,
  { words: known, elements }: Model,
  { ids, words, rarity }: Columns,
  numbers: ReadonlyMap<string, number>,
): void {
  const wordOfKey = new Map(known.keys.map((key, word) => [key, word]));
  words.forEach(({ key }, column) => {
    const word = wordOfKey.get(key);
    if (word === undefined) return;
    for (let i = known.starts[word] ?? 0; i < (known.starts[word + 1] ?? 0); i++) {
      const element = numbers.get(elements[known.elements[i] ?? -1]?.id ?? '');
      if (element !== undefined)
        sparse[column * ids.length + element] = (known.weights[i] ?? 0) / (SCALE.words * (rarity[column] || 1));
    }
  });
}
