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
type Manner = readonly [role: LabelRole, lang: string, options?: Options];

/** `manner`: its number in the head; the key is left out where it is the text in lower case. */
type PackedLabel = readonly [text: string, manner: number, key?: string];

interface Head extends Omit<Taxonomy, 'concepts' | 'domain' | 'index' | 'labelTable'> {
  /** `labels`: how many of the label lines are the concept's. */
  readonly concepts: readonly (Omit<Concept, 'labels'> & { readonly labels: number })[];
  readonly index: PackedIndex;
  readonly manners: readonly Manner[];
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
  const lines = [...concepts.flatMap(({ labels }) => labels), ...domain].map((label) => {
    const manner = JSON.stringify(mannerOf(label));
    const number = manners.get(manner) ?? manners.size;
    manners.set(manner, number);
    return encode(`${JSON.stringify(packLabel(label, number))}\n`);
  });
  const { index, tables } = packIndex(buildIndex(taxonomy), startsOf(lines));
  const head: Head = {
    ...rest,
    concepts: concepts.map((concept) => ({ ...concept, labels: concept.labels.length })),
    index,
    manners: [...manners.keys()].map((manner): Manner => JSON.parse(manner)),
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

function mannerOf({
  text,
  lang,
  role,
  kind,
  weight,
  case: exactCase,
  match,
  general,
  requires,
  unless,
  requiresText,
  unlessText,
}: Label): Manner {
  const options: Options = {
    ...(kind === 'term' ? {} : { kind }),
    ...(weight === DEFAULT_WEIGHT[role][kind] ? {} : { weight }),
    ...(exactCase === isAcronym(text) ? {} : { case: exactCase }),
    ...(match === 'word' ? {} : { match }),
    ...(general ? { general } : {}),
    ...(requires.length === 0 ? {} : { requires }),
    ...(unless.length === 0 ? {} : { unless }),
    ...(requiresText === undefined ? {} : { requiresText }),
    ...(unlessText === undefined ? {} : { unlessText }),
  };
  return Object.keys(options).length === 0 ? [role, lang] : [role, lang, options];
}

export function unpackTaxonomy({ head, labels, tables }: PackedTaxonomy): Taxonomy {
  const { concepts, index, manners, ...rest }: Head = JSON.parse(head);
  const opened = unpackIndex(index, tables);
  const labelTable = new LazyLabels(labels, opened.lineStarts, manners);
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
  private readonly opened: (Label | undefined)[];
  private readonly decoder = new TextDecoder();

  constructor(lines: Uint8Array, starts: Int32Array, manners: readonly Manner[]) {
    this.lines = lines;
    this.manners = manners;
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
    const label = unpackLabel(packed, manner);
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

function unpackLabel([text, , key = text.toLowerCase()]: PackedLabel, [role, lang, options = {}]: Manner): Label {
  const kind = options.kind ?? 'term';
  return {
    text,
    lang,
    role,
    kind,
    weight: options.weight ?? DEFAULT_WEIGHT[role][kind],
    case: options.case ?? isAcronym(text),
    match: options.match ?? 'word',
    general: options.general ?? false,
    requires: options.requires ?? NONE,
    unless: options.unless ?? NONE,
    ...(options.requiresText === undefined ? {} : { requiresText: options.requiresText }),
    ...(options.unlessText === undefined ? {} : { unlessText: options.unlessText }),
    key,
  };
}
