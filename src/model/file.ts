/** A model as a file: JSON that people can read, a line a word. */
import * as z from 'zod';
import type { LearnedWords, Model } from '../classify/model.ts';
import { normalize } from '../classify/normalize.ts';
import { SIGNALS } from '../classify/signals.ts';
import { labelKey, labelTokens } from '../classify/tokens.ts';
import { UsageError } from '../findings.ts';

export const MODEL_SCHEMA = 'mlops-tag/model@1';

/** Log-odds beyond this are no opinion but a mistake, and would drown every other. */
export const LARGEST_WEIGHT = 1e6;
/** UTF-16 code units. */
export const LONGEST_WORD = 200;
const MOST_WORDS = 50_000;

const number = z.number();
const weight = number.min(-LARGEST_WEIGHT).max(LARGEST_WEIGHT);
const weights = z.record(z.string(), weight);
const figures = z.record(z.string(), number.nullable());
const count = z.int().min(0);
/** A wording and a key stand in one line each. */
const line = z.string().regex(/^[^\n\r]+$/, 'expected one line of text');
const shortLine = line.max(LONGEST_WORD, `expected at most ${LONGEST_WORD} characters`);
const word = z.tuple([shortLine, shortLine, weights]);

const elementsSchema = z.array(z.object({ id: z.string(), bias: weight, japanese: weight, beside: weights }));
const wordsSchema = z.array(word).max(MOST_WORDS, `expected at most ${MOST_WORDS} words`);
const signalsSchema = z.partialRecord(z.enum(SIGNALS as readonly [string, ...string[]]), weight);
const calibrationSchema = z.record(z.string(), z.object({ slope: weight.positive(), offset: weight }));

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
    calibration: calibrationSchema,
    bias: weight,
    signals: signalsSchema,
    elements: elementsSchema,
    words: wordsSchema,
  })
  .superRefine((file, { addIssue }) => {
    for (const [path, message] of mistakes(file)) addIssue({ code: 'custom', path: [...path], message });
  });

type Mistake = readonly [path: readonly (string | number)[], message: string];

interface Tables {
  readonly signals: z.infer<typeof signalsSchema>;
  readonly calibration: z.infer<typeof calibrationSchema>;
  readonly elements: z.infer<typeof elementsSchema>;
  readonly words: z.infer<typeof wordsSchema>;
}

/** What would be misread, though every value by itself is sound. */
function mistakes({ signals, calibration, elements, words }: Tables): readonly Mistake[] {
  const known = new Set(elements.map(({ id }) => id));
  const strangers = (named: Readonly<Record<string, number>>, path: readonly (string | number)[]): readonly Mistake[] =>
    Object.keys(named)
      .filter((id) => !known.has(id))
      .map((id) => [[...path, id], 'no element has this id']);
  return [
    ...SIGNALS.filter((name) => !Object.hasOwn(signals, name)).map(
      (name): Mistake => [['signals', name], 'this signal is missing'],
    ),
    ...(Object.hasOwn(calibration, OTHER)
      ? []
      : [[['calibration', OTHER], 'the line for all other languages is missing'] satisfies Mistake]),
    ...repeated(elements.map(({ id }) => id)).map(
      (at): Mistake => [['elements', at, 'id'], 'another element has this id too'],
    ),
    ...elements.flatMap(({ beside }, at) => strangers(beside, ['elements', at, 'beside'])),
    ...wordMistakes(words),
    ...words.flatMap(([, , own], at) => strangers(own, ['words', at, 2])),
  ];
}

/** Words are told apart by what the matcher sees of their keys. */
function wordMistakes(words: Tables['words']): readonly Mistake[] {
  const tokens = words.map(([, key]) => labelTokens(key).join(' '));
  return [
    ...repeated(tokens).map((at): Mistake => [['words', at, 1], 'the word stands there twice']),
    ...words.flatMap(([name, key], at): readonly Mistake[] => {
      if (tokens[at] === '') return [[['words', at, 1], 'expected a word']];
      const expected = labelKey(normalize(name).text);
      return expected === key ? [] : [[['words', at, 1], `expected the word's own key, ${JSON.stringify(expected)}`]];
    }),
  ];
}

/** The name under which the line for languages without one of their own stands. */
const OTHER = 'other';

/** Positions of the texts that stand further up too. */
function repeated(texts: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return [...texts.keys()].filter((at) => seen.size === seen.add(texts[at] ?? '').size);
}

/** The text of a model's file, the same for the same model. @throws UsageError where it could not be read again */
export function modelText(model: Model): string {
  const fault = faultOf(model);
  if (fault !== undefined) throw new UsageError(`the model cannot be written: ${fault}.`);
  const { taxonomy, bias, signals, elements, learned, crossValidated, threshold, reviewMargin, calibration } = model;
  const head = { taxonomy, bias, signals, elements, learned, crossValidated, threshold, reviewMargin, calibration };
  const text = JSON.stringify({ schema: MODEL_SCHEMA, ...head, words: [] }, null, 2);
  const lines = wordRows(model.words, model).map((row) => `    ${JSON.stringify(row)}`);
  return `${text.slice(0, text.lastIndexOf('[]'))}[\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Why a model is none that can be used: JSON would make `null` of a number that is none. */
function faultOf(model: Model): string | undefined {
  const { length } = model.words.words;
  if (length > MOST_WORDS) return `it has ${length} words, ${MOST_WORDS} are the most`;
  for (const [place, value] of numbersOf(model)) {
    if (!Number.isFinite(value)) return `${place} is ${value}, no number`;
    if (Math.abs(value) > LARGEST_WEIGHT) return `${place} is ${value}, beyond ${LARGEST_WEIGHT}`;
  }
  return undefined;
}

/** All that a model weighs and judges by, each number with its place in words. */
function* numbersOf(model: Model): Generator<readonly [place: string, value: number]> {
  const { bias, threshold, reviewMargin, signals, calibration, elements, words } = model;
  yield* Object.entries({ bias, threshold, reviewMargin });
  for (const [name, value] of Object.entries(signals)) yield [`the signal "${name}"`, value];
  for (const [lang, line] of Object.entries(calibration))
    for (const [name, value] of Object.entries(line)) yield [`the calibration's ${name} for "${lang}"`, value];
  for (const { id, beside, ...own } of elements) {
    for (const [name, value] of Object.entries({ bias: own.bias, japanese: own.japanese, ...beside }))
      yield [`"${name}" of the element "${id}"`, value];
  }
  for (const [name, , own] of wordRows(words, model))
    for (const [id, value] of Object.entries(own)) yield [`"${id}" of the word "${name}"`, value];
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
  const json = jsonOf(text, name);
  const polluted = pathToProto(json);
  if (polluted !== undefined) throw noModel(name, placeOf(polluted, json), 'no name that a model can hold');
  const read = fileSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw noModel(name, placeOf(issue?.path ?? [], json), issue?.message ?? 'unknown shape');
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

function noModel(name: string, place: string, message: string): UsageError {
  return new UsageError(
    `${name} is no model of mlops-tag (${MODEL_SCHEMA})${place}: ${message}. "mlops-tag learn" makes one.`,
  );
}

/** Characters of a name that are shown. */
const SHOWN = 40;

/** Where a mistake is, with the word or element that it is in: ` at words.14.2 ("drift")`. */
function placeOf(path: readonly PropertyKey[], json: unknown): string {
  if (path.length === 0) return '';
  const [table, at] = path;
  const item = typeof at === 'number' ? memberOf(memberOf(json, table), at) : undefined;
  const named = memberOf(item, table === 'words' ? 0 : 'id');
  const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  const whose = typeof named === 'string' ? ` (${JSON.stringify(short(named))})` : '';
  return ` at ${path.map((key) => short(String(key).replaceAll(/[\n\r]/g, ' '))).join('.')}${whose}`;
}

function memberOf(value: unknown, key: PropertyKey | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** The schema would drop a key `__proto__` without a word. Walks without recursion: a file may be nested deeper than the stack. */
function pathToProto(json: unknown): readonly PropertyKey[] | undefined {
  const open: { readonly value: unknown; readonly up: Step | undefined }[] = [{ value: json, up: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, up } = next;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [key, member] of Object.entries(value)) {
      const step: Step = { key: isList ? Number(key) : key, up };
      if (key === '__proto__') return keysOf(step);
      if (typeof member === 'object') open.push({ value: member, up: step });
    }
  }
  return undefined;
}

/** A key, and how its object was reached. */
interface Step {
  readonly key: PropertyKey;
  readonly up: Step | undefined;
}

function keysOf(last: Step): readonly PropertyKey[] {
  const keys: PropertyKey[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.up) keys.push(step.key);
  return keys.reverse();
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
