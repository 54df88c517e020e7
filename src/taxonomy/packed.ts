/** The default taxonomy as it ships: a head of JSON, and bytes in which the labels and the matcher's tables lie. */
import { buildIndex, labelsOf } from '../classify/lexical-index.ts';
import { packIndex, unpackIndex } from './packed-index.ts';
import { LazyLabels, packLabels, type Traits, unpackManners } from './packed-labels.ts';
import { joinBytes, packTables, TableReader, type TableShape } from './packed-tables.ts';
import type { Concept, Label, Taxonomy } from './types.ts';

interface Head extends Omit<Taxonomy, 'concepts' | 'domain' | 'index' | 'labelTable'> {
  /** `labels`: how many of the labels are the concept's. */
  readonly concepts: readonly (Omit<Concept, 'labels'> & { readonly labels: number })[];
  readonly traits: readonly Traits[];
  /** The matcher's, joined by blanks, which no token holds. */
  readonly tokens: string;
  readonly shapes: readonly TableShape[];
}

/** The two files. */
export interface PackedTaxonomy {
  readonly head: string;
  readonly tables: Uint8Array;
}

/** @param taxonomy as compiled: the normal forms of its labels are those of their wordings */
export function packTaxonomy(taxonomy: Taxonomy): PackedTaxonomy {
  const { concepts, domain: _domain, index: _index, labelTable: _table, ...rest } = taxonomy;
  const labels = packLabels(labelsOf(taxonomy));
  const index = buildIndex(taxonomy);
  const { bytes, shapes } = packTables([...labels.tables, ...packIndex(index, labels)]);
  const head: Head = {
    ...rest,
    concepts: concepts.map((concept) => ({ ...concept, labels: concept.labels.length })),
    traits: labels.traits,
    tokens: index.tokens.join(' '),
    shapes,
  };
  return { head: `${JSON.stringify(head)}\n`, tables: joinBytes([...bytes, ...labels.texts]) };
}

export function unpackTaxonomy({ head, tables }: PackedTaxonomy): Taxonomy {
  const { concepts, traits, tokens, shapes, ...rest }: Head = JSON.parse(head);
  const reader = new TableReader(tables, shapes);
  const manners = unpackManners(reader);
  const textLengths = reader.table();
  const { index, keys } = unpackIndex(reader, {
    tokens: tokens === '' ? [] : tokens.split(' '),
    manners,
    labelCounts: concepts.map(({ labels }) => labels),
  });
  const labelTable = new LazyLabels({ traits, manners, textLengths, texts: reader.rest(), keys });
  let from = 0;
  const withTheirs = concepts.map((concept) => {
    const start = from;
    from += concept.labels;
    return withLabels(concept, labelTable, start, from);
  });
  return { ...rest, concepts: withTheirs, domain: labelTable.slice(from, labelTable.length), index, labelTable };
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
