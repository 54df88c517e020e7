/** The labels of a taxonomy, arranged so that a text is matched against all of them in one pass. */
import type { Label, Taxonomy } from '../taxonomy/types.ts';
import { keyIds, Lexicon } from './tokens.ts';

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
}

/** One sequence of tokens and all that it stands for. */
export interface Pattern {
  readonly ids: readonly number[];
  readonly labels: readonly IndexedLabel[];
  /** The contexts that this wording is a term of. */
  readonly contexts: readonly number[];
}

interface OpenPattern {
  readonly ids: readonly number[];
  readonly labels: IndexedLabel[];
  readonly contexts: number[];
}

/** Patterns by their first token, then by their second; each list longest first. */
export interface Heads {
  readonly single: Pattern | undefined;
  readonly bySecond: ReadonlyMap<number, readonly Pattern[]>;
}

export interface LexicalIndex {
  readonly lexicon: Lexicon;
  readonly heads: ReadonlyMap<number, Heads>;
  readonly contextCount: number;
}

export function buildIndex(taxonomy: Taxonomy): LexicalIndex {
  const lexicon = new Lexicon();
  const patterns = new PatternTable(lexicon);
  const contexts = new ContextTable(taxonomy, patterns);
  const add = (label: Label, concept: number): void => {
    const indexed = {
      label,
      concept,
      requires: contexts.idsOf(label.requires),
      unless: contexts.idsOf(label.unless),
      guard: guardOf(label),
    };
    patterns.at(label.key)?.labels.push(indexed);
  };
  taxonomy.concepts.forEach((concept, index) => {
    for (const label of concept.labels) add(label, index);
  });
  for (const label of taxonomy.domain) add(label, -1);
  return { lexicon, heads: patterns.heads(), contextCount: contexts.size };
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

class PatternTable {
  private readonly byKey = new Map<string, OpenPattern>();
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** The pattern of a key; none for a key without a token (a label of punctuation alone). */
  at(key: string): OpenPattern | undefined {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const ids = keyIds(key, this.lexicon);
    if (ids.length === 0) return undefined;
    const pattern = { ids, labels: [], contexts: [] };
    this.byKey.set(key, pattern);
    return pattern;
  }

  heads(): ReadonlyMap<number, Heads> {
    const heads = new Map<number, { single: Pattern | undefined; bySecond: Map<number, Pattern[]> }>();
    for (const pattern of this.byKey.values()) {
      const [first, second] = pattern.ids;
      if (first === undefined) continue;
      let head = heads.get(first);
      if (head === undefined) heads.set(first, (head = { single: undefined, bySecond: new Map() }));
      if (second === undefined) {
        head.single = pattern;
        continue;
      }
      const list = head.bySecond.get(second);
      if (list === undefined) head.bySecond.set(second, [pattern]);
      else list.push(pattern);
    }
    for (const { bySecond } of heads.values()) {
      for (const list of bySecond.values()) list.sort((a, b) => b.ids.length - a.ids.length);
    }
    return heads;
  }
}

/** Gives each context that a label names an id: `@name` a named list, anything else a list of its own. */
class ContextTable {
  private readonly ids = new Map<string, number>();
  private readonly taxonomy: Taxonomy;
  private readonly patterns: PatternTable;

  constructor(taxonomy: Taxonomy, patterns: PatternTable) {
    this.taxonomy = taxonomy;
    this.patterns = patterns;
  }

  get size(): number {
    return this.ids.size;
  }

  idsOf(names: readonly string[]): readonly number[] {
    return names.length === 0 ? NONE : names.map((name) => this.idOf(name));
  }

  private idOf(name: string): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(name, id);
    const keys = name.startsWith('@') ? (this.taxonomy.contexts[name.slice(1)] ?? []) : [name];
    for (const key of keys) this.patterns.at(key)?.contexts.push(id);
    return id;
  }
}

const NONE: readonly number[] = [];
