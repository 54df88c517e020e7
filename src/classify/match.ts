/** Finds every label in a text: hits with their spans, before any judgement. */
import type { Label, LabelTable } from '../taxonomy/types.ts';
import type { LexicalIndex, Rows } from './lexical-index.ts';
import { type NormalText, normalize, sourceEnd, sourceStart } from './normalize.ts';
import { lightStem } from './stem.ts';
import { Lexicon, Tokenizer, type Tokens } from './tokens.ts';
import { firstSteps, step } from './trie.ts';
import { type WordHit, WordMatcher, type WordTable } from './words.ts';

/** A label with what matching must know of it. */
export interface IndexedLabel {
  readonly label: Label;
  /** Position of its concept in the taxonomy; -1 for a label of the domain. */
  readonly concept: number;
  /** Contexts one of which must stand near a hit. */
  readonly requires: readonly number[];
  /** Contexts none of which may stand near a hit. */
  readonly unless: readonly number[];
  /** Characters that must not touch a hit. */
  readonly guard: RegExp | undefined;
  /** For a label of one English word: what a hit's own light stem must be, since Porter's joins too much (explain, explainability). */
  readonly lightStem: string | undefined;
}

/** A label's wording in a text; offsets are UTF-16 code units of the normal text. */
export interface Hit {
  readonly indexed: IndexedLabel;
  readonly start: number;
  readonly end: number;
}

export interface Matches {
  readonly normal: NormalText;
  /** By start, longer ones first. */
  readonly hits: readonly Hit[];
  /** The learned words that the text holds, in its order. */
  readonly words: readonly WordHit[];
  /** Tokens of the text. */
  readonly tokens: number;
  /** Where a context's terms stand: start, end, start, end …; by start where there are more than `FEW_PLACES` numbers. */
  placesOf(context: number): readonly number[];
}

/** What one text yields while it is matched. */
interface Found {
  readonly normal: NormalText;
  readonly hits: Hit[];
  /** Where the patterns that are terms of a context stand. */
  readonly terms: Map<number, number[]>;
}

export class Matcher {
  private readonly index: LexicalIndex;
  private readonly labels: LabelTable;
  private readonly indexed: (IndexedLabel | undefined)[];
  private readonly tokenizer: Tokenizer;
  /** Where each token leads from the root. */
  private readonly firstStep: Int32Array;
  private readonly words: WordMatcher | undefined;
  /** What `matchAt` finds at one place, kept from call to call. */
  private readonly patterns: number[] = [];
  private readonly ends: number[] = [];

  /** `words`: those that a model learned, on top of the tokens of `index`. */
  constructor(index: LexicalIndex, labels: LabelTable, words?: WordTable) {
    this.index = index;
    this.labels = labels;
    this.indexed = new Array<IndexedLabel | undefined>(labels.length).fill(undefined);
    this.tokenizer = new Tokenizer(new Lexicon(words?.tokens ?? index.tokens));
    this.words = words === undefined ? undefined : new WordMatcher(words);
    this.firstStep = firstSteps(index);
  }

  match(source: string): Matches {
    const normal = normalize(source);
    const tokens = this.tokenizer.tokenize(normal.text);
    const found: Found = { normal, hits: [], terms: new Map() };
    for (let at = 0; at < tokens.length; at++) {
      const node = this.firstStep[tokens.ids[at] ?? 0] ?? 0;
      if (node !== 0) this.matchAt(at, node, tokens, found);
    }
    const words = this.words?.match(tokens, normal.text) ?? [];
    return {
      normal,
      hits: found.hits,
      words,
      tokens: tokens.length,
      placesOf: placesIn(found.terms, this.index.patternsOfContext),
    };
  }

  /** Follows the trie on from `node`, which token `first` led to; what ends later is collected first. */
  private matchAt(first: number, node: number, tokens: Tokens, found: Found): void {
    const { patterns, ends } = this;
    const { patternAt } = this.index;
    let count = 0;
    for (let at = first; ; ) {
      const pattern = (patternAt[node] ?? 0) - 1;
      if (pattern >= 0) {
        patterns[count] = pattern;
        ends[count++] = tokens.ends[at] ?? 0;
      }
      const id = ++at < tokens.length && tokens.joined[at] === 1 ? (tokens.ids[at] ?? 0) : 0;
      node = id === 0 ? 0 : step(this.index, node, id);
      if (node === 0) break;
    }
    const start = tokens.starts[first] ?? 0;
    while (--count >= 0) this.collect(patterns[count] ?? 0, start, ends[count] ?? 0, found);
  }

  private collect(pattern: number, start: number, end: number, { normal, hits, terms }: Found): void {
    if (this.index.isContextTerm[pattern] === 1) {
      const places = terms.get(pattern);
      if (places === undefined) terms.set(pattern, [start, end]);
      else places.push(start, end);
    }
    const { starts, items } = this.index.labelsOfPattern;
    for (let i = starts[pattern] ?? 0, to = starts[pattern + 1] ?? 0; i < to; i++) {
      const indexed = this.indexedLabel(items[i] ?? 0);
      if (stands(indexed, normal, start, end)) hits.push({ indexed, start, end });
    }
  }

  private indexedLabel(number: number): IndexedLabel {
    const known = this.indexed[number];
    if (known !== undefined) return known;
    const label = this.labels.at(number);
    if (label === undefined) throw new RangeError(`no label ${number}`);
    const made: IndexedLabel = {
      label,
      concept: this.index.conceptOfLabel[number] ?? -1,
      requires: this.index.requires(number),
      unless: this.index.unless(number),
      guard: guardOf(label),
      lightStem: /^[A-Za-z]+$/.test(label.text) ? lightStem(label.text.toLowerCase()) : undefined,
    };
    this.indexed[number] = made;
    return made;
  }
}

/** Where the terms of a context stand in a text; worked out once a context. */
function placesIn(terms: ReadonlyMap<number, readonly number[]>, rows: Rows): Matches['placesOf'] {
  const known = new Map<number, readonly number[]>();
  return (context) => {
    let places = known.get(context);
    if (places === undefined) {
      places = placesOf(context, rows, terms);
      known.set(context, places);
    }
    return places;
  };
}

function placesOf(
  context: number,
  { starts, items }: Rows,
  terms: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const places: number[] = [];
  for (let i = starts[context] ?? 0; i < (starts[context + 1] ?? 0); i++) {
    const found = terms.get(items[i] ?? -1);
    for (const place of found ?? []) places.push(place);
  }
  return places.length > FEW_PLACES ? byStart(places) : places;
}

/** Beyond this many numbers (two a place) places are sorted, so that those near a hit are found without looking at all of them. */
export const FEW_PLACES = 64;

function byStart(places: readonly number[]): readonly number[] {
  const order = Array.from({ length: places.length / 2 }, (_, place) => 2 * place);
  order.sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || (places[a + 1] ?? 0) - (places[b + 1] ?? 0));
  return order.flatMap((at) => [places[at] ?? 0, places[at + 1] ?? 0]);
}

const SHORT_KATAKANA = /^[\u30a1-\u30fa\u30fc]{1,4}$/;
const SHORT_HAN = /^[\u4e00-\u9fff\u3400-\u4dbf々]{1,2}$/;
const KATAKANA = /[\u30a1-\u30fa\u30fc]/;
const HAN = /[\u4e00-\u9fff\u3400-\u4dbf々]/;

/** What keeps a short katakana or kanji label from matching inside a longer word of its script. */
function guardOf(label: Label): RegExp | undefined {
  if (label.match === 'substring') return undefined;
  if (SHORT_KATAKANA.test(label.text)) return KATAKANA;
  return SHORT_HAN.test(label.text) ? HAN : undefined;
}

function stands(indexed: IndexedLabel, normal: NormalText, start: number, end: number): boolean {
  const { guard, label } = indexed;
  const { text } = normal;
  if (guard !== undefined && (guard.test(text.charAt(start - 1)) || guard.test(text.charAt(end)))) return false;
  if (label.case) return isInCase(label.text, normal, start, end);
  return indexed.lightStem === undefined || lightStem(text.slice(start, end)) === indexed.lightStem;
}

function isInCase(text: string, normal: NormalText, start: number, end: number): boolean {
  const found = normal.source.slice(sourceStart(normal, start), sourceEnd(normal, end)).normalize('NFKC');
  const wanted = text.normalize('NFKC');
  return found === wanted || found === `${wanted}s`;
}
