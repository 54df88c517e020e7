/**
 * Labels as they ship: what each is like by number, the wordings end to end as bytes. A label is opened only when it is asked for: a talk
 * meets a few dozen of thirty thousand. Its normal form stands in the matcher's trie already.
 */
import type { Rows } from '../classify/lexical-index.ts';
import { type CoTerms, coTermsOf, isContextName, type LabelTraits, labelOf, traitsOf } from './label.ts';
import { rowOf, startsOf, type TableReader } from './packed-tables.ts';
import type { Label, LabelRole, LabelTable } from './types.ts';

/** What labels of many manners have in common. */
export type Traits = readonly [role: LabelRole, lang: string, options?: LabelTraits];

/** A manner is traits and two lists of co-terms; thirty thousand labels have four thousand. */
export interface Manners {
  /** The manner of each label. */
  readonly ofLabel: Int32Array;
  /** The traits of each manner. */
  readonly traits: Int32Array;
  /** The list of each manner; list 0 is empty. */
  readonly requires: Int32Array;
  readonly unless: Int32Array;
  /** The terms of each list. */
  readonly lists: Rows;
}

export interface PackedLabels {
  readonly traits: readonly Traits[];
  /** What `unpackManners` reads, and the length of each wording: the labels' and behind them the co-terms'. */
  readonly tables: readonly Int32Array[];
  /** The wordings, end to end. */
  readonly texts: readonly Uint8Array[];
  /** The terms of each label's lists. */
  readonly requires: readonly (readonly number[])[];
  readonly unless: readonly (readonly number[])[];
}

export function packLabels(labels: readonly Label[]): PackedLabels {
  const traits = new Numbers<Traits>();
  const terms = new Numbers<string>();
  const lists = new Numbers<readonly number[]>();
  const manners = new Numbers<readonly [traits: number, requires: number, unless: number]>();
  lists.of([]);
  const listOf = (written: readonly string[]): number => lists.of(written.map((term) => terms.of(term)));
  const ofLabel = labels.map((label) => {
    const { requires, unless, requiresText = requires, unlessText = unless } = label;
    return manners.of([traits.of(packTraits(label)), listOf(requiresText), listOf(unlessText)]);
  });
  const termsOf = (list: 1 | 2) => ofLabel.map((manner) => lists.all[manners.all[manner]?.[list] ?? 0] ?? []);
  const texts = [...labels.map(({ text }) => text), ...terms.all].map((text) => new TextEncoder().encode(text));
  return {
    traits: traits.all,
    tables: [
      ofLabel,
      ...([0, 1, 2] as const).map((column) => manners.all.map((manner) => manner[column])),
      lists.all.map(({ length }) => length),
      lists.all.flat(),
      texts.map(({ length }) => length),
    ].map((table) => Int32Array.from(table)),
    texts,
    requires: termsOf(1),
    unless: termsOf(2),
  };
}

function packTraits(label: Label): Traits {
  const options = traitsOf(label);
  return Object.keys(options).length === 0 ? [label.role, label.lang] : [label.role, label.lang, options];
}

/** Numbers values from 0 in the order in which they were first asked for. */
class Numbers<Value> {
  readonly all: Value[] = [];
  private readonly numbers = new Map<string, number>();

  of(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}

export function unpackManners(reader: TableReader): Manners {
  return {
    ofLabel: reader.table(),
    traits: reader.table(),
    requires: reader.table(),
    unless: reader.table(),
    lists: { starts: startsOf(reader.table()), items: reader.table() },
  };
}

/** Normal forms by number. */
export interface Keys {
  ofLabel(label: number): string;
  ofTerm(term: number): string;
}

export interface LabelParts {
  readonly traits: readonly Traits[];
  readonly manners: Manners;
  /** In bytes, of the labels' wordings and behind them of the co-terms'. */
  readonly textLengths: Int32Array;
  readonly texts: Uint8Array;
  readonly keys: Keys;
}

export class LazyLabels implements LabelTable {
  readonly length: number;
  private readonly parts: LabelParts;
  private readonly textStarts: Int32Array;
  private readonly opened: (Label | undefined)[];
  private readonly openedLists: (CoTerms | undefined)[] = [];
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(parts: LabelParts) {
    this.parts = parts;
    this.textStarts = startsOf(parts.textLengths);
    this.length = parts.manners.ofLabel.length;
    this.opened = new Array<Label | undefined>(this.length).fill(undefined);
  }

  at(number: number): Label | undefined {
    const known = this.opened[number];
    const manner = this.parts.manners.ofLabel[number];
    if (known !== undefined || manner === undefined) return known;
    const label = this.open(number, manner);
    this.opened[number] = label;
    return label;
  }

  slice(from: number, to: number): readonly Label[] {
    return Array.from({ length: to - from }, (_, offset) => this.at(from + offset)).filter(
      (label) => label !== undefined,
    );
  }

  private open(number: number, manner: number): Label {
    const { manners, traits: all, keys } = this.parts;
    const packed = all[manners.traits[manner] ?? -1];
    if (packed === undefined) throw new RangeError(`no manner ${manner}`);
    const [role, lang, traits = {}] = packed;
    return labelOf({
      text: this.text(number),
      lang,
      role,
      key: keys.ofLabel(number),
      traits,
      requires: this.list(manners.requires[manner] ?? 0),
      unless: this.list(manners.unless[manner] ?? 0),
    });
  }

  private list(number: number): CoTerms {
    const known = this.openedLists[number];
    if (known !== undefined) return known;
    const terms = [...rowOf(this.parts.manners.lists, number)];
    const written = terms.map((term) => this.text(this.length + term));
    const keys = terms.map((term, i) => {
      const wording = written[i] ?? '';
      return isContextName(wording) ? wording : this.parts.keys.ofTerm(term);
    });
    const list = coTermsOf(written, keys);
    this.openedLists[number] = list;
    return list;
  }

  private text(number: number): string {
    const { texts } = this.parts;
    return this.decoder.decode(texts.subarray(this.textStarts[number], this.textStarts[number + 1]));
  }
}
