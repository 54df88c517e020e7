/** What all rules know: the taxonomy by name, and how this repository writes its tags. */
import { conceptNamed } from '../classify/declared.ts';
import type { DeclaredConfig } from '../config/types.ts';
import type { Concept, Taxonomy } from '../taxonomy/types.ts';
import type { RuleContext } from './rules/types.ts';

/** The part of the config that what a file yields depends on; plain data. */
export interface CheckSettings {
  readonly declared: DeclaredConfig;
  /** Confidence from which an undeclared tag is suggested. */
  readonly suggest: number;
  /** Tags a talk at most. */
  readonly maxTags: number;
  /** Whether files are to be known again by their bytes, as a cache wants it. */
  readonly hashes?: boolean;
}

/** Names that are remembered: sources write few, and write them often. */
const REMEMBERED = 10_000;

export function ruleContext(taxonomy: Taxonomy, { declared, suggest, maxTags }: CheckSettings): RuleContext {
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  const broader = new Set(taxonomy.concepts.map((concept) => concept.broader));
  return {
    taxonomy,
    concept: (id) => byId.get(id),
    conceptNamed: remembered((name) => conceptNamed(name, taxonomy)),
    partOf: (id) => rootAbove(id, byId),
    isPart: (id) => broader.has(id),
    written: (id) => (declared.as === 'id' ? id : (byId.get(id)?.prefLabel[declared.as] ?? id)),
    names: taxonomy.concepts.flatMap(({ id, prefLabel }) => [id, ...Object.values(prefLabel)]),
    suggest,
    maxTags,
  };
}

function rootAbove(id: string, byId: ReadonlyMap<string, Concept>): string {
  const seen = new Set([id]);
  let root = id;
  for (let above = byId.get(root)?.broader; above !== undefined && !seen.has(above); above = byId.get(root)?.broader) {
    seen.add(above);
    root = above;
  }
  return root;
}

function remembered(find: (name: string) => string | undefined): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const found = find(name);
    if (known.size < REMEMBERED) known.set(name, found);
    return found;
  };
}
