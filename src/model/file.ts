/** A model as a file: JSON that people can read, a line a word. */
import { z } from 'zod';
import type { LearnedWords, Model } from '../classify/model.ts';
import { SIGNALS } from '../classify/signals.ts';
import { labelTokens } from '../classify/tokens.ts';
import { UsageError } from '../findings.ts';

export const MODEL_SCHEMA = 'mlops-tag/model@1';

const number = z.number();
const numbers = z.record(z.string(), number);
const figures = z.record(z.string(), number.nullable());
const count = z.int().min(0);
/** A wording and a key stand in one line each. */
const line = z.string().regex(/^[^\n\r]+$/, 'expected one line of text');
const word = z.tuple([line, line, numbers]);

const elementsSchema = z.array(z.object({ id: z.string(), bias: number, japanese: number, beside: numbers }));
const wordsSchema = z.array(word);

const fileSchema = z
  .object({
    schema: z.literal(MODEL_SCHEMA),
    taxonomy: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
    learned: z.object({
      talks: count,
      practice: count,
      languages: z.record(z.string(), count),
      gold: z.string(),
      from: z.string().optional(),
    }),
    crossValidated: z.object({ folds: count, all: figures, languages: z.record(z.string(), figures) }),
    threshold: number.min(0).max(1),
    reviewMargin: number.min(0).max(1),
    calibration: z.record(z.string(), z.object({ slope: number, offset: number })),
    bias: number,
    signals: z.partialRecord(z.enum(SIGNALS as readonly [string, ...string[]]), number),
    elements: elementsSchema,
    words: wordsSchema,
  })
  .superRefine(({ elements, words }, { addIssue }) => {
    for (const [path, message] of mistakes(elements, words)) addIssue({ code: 'custom', path: [...path], message });
  });

/** What would be misread: elements and words are told apart by their ids and by what the matcher sees of their keys. */
function mistakes(
  elements: z.infer<typeof elementsSchema>,
  words: z.infer<typeof wordsSchema>,
): readonly (readonly [path: readonly (string | number)[], message: string])[] {
  const ids = elements.map(({ id }) => id);
  const known = new Set(ids);
  const tokens = words.map(([, key]) => labelTokens(key).join(' '));
  return [
    ...repeated(ids).map((at) => [['elements', at, 'id'], 'another element has this id too'] as const),
    ...repeated(tokens).map((at) => [['words', at, 1], 'the word stands there twice'] as const),
    ...[...tokens.keys()].filter((at) => tokens[at] === '').map((at) => [['words', at, 1], 'expected a word'] as const),
    ...words.flatMap(([, , weights], at) =>
      Object.keys(weights)
        .filter((id) => !known.has(id))
        .map((id) => [['words', at, 2, id], 'no element has this id'] as const),
    ),
  ];
}

/** Positions of the texts that stand further up too. */
function repeated(texts: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return [...texts.keys()].filter((at) => seen.size === seen.add(texts[at] ?? '').size);
}

/** The text of a model's file, the same for the same model. */
export function modelText(model: Model): string {
  const { taxonomy, bias, signals, elements, learned, crossValidated, threshold, reviewMargin, calibration } = model;
  const head = { taxonomy, bias, signals, elements, learned, crossValidated, threshold, reviewMargin, calibration };
  const text = JSON.stringify({ schema: MODEL_SCHEMA, ...head, words: [] }, null, 2);
  const lines = wordRows(model.words, model).map((row) => `    ${JSON.stringify(row)}`);
  return `${text.slice(0, text.lastIndexOf('[]'))}[\n${lines.join(',\n')}\n  ]\n}\n`;
}

function wordRows(
  { words, keys, starts, elements, weights }: LearnedWords,
  model: Model,
): readonly z.infer<typeof word>[] {
  return words.map((name, at) => {
    const own: Record<string, number> = {};
    for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i++)
      own[model.elements[elements[i] ?? -1]?.id ?? ''] = weights[i] ?? 0;
    return [name, keys[at] ?? name, own];
  });
}

/** Reads a model's file called `name`. @throws UsageError that says what is wrong with it */
export function modelOf(text: string, name: string): Model {
  const read = fileSchema.safeParse(jsonOf(text, name));
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
    throw new UsageError(
      `${name} is no model of mlops-tag (${MODEL_SCHEMA})${place}: ${issue?.message ?? 'unknown shape'}. "mlops-tag learn" makes one.`,
    );
  }
  const { schema: _schema, learned, signals, words, ...rest } = read.data;
  const { from, ...origin } = learned;
  return {
    ...rest,
    signals: Object.fromEntries(Object.entries(signals).map(([signal, weight]) => [signal, weight ?? 0])),
    learned: { ...origin, ...(from === undefined ? {} : { from }) },
    words: learnedWords(
      words,
      rest.elements.map(({ id }) => id),
    ),
  };
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UsageError(`${name} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function learnedWords(rows: readonly z.infer<typeof word>[], ids: readonly string[]): LearnedWords {
  const positions = new Map(ids.map((id, position) => [id, position]));
  const own = rows.map(([, , weights]) =>
    Object.entries(weights).map(([id, weight]) => ({ element: positions.get(id) ?? -1, weight })),
  );
  const starts = new Int32Array(rows.length + 1);
  own.forEach((weights, at) => {
    starts[at + 1] = (starts[at] ?? 0) + weights.length;
  });
  const flat = own.flat();
  return {
    words: rows.map(([name]) => name),
    keys: rows.map(([, key]) => key),
    starts,
    elements: Int32Array.from(flat, ({ element }) => element),
    weights: Float64Array.from(flat, ({ weight }) => weight),
  };
}
