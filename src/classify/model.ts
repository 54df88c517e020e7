/**
 * A learned model's opinion of a talk: for each element a sum of log-odds (logistic regression) over the signals of its vocabulary's
 * hits, over the other elements found beside it, and over learned words; calibrated to a confidence by a line through the log-odds
 * (J. Platt 1999).
 */
import type { Taxonomy } from '../taxonomy/types.ts';
import type { PlaceHits, TalkScores } from './score.ts';
import { dot, type JudgedElements, type MoreEvidence, SIGNALS, type TalkFacts, TalkSignals } from './signals.ts';
import type { WordTable } from './words.ts';

/** What a model knows of one element; all weights are log-odds. */
export interface ElementWeights {
  readonly id: string;
  readonly bias: number;
  /** Added for a talk in Japanese. */
  readonly japanese: number;
  /** By the id of another element: per `ln(1 + score)` of it. */
  readonly beside: Readonly<Record<string, number>>;
}

/** Words and phrases that the vocabulary need not have, each with its weights: log-odds per unit of the word's presence. */
export interface LearnedWords {
  /** As most talks write them. */
  readonly words: readonly string[];
  /** Their stems, as `labelKey` gives them. */
  readonly keys: readonly string[];
  /** The weights of word `w` are those from `starts[w]` to before `starts[w + 1]` … */
  readonly starts: Int32Array;
  /** … each for the element at this position of the model's … */
  readonly elements: Int32Array;
  /** … of this much. */
  readonly weights: Float64Array;
}

/** A straight line through log-odds. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** What a model was learned from. */
export interface LearnedFrom {
  readonly talks: number;
  /** Talks that were learned from but not measured on. */
  readonly practice: number;
  /** Talks by language. */
  readonly languages: Readonly<Record<string, number>>;
  /** SHA-256 over the talks and their labels, in hexadecimal. */
  readonly gold: string;
  /** `gold` of the model that it was learned on top of. */
  readonly from?: string;
}

/** Figures on talks of events that the model had not seen, by name (`micro`, …): over all, and by language. */
export interface CrossValidated {
  readonly folds: number;
  readonly all: Readonly<Record<string, number | null>>;
  readonly languages: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

export interface Model {
  /** The taxonomy that it was learned with. */
  readonly taxonomy: { readonly id: string; readonly version: string; readonly hash: string };
  readonly learned: LearnedFrom;
  readonly crossValidated: CrossValidated;
  /** Confidence from which a concept is a tag. */
  readonly threshold: number;
  /** A best confidence within this of the threshold puts a talk up for review. */
  readonly reviewMargin: number;
  readonly bias: number;
  /** By the name of a signal: log-odds per unit. */
  readonly signals: Readonly<Record<string, number>>;
  readonly elements: readonly ElementWeights[];
  readonly words: LearnedWords;
  /** By language (`en`, `ja`); `other` for the rest. */
  readonly calibration: Readonly<Record<string, Calibration>>;
  /** The words as tables over the tokens of the taxonomy, where they were made at build time; the classifier makes them otherwise. */
  readonly table?: WordTable;
}

/** A learned word that a talk holds, and what it says for an element. */
export interface WordContribution {
  /** As most talks write it. */
  readonly word: string;
  readonly found: FoundWord;
  /** Log-odds that it adds. */
  readonly weight: number;
}

/** A learned word and where it stands first; offsets are UTF-16 code units of the place's normal text. */
export interface FoundWord {
  readonly number: number;
  readonly place: PlaceHits['place'];
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** How much of it there is: 1 for once, more for the title and repeats, less in a long text. */
  readonly presence: number;
}

/** Where an element's log-odds come from. */
export interface LogOdds {
  /** Of the signals of its own hits. */
  readonly hits: number;
  readonly beside: number;
  readonly words: number;
  /** Their sum, drawn through the line of the talk's language: its logistic is the confidence. */
  readonly calibrated: number;
}

/** A talk in fewer tokens than this is taken to have as many, so that a word of a bare title says no more than it can. */
const LEAST_TOKENS = 60;
/** A talk of this many tokens has presence 1 for a word that stands in it once. */
const ORDINARY_TOKENS = 150;
/** Log-odds from which a word is worth showing. */
const WORTH_SHOWING = 0.2;
/** Words shown for an element at most. */
const SHOWN = 3;

/** The elements of a taxonomy that a model judges: all that are tags. */
export function judgedElements(taxonomy: Taxonomy, isTag: (concept: number) => boolean): JudgedElements {
  const positions = new Map(taxonomy.concepts.map(({ id }, position) => [id, position]));
  const concepts = [...taxonomy.concepts.keys()].filter(isTag);
  const parts = concepts.map((concept) => positions.get(taxonomy.concepts[concept]?.broader ?? '') ?? concept);
  return { concepts, parts };
}

/** What the judge is told of a talk. */
export interface TalkEvidence {
  readonly scores: TalkScores;
  readonly facts: TalkFacts;
  readonly lang: string | undefined;
  readonly words: readonly FoundWord[];
}

/** Each learned word of the texts once, with its presence. Keywords are lists of words, not text: they do not count. */
export function foundWords(places: readonly PlaceHits[]): readonly FoundWord[] {
  const byWord = new Map<number, OpenWord>();
  let tokens = 0;
  for (const { place, words, tokens: count } of places) {
    if (place.field === 'keywords') continue;
    tokens += count;
    const inTitle = place.field === 'title';
    for (const { word, start, end } of words) {
      const known = byWord.get(word);
      if (known === undefined)
        byWord.set(word, { number: word, place, start, end, count: 1, presence: 0, inTitle, inText: inTitle ? 0 : 1 });
      else {
        known.count++;
        if (!inTitle) known.inText++;
      }
    }
  }
  const found = [...byWord.values()];
  const unit = Math.sqrt(ORDINARY_TOKENS / Math.max(LEAST_TOKENS, tokens));
  for (const word of found)
    word.presence = unit * ((word.inTitle ? 1 : 0) + (word.inText > 0 ? 1 + Math.log(word.inText) : 0));
  return found;
}

/** A word while its occurrences are still counted. */
type OpenWord = { -readonly [Key in keyof FoundWord]: FoundWord[Key] } & { readonly inTitle: boolean; inText: number };

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** A model put to work on a taxonomy. Elements that it never met are judged by the signals alone, from where the others start on average. */
export class Judge {
  readonly model: Model;
  private readonly elements: JudgedElements;
  private readonly positions: ReadonlyMap<number, number>;
  private readonly ids: readonly string[];
  private readonly signals: Float64Array;
  private readonly biases: Float64Array;
  private readonly japanese: Float64Array;
  /** `[from * n + to]`: what the score of element `from` says for element `to`. */
  private readonly beside: Float64Array;
  /** For each weight of a word the element that it is for; -1: none of this taxonomy's. */
  private readonly wordElements: Int32Array;

  constructor(model: Model, taxonomy: Taxonomy, elements: JudgedElements) {
    this.model = model;
    this.elements = elements;
    this.positions = new Map(elements.concepts.map((concept, element) => [concept, element]));
    this.ids = elements.concepts.map((concept) => taxonomy.concepts[concept]?.id ?? '');
    const numbers = new Map(this.ids.map((id, element) => [id, element]));
    const count = this.ids.length;
    this.signals = Float64Array.from(SIGNALS, (name) => model.signals[name] ?? 0);
    this.biases = new Float64Array(count).fill(meanOf(model.elements.map(({ bias }) => bias)));
    this.japanese = new Float64Array(count).fill(meanOf(model.elements.map(({ japanese }) => japanese)));
    this.beside = new Float64Array(count * count);
    for (const { id, bias, japanese, beside } of model.elements) {
      const to = numbers.get(id);
      if (to === undefined) continue;
      this.biases[to] = bias;
      this.japanese[to] = japanese;
      for (const [other, weight] of Object.entries(beside)) {
        const from = numbers.get(other);
        if (from !== undefined) this.beside[from * count + to] = weight;
      }
    }
    this.wordElements = model.words.elements.map((position) => numbers.get(model.elements[position]?.id ?? '') ?? -1);
  }

  judge(talk: TalkEvidence): Opinion {
    const signals = new TalkSignals(talk.scores, talk.facts, this.elements);
    const count = this.ids.length;
    const words = new Float64Array(count);
    const { starts, weights } = this.model.words;
    for (const { number, presence } of talk.words) {
      for (let i = starts[number] ?? 0; i < (starts[number + 1] ?? 0); i++) {
        const element = this.wordElements[i] ?? -1;
        if (element >= 0) words[element] = (words[element] ?? 0) + presence * (weights[i] ?? 0);
      }
    }
    const beside = new Float64Array(count);
    for (let from = 0; from < count; from++) {
      const strength = Math.log1p(signals.scoreOf(from));
      if (strength === 0) continue;
      for (let to = 0; to < count; to++)
        beside[to] = (beside[to] ?? 0) + strength * (this.beside[from * count + to] ?? 0);
    }
    const vocabulary = signals.weighed(this.signals).map((sum, element) => sum + this.constant(element, talk));
    const { slope, offset } = this.lineFor(talk.lang);
    const confidenceOf = (logOdds: number): number => 1 / (1 + Math.exp(-(slope * logOdds + offset)));
    return {
      concepts: this.elements.concepts,
      confidence: (element) =>
        confidenceOf((vocabulary[element] ?? 0) + (beside[element] ?? 0) + (words[element] ?? 0)),
      logOdds: (element) => {
        const of = { hits: vocabulary[element] ?? 0, beside: beside[element] ?? 0, words: words[element] ?? 0 };
        return { ...of, calibrated: slope * (of.hits + of.beside + of.words) + offset };
      },
      supposing: (element, more) =>
        confidenceOf(
          dot(signals.of(element, more), this.signals) +
            this.constant(element, talk) +
            (beside[element] ?? 0) +
            (words[element] ?? 0),
        ),
      words: (element) => this.wordsFor(element, talk),
      elementOf: (concept) => this.positions.get(concept) ?? -1,
    };
  }

  /** What an element starts from. */
  private constant(element: number, { facts }: TalkEvidence): number {
    return this.model.bias + (this.biases[element] ?? 0) + (facts.japanese ? (this.japanese[element] ?? 0) : 0);
  }

  private lineFor(lang: string | undefined): Calibration {
    const { calibration } = this.model;
    const own = lang?.split('-')[0] ?? 'other';
    return calibration[Object.hasOwn(calibration, own) ? own : 'other'] ?? { slope: 1, offset: 0 };
  }

  /** The words that speak for an element, strongest first. */
  private wordsFor(element: number, talk: TalkEvidence): readonly WordContribution[] {
    const contributions: WordContribution[] = [];
    const { words, starts, weights } = this.model.words;
    for (const found of talk.words) {
      for (let i = starts[found.number] ?? 0; i < (starts[found.number + 1] ?? 0); i++) {
        const weight = found.presence * (weights[i] ?? 0);
        if (this.wordElements[i] === element && weight >= WORTH_SHOWING)
          contributions.push({ word: words[found.number] ?? '', found, weight });
      }
    }
    return contributions.sort((a, b) => b.weight - a.weight || a.found.number - b.found.number).slice(0, SHOWN);
  }
}

/** What a model says of one talk; elements are counted in the order of `concepts`. */
export interface Opinion {
  /** Position of each element among the concepts. */
  readonly concepts: readonly number[];
  /** 0 to 1. */
  confidence(element: number): number;
  logOdds(element: number): LogOdds;
  /** The confidence were there more evidence for it. */
  supposing(element: number, more: MoreEvidence): number;
  words(element: number): readonly WordContribution[];
  /** -1 for a concept that is none. */
  elementOf(concept: number): number;
}
