/** Models for tests: written by hand, or any there may be. */
import fc from 'fast-check';
import type { LearnedWords, Model } from '../../src/classify/model.ts';
import { SIGNALS } from '../../src/classify/signals.ts';

/** By word: its key, and its weights by element. */
export type WordSketch = Readonly<Record<string, readonly [key: string, weights: Readonly<Record<string, number>>]>>;

export function wordsOf(sketch: WordSketch, ids: readonly string[]): LearnedWords {
  const rows = Object.values(sketch).map(([, weights]) => Object.entries(weights));
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    words: Object.keys(sketch),
    keys: Object.values(sketch).map(([key]) => key),
    starts: Int32Array.from(starts),
    elements: Int32Array.from(rows.flat(), ([id]) => ids.indexOf(id)),
    weights: Float64Array.from(rows.flat(), ([, weight]) => weight),
  };
}

export function modelFor(ids: readonly string[], words: WordSketch = {}, more: Partial<Model> = {}): Model {
  return {
    taxonomy: { id: 'small', version: '1', hash: 'none' },
    bias: -2,
    signals: { ...Object.fromEntries(SIGNALS.map((name) => [name, 0])), strength: 1 },
    elements: ids.map((id) => ({ id, bias: 0, japanese: 0, beside: {} })),
    learned: { talks: 40, practice: 0, languages: { en: 20, ja: 20 }, gold: 'abc' },
    crossValidated: { folds: 5, all: { micro: 0.7 }, languages: { ja: { micro: 0.6, ece: null } } },
    threshold: 0.5,
    reviewMargin: 0.1,
    calibration: { other: { slope: 1, offset: 0 } },
    words: wordsOf(words, ids),
    ...more,
  };
}

const weight = fc.integer({ min: -9000, max: 9000 }).map((thousandths) => thousandths / 1000 + 0);
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const positive = fc.integer({ min: 1, max: 9000 }).map((thousandths) => thousandths / 1000);
const line = fc.record({ slope: positive, offset: weight });
const WORDS: readonly (readonly [word: string, key: string])[] = [
  ['drift', 'drift'],
  ['Data "Drift"', 'data drift'],
  ['ドリフト', 'ドリフト'],
  ['監視 \\', '監視'],
  ['ﾓﾃﾞﾙ監視', 'モデル監視'],
  ['pagers 😀', 'pager'],
  ['データ　drift', 'デタdrift'],
];
/** Weights in thousandths, as learning writes them. */
export const anyModel: fc.Arbitrary<Model> = fc
  .uniqueArray(fc.constantFrom<string[]>('drift', '監視', 'model-monitoring', 'a-1'), { minLength: 1 })
  .chain((ids) =>
    fc.record({
      ids: fc.constant(ids),
      words: fc.uniqueArray(
        fc.tuple(fc.constantFrom(...WORDS), fc.dictionary(fc.constantFrom(...ids), weight, { noNullPrototype: true })),
        { selector: ([[word]]) => word },
      ),
      signals: fc
        .tuple(...SIGNALS.map(() => weight))
        .map((values) => Object.fromEntries(SIGNALS.map((name, i) => [name, values[i] ?? 0]))),
      numbers: fc.tuple(weight, weight, share, share),
      calibration: fc
        .tuple(fc.dictionary(fc.constantFrom('en', 'ja'), line, { noNullPrototype: true }), line)
        .map(([own, other]) => ({ ...own, other })),
      from: fc.option(fc.constant('前のモデル')),
    }),
  )
  .map(({ ids, words, signals, numbers: [bias, own, threshold, reviewMargin], calibration, from }) => {
    const rows = words.map(([, weights]) => Object.entries(weights));
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
    const model = modelFor(ids, {}, { bias, signals, threshold, reviewMargin, calibration });
    return {
      ...model,
      elements: ids.map((id, i) => ({ id, bias: own, japanese: bias, beside: i === 0 ? {} : { [ids[0] ?? '']: own } })),
      learned: { ...model.learned, ...(from === null ? {} : { from }) },
      words: {
        words: words.map(([[word]]) => word),
        keys: words.map(([[, key]]) => key),
        starts: Int32Array.from(starts),
        elements: Int32Array.from(rows.flat(), ([id]) => ids.indexOf(id)),
        weights: Float64Array.from(rows.flat(), ([, value]) => value),
      },
    };
  });
