/** Words that a model learned: patterns of tokens beside those of the vocabulary, met in the same tokens of a text. */
import type { Tokens } from './tokens.ts';
import { firstSteps, step, Trie, type TrieTables } from './trie.ts';

/** The words as tables; the number of a word is its pattern's. */
export interface WordTable extends TrieTables {
  /** 1 for a word of katakana, which is none inside a longer run of it. */
  readonly isKatakana: Uint8Array;
}

/** Offsets are UTF-16 code units of the normal text. */
export interface WordHit {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

const KATAKANA = /^[\u30a1-\u30fa\u30fc]+$/;

/**
 * @param keys the words in the form that `labelKey` gives, each once
 * @param tokens those of the vocabulary's index: the words' own come behind them
 */
export function buildWordTable(keys: readonly string[], tokens: readonly string[]): WordTable {
  const trie = new Trie(tokens);
  for (const key of keys) trie.patternOf(key);
  return { ...trie.tables(), isKatakana: Uint8Array.from(keys, (key) => (KATAKANA.test(key) ? 1 : 0)) };
}

export class WordMatcher {
  private readonly table: WordTable;
  private readonly firstStep: Int32Array;

  constructor(table: WordTable) {
    this.table = table;
    this.firstStep = firstSteps(table);
  }

  /** Every word in the text, those inside longer ones too. */
  match(tokens: Tokens, text: string): readonly WordHit[] {
    const hits: WordHit[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const node = this.firstStep[tokens.ids[at] ?? 0] ?? 0;
      if (node !== 0) this.matchAt(at, node, tokens, text, hits);
    }
    return hits;
  }

  private matchAt(first: number, node: number, tokens: Tokens, text: string, hits: WordHit[]): void {
    const { patternAt, isKatakana } = this.table;
    const start = tokens.starts[first] ?? 0;
    for (let at = first; ; ) {
      const word = (patternAt[node] ?? 0) - 1;
      if (word >= 0) {
        const end = tokens.ends[at] ?? 0;
        if (isKatakana[word] === 0 || standsAlone(text, start, end)) hits.push({ word, start, end });
      }
      const id = ++at < tokens.length && tokens.joined[at] === 1 ? (tokens.ids[at] ?? 0) : 0;
      node = id === 0 ? 0 : step(this.table, node, id);
      if (node === 0) return;
    }
  }
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !KATAKANA.test(text.charAt(start - 1)) && !KATAKANA.test(text.charAt(end));
}
