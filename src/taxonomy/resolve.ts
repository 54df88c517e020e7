/** Puts files together: what a taxonomy includes, and what it changes in the one it extends. Pure. */
import { nearest } from '../nearest.ts';
import type { CompiledConcept, CompiledFile } from './compile.ts';
import type { TaxonomyFinding } from './findings.ts';
import type { Origins } from './origins.ts';
import type { Concept, Label, Taxonomy } from './types.ts';
import { wordingOf } from './wording.ts';

/** All of a taxonomy but its hash, which is taken over the rest. */
export type Unhashed = Omit<Taxonomy, 'hash'>;

export interface Head {
  readonly id: string;
  readonly version: string;
  readonly title?: Taxonomy['title'] | undefined;
}

export interface Resolved {
  readonly taxonomy: Unhashed;
  readonly findings: readonly TaxonomyFinding[];
}

/** `files`: the taxonomy's own and those it includes, in order. `base`: what it extends. */
export function resolveTaxonomy(
  head: Head,
  files: readonly CompiledFile[],
  base: Unhashed | undefined,
  origins: Origins,
): Resolved {
  const concepts = new ConceptTable(base?.concepts ?? [], origins);
  for (const { concepts: own } of files) for (const concept of own) concepts.take(concept);
  const taxonomy = {
    id: head.id,
    version: head.version,
    title: head.title ?? base?.title ?? {},
    concepts: concepts.result(),
    contexts: mergeContexts([base?.contexts ?? {}, ...files.map(({ contexts }) => contexts)]),
    domain: mergeLabels(
      base?.domain ?? [],
      files.flatMap(({ domain }) => domain),
    ),
  };
  return { taxonomy, findings: concepts.findings };
}

class ConceptTable {
  readonly findings: TaxonomyFinding[] = [];
  private readonly concepts: Map<string, Concept>;
  private readonly inherited: ReadonlySet<string>;
  private readonly own = new Set<string>();
  private readonly dropped = new Set<string>();
  private readonly origins: Origins;

  constructor(base: readonly Concept[], origins: Origins) {
    this.concepts = new Map(base.map((concept) => [concept.id, concept]));
    this.inherited = new Set(this.concepts.keys());
    this.origins = origins;
  }

  take(compiled: CompiledConcept): void {
    const { concept, drop, source, path } = compiled;
    const { id } = concept;
    const place = source.placeOf([...path, 'id']);
    if (this.own.has(id)) {
      this.findings.push({ code: 'duplicate-id', id, concept: id, severity: 'error', place });
      return;
    }
    this.own.add(id);
    if (drop) {
      if (this.inherited.has(id)) this.dropped.add(id);
      else
        this.findings.push({
          code: 'nothing-to-drop',
          id,
          nearest: nearest(id, this.inherited),
          severity: 'error',
          place,
        });
      return;
    }
    this.origins.addConcept(id, source, path);
    const base = this.concepts.get(id);
    this.concepts.set(id, base === undefined ? concept : changed(base, compiled));
  }

  /** Inherited concepts first, in their order, without those dropped, those below them, and inherited mentions of either. */
  result(): readonly Concept[] {
    const gone = this.gone();
    if (gone.size === 0) return [...this.concepts.values()];
    const left = [...this.concepts.values()].filter(({ id }) => !gone.has(id));
    return left.map((concept) => (this.own.has(concept.id) ? concept : withoutMentions(concept, gone)));
  }

  private gone(): ReadonlySet<string> {
    const gone = new Set(this.dropped);
    for (let before = -1; before !== gone.size; ) {
      before = gone.size;
      for (const { id, broader } of this.concepts.values()) {
        if (broader !== undefined && gone.has(broader) && !this.own.has(id)) gone.add(id);
      }
    }
    return gone;
  }
}

/** What the file gives replaces what is inherited, a language at a time; labels are added. */
function changed(base: Concept, { concept: own, isPart }: CompiledConcept): Concept {
  const { broader, ...baseRest } = base;
  return {
    ...baseRest,
    ...(broader === undefined || isPart ? {} : { broader }),
    ...own,
    prefLabel: { ...base.prefLabel, ...own.prefLabel },
    ...merged('scopeNote', base, own),
    ...merged('examples', base, own),
    ...merged('counterExamples', base, own),
    labels: mergeLabels(
      base.labels.filter(({ role, lang }) => role !== 'pref' || !Object.hasOwn(own.prefLabel, lang)),
      own.labels,
    ),
  };
}

function merged<Key extends 'scopeNote' | 'examples' | 'counterExamples'>(
  key: Key,
  base: Concept,
  own: Concept,
): Pick<Concept, Key> | object {
  return base[key] === undefined && own[key] === undefined ? {} : { [key]: { ...base[key], ...own[key] } };
}

/** A label that repeats an inherited one takes its place. */
function mergeLabels(base: readonly Label[], own: readonly Label[]): readonly Label[] {
  const given = new Set(own.map(wordingOf));
  return [...base.filter((label) => !given.has(wordingOf(label))), ...own];
}

function mergeContexts(all: readonly Taxonomy['contexts'][]): Taxonomy['contexts'] {
  const lists = new Map<string, Set<string>>();
  for (const contexts of all) {
    for (const [name, keys] of Object.entries(contexts))
      lists.set(name, new Set([...(lists.get(name) ?? []), ...keys]));
  }
  return Object.fromEntries([...lists].map(([name, keys]) => [name, [...keys]]));
}

function withoutMentions(concept: Concept, gone: ReadonlySet<string>): Concept {
  const { related, replacedBy, ...rest } = concept;
  const kept = related?.filter((id) => !gone.has(id)) ?? [];
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { related: kept }),
    ...(replacedBy === undefined || gone.has(replacedBy) ? {} : { replacedBy }),
  };
}
