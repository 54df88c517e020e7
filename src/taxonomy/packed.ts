/**
 * The default taxonomy as it ships: a head of JSON, and a line of JSON for each label, which is opened only when it is asked for (a talk
 * meets a few dozen of ten thousand). The matcher's tables lie beside them as bytes.
 */
import { buildIndex } from '../classify/lexical-index.ts';
import { DEFAULT_WEIGHT, isAcronym } from './defaults.ts';
import { joinBytes, type PackedIndex, packIndex, unpackIndex } from './packed-index.ts';
import type { Concept, Label, LabelRole, LabelTable, Taxonomy } from './types.ts';

type Options = Partial<
  Pick<Label, 'kind' | 'weight' | 'case' | 'match' | 'general' | 'requires' | 'unless' | 'requiresText' | 'unlessText'>
>;

/** What many labels have in common; options that their default gives again are left out. */
type Manner = readonly [role: LabelRole, lang: string, options?: PackedOptions];

const LISTS = ['requires', 'unless', 'requiresText', 'unlessText'] as const;
type ListName = (typeof LISTS)[number];

/** Options with the numbers of their lists. */
type PackedOptions = Omit<Options, ListName> & Partial<Record<ListName, number>>;

/** `manner`: its number in the head; the key is left out where it is the text in lower case. */
type PackedLabel = readonly [text: string, manner: number, key?: string];

interface Head extends Omit<Taxonomy, 'concepts' | 'domain' | 'index' | 'labelTable'> {
  /** `labels`: how many of the label lines are the concept's. */
  readonly concepts: readonly (Omit<Concept, 'labels'> & { readonly labels: number })[];
  readonly index: PackedIndex;
  readonly manners: readonly Manner[];
  /** The lists of co-terms that the manners name by number. */
  readonly lists: readonly (readonly string[])[];
}

/** The three files. */
export interface PackedTaxonomy {
  readonly head: string;
  readonly labels: Uint8Array;
  readonly tables: Uint8Array;
}

export function packTaxonomy(taxonomy: Taxonomy): PackedTaxonomy {
  const { concepts, domain, index: _index, labelTable: _table, ...rest } = taxonomy;
  const manners = new Map<string, number>();
  const lists = new Map<string, number>();
  const lines = [...concepts.flatMap(({ labels }) => labels), ...domain].map((label) => {
    const manner = numberOf(JSON.stringify(mannerOf(label, lists)), manners);
    return encode(`${JSON.stringify(packLabel(label, manner))}\n`);
  });
  const { index, tables } = packIndex(buildIndex(taxonomy), startsOf(lines));
  const head: Head = {
    ...rest,
    concepts: concepts.map((concept) => ({ ...concept, labels: concept.labels.length })),
    index,
    manners: [...manners.keys()].map((manner): Manner => JSON.parse(manner)),
    lists: [...lists.keys()].map((list): readonly string[] => JSON.parse(list)),
  };
  return { head: `${JSON.stringify(head)}\n`, labels: joinBytes(lines), tables };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Where each line begins; a last one tells where the end is. */
function startsOf(lines: readonly Uint8Array[]): Int32Array {
  const starts = new Int32Array(lines.length + 1);
  lines.forEach((line, number) => {
    starts[number + 1] = (starts[number] ?? 0) + line.length;
  });
  return starts;
}

function packLabel({ text, key }: Label, manner: number): PackedLabel {
  return key === text.toLowerCase() ? [text, manner] : [text, manner, key];
}

function mannerOf(label: Label, lists: Map<string, number>): Manner {
  const { text, lang, role, kind, weight, case: exactCase, match, general } = label;
  const options: PackedOptions = {
    ...(kind === 'term' ? {} : { kind }),
    ...(weight === DEFAULT_WEIGHT[role][kind] ? {} : { weight }),
    ...(exactCase === isAcronym(text) ? {} : { case: exactCase }),
    ...(match === 'word' ? {} : { match }),
    ...(general ? { general } : {}),
    ...Object.fromEntries(
      LISTS.flatMap((name) => {
        const list = label[name] ?? NONE;
        return list.length === 0 ? [] : [[name, numberOf(JSON.stringify(list), lists)]];
      }),
    ),
  };
  return Object.keys(options).length === 0 ? [role, lang] : [role, lang, options];
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

export function unpackTaxonomy({ head, labels, tables }: PackedTaxonomy): Taxonomy {
  const { concepts, index, manners, lists, ...rest }: Head = JSON.parse(head);
  const opened = unpackIndex(index, tables);
  const labelTable = new LazyLabels(labels, opened.lineStarts, manners, lists);
  let from = 0;
  const withTheirs = concepts.map((concept) => {
    const start = from;
    from += concept.labels;
    return withLabels(concept, labelTable, start, from);
  });
  return {
    ...rest,
    concepts: withTheirs,
    domain: labelTable.slice(from, labelTable.length),
    index: opened.index,
    labelTable,
  };
}

/** The concept, whose labels are opened all together when somebody looks at them. */
function withLabels(concept: Omit<Concept, 'labels'>, table: LazyLabels, from: number, to: number): Concept {
  let labels: readonly Label[] | undefined;
  return {
    ...concept,
    get labels() {
      labels ??= table.slice(from, to);
      return labels;
    },
  };
}

class LazyLabels implements LabelTable {
  readonly length: number;
  private readonly lines: Uint8Array;
  private readonly starts: Int32Array;
  private readonly manners: readonly Manner[];
  private readonly lists: Head['lists'];
  private readonly opened: (Label | undefined)[];
  private readonly decoder = new TextDecoder();

  constructor(lines: Uint8Array, starts: Int32Array, manners: readonly Manner[], lists: Head['lists']) {
    this.lines = lines;
    this.manners = manners;
    this.lists = lists;
    this.starts = starts;
    this.length = starts.length - 1;
    this.opened = new Array<Label | undefined>(this.length).fill(undefined);
  }

  at(number: number): Label | undefined {
    const known = this.opened[number];
    if (known !== undefined || !(number >= 0 && number < this.length)) return known;
    const packed: PackedLabel = JSON.parse(
      this.decoder.decode(this.lines.subarray(this.starts[number], this.starts[number + 1])),
    );
    const manner = this.manners[packed[1]];
    if (manner === undefined) throw new RangeError(`no manner ${packed[1]}`);
    const label = unpackLabel(packed, manner, this.lists);
    this.opened[number] = label;
    return label;
  }

  slice(from: number, to: number): readonly Label[] {
    return Array.from({ length: to - from }, (_, offset) => this.at(from + offset)).filter(
      (label) => label !== undefined,
    );
  }
}

const NONE: readonly string[] = [];

function unpackLabel(
  [text, , key = text.toLowerCase()]: PackedLabel,
  [role, lang, options = {}]: Manner,
  lists: Head['lists'],
): Label {
  const kind = options.kind ?? 'term';
  const list = (name: ListName): readonly string[] | undefined => lists[options[name] ?? -1];
  const requiresText = list('requiresText');
  const unlessText = list('unlessText');
  return {
    text,
    lang,
    role,
    kind,
    weight: options.weight ?? DEFAULT_WEIGHT[role][kind],
    case: options.case ?? isAcronym(text),
    match: options.match ?? 'word',
    general: options.general ?? false,
    requires: list('requires') ?? NONE,
    unless: list('unless') ?? NONE,
    ...(requiresText === undefined ? {} : { requiresText }),
    ...(unlessText === undefined ? {} : { unlessText }),
    key,
  };
}
