/** The shipped model as it is opened: a head of JSON, and its tables as bytes that a start maps instead of making them. */
import type { Model } from '../classify/model.ts';
import { buildWordTable } from '../classify/words.ts';
import { joinBytes } from '../taxonomy/packed-index.ts';

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
  /** How many integers each table has, in order; the bytes of `isKatakana` come last. */
  readonly lengths: readonly number[];
}

/** Weights are kept as whole thousandths. */
const UNIT = 1000;

/** @param tokens those of the taxonomy that the model is for */
export function packModel(model: Model, tokens: readonly string[]): PackedModel {
  const { words, table: _table, ...rest } = model;
  const table = buildWordTable(words.keys, tokens);
  const integers = [
    table.firstChild,
    table.tokenOf,
    table.patternAt,
    words.starts,
    words.elements,
    Int32Array.from(words.weights, (weight) => Math.round(weight * UNIT)),
  ];
  const head: Head = {
    ...rest,
    words: words.words.join('\n'),
    keys: words.keys.join('\n'),
    tokens: table.tokens.slice(tokens.length).join(' '),
    lengths: integers.map(({ length }) => length),
  };
  return {
    head: `${JSON.stringify(head)}\n`,
    tables: joinBytes([
      ...integers.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength)),
      table.isKatakana,
    ]),
  };
}

/** @param tokens those of the taxonomy that it was packed for */
export function unpackModel({ head, tables }: PackedModel, tokens: readonly string[]): Model {
  const { words, keys, tokens: own, lengths, ...rest }: Head = JSON.parse(head);
  const bytes = tables.byteOffset % 4 === 0 ? tables : tables.slice();
  let offset = bytes.byteOffset;
  let next = 0;
  const table = (): Int32Array => {
    const made = new Int32Array(bytes.buffer, offset, lengths[next++] ?? 0);
    offset += made.byteLength;
    return made;
  };
  const trie = {
    tokens: own === '' ? tokens : [...tokens, ...own.split(' ')],
    firstChild: table(),
    tokenOf: table(),
    patternAt: table(),
  };
  return {
    ...rest,
    words: {
      words: linesOf(words),
      keys: linesOf(keys),
      starts: table(),
      elements: table(),
      weights: Float64Array.from(table(), (thousandths) => thousandths / UNIT),
    },
    table: {
      ...trie,
      isKatakana: new Uint8Array(bytes.buffer, offset, bytes.byteOffset + bytes.byteLength - offset),
    },
  };
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
