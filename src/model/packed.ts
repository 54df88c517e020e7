/** The shipped model as it is opened: a head of JSON, and its tables as bytes that a start maps instead of making them. */
import type { Model } from '../classify/model.ts';
import { buildWordTable } from '../classify/words.ts';
import { joinBytes, packTables, TableReader, type TableShape } from '../taxonomy/packed-tables.ts';

export interface PackedModel {
  readonly head: string;
  readonly tables: Uint8Array;
}

interface Head extends Omit<Model, 'words' | 'table'> {
  /** Line feeds between them, which no word holds; likewise the keys. */
  readonly words: string;
  readonly keys: string;
  /** Tokens that only words have, blanks between them. */
  readonly tokens: string;
  /** The bytes of `isKatakana` lie behind the tables. */
  readonly shapes: readonly TableShape[];
}

/** Weights are kept as whole thousandths. */
const UNIT = 1000;

/** @param tokens those of the taxonomy that the model is for */
export function packModel(model: Model, tokens: readonly string[]): PackedModel {
  const { words, table: _table, ...rest } = model;
  const table = buildWordTable(words.keys, tokens);
  const { bytes, shapes } = packTables([
    table.firstChild,
    table.tokenOf,
    table.patternAt,
    words.starts,
    words.elements,
    Int32Array.from(words.weights, (weight) => Math.round(weight * UNIT)),
  ]);
  const head: Head = {
    ...rest,
    words: words.words.join('\n'),
    keys: words.keys.join('\n'),
    tokens: table.tokens.slice(tokens.length).join(' '),
    shapes,
  };
  return {
    head: `${JSON.stringify(head)}\n`,
    tables: joinBytes([...bytes, table.isKatakana]),
  };
}

/** @param tokens those of the taxonomy that it was packed for */
export function unpackModel({ head, tables }: PackedModel, tokens: readonly string[]): Model {
  const { words, keys, tokens: own, shapes, ...rest }: Head = JSON.parse(head);
  const reader = new TableReader(tables, shapes);
  const trie = {
    tokens: own === '' ? tokens : [...tokens, ...own.split(' ')],
    firstChild: reader.table(),
    tokenOf: reader.table(),
    patternAt: reader.table(),
  };
  return {
    ...rest,
    words: {
      words: linesOf(words),
      keys: linesOf(keys),
      starts: reader.table(),
      elements: reader.table(),
      weights: Float64Array.from(reader.table(), (thousandths) => thousandths / UNIT),
    },
    table: {
      ...trie,
      isKatakana: reader.rest(),
    },
  };
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
