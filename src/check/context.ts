/** What all rules know: the taxonomy by name, and how this repository writes its tags. */
import { type NamedConcept, namedConcept } from '../classify/declared.ts';
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
  /** The folder that fingerprints' paths start from, and the one that those of files do; both absolute. */
  readonly folders?: { readonly root: string; readonly cwd: string };
  /** Whether files are to be known again by their bytes, as a cache wants it. */
  readonly hashes?: boolean;
}

/** Weight of a label from which it names its concept: lighter ones (`MLOps`, `LLM`) only hint at one. */
const SURE = 1;

/** Names that are remembered: sources write few, and write them often. */
const REMEMBERED = 10_000;

export function ruleContext(taxonomy: Taxonomy, { declared, suggest, maxTags }: CheckSettings): RuleContext {
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  const broader = new Set(taxonomy.concepts.map((concept) => concept.broader));
  const named = remembered((name) => namedConcept(name, taxonomy));
  return {
    taxonomy,
    concept: (id) => byId.get(id),
    conceptNamed: (name) => {
      const concept = named(name);
      return concept !== undefined && concept.weight >= SURE ? concept.id : undefined;
    },
    conceptHinted: (name) => named(name)?.id,
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

function remembered(find: (name: string) => NamedConcept | undefined): (name: string) => NamedConcept | undefined {
  const known = new Map<string, NamedConcept | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const found = find(name);
    if (known.size < REMEMBERED) known.set(name, found);
    return found;
  };
}
