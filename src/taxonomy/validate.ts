/** Checks of quality, by qSKOS's names, on a taxonomy that can be used. Pure. */
import type { Severity } from '../findings.ts';
import type { TaxonomyFinding, Weakness } from './findings.ts';
import { canonicalTag, wrongTag } from './language-tag.ts';
import type { Origins } from './origins.ts';
import type { NodePath } from './source.ts';
import { ancestors, narrowerOf } from './tree.ts';
import type { Concept, ListByLanguage, Taxonomy } from './types.ts';
import { labelFindings } from './validate-labels.ts';

/** What concerns concepts that `origins` knows: those that the files read say something about, by place. */
export function validateTaxonomy(taxonomy: Taxonomy, origins: Origins): readonly TaxonomyFinding[] {
  const concepts = new ConceptChecks(taxonomy, origins);
  const findings = [
    ...taxonomy.concepts.flatMap((concept) => concepts.check(concept)),
    ...labelFindings(taxonomy, origins),
  ];
  return inOrder(findings.filter(({ place }) => place !== undefined));
}

/** By file, line, column, then code. */
export function inOrder(findings: readonly TaxonomyFinding[]): readonly TaxonomyFinding[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.place?.path ?? '', b.place?.path ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

class ConceptChecks {
  private readonly byId: ReadonlyMap<string, Concept>;
  private readonly narrower: ReadonlyMap<string, readonly string[]>;
  /** The languages that preferred labels are written in. */
  private readonly langs: readonly string[];
  private readonly mentioned: ReadonlySet<string>;
  private readonly origins: Origins;

  constructor({ concepts }: Taxonomy, origins: Origins) {
    this.byId = new Map(concepts.map((concept) => [concept.id, concept]));
    this.narrower = narrowerOf(concepts);
    const tags = new Set(concepts.flatMap(({ prefLabel }) => Object.keys(prefLabel)));
    this.langs = [...tags].filter((tag) => wrongTag(tag) === undefined && canonicalTag(tag) === tag).sort();
    this.mentioned = new Set(concepts.flatMap(({ related = [] }) => related));
    this.origins = origins;
  }

  check(concept: Concept): readonly TaxonomyFinding[] {
    return [
      ...this.names(concept),
      ...this.notes(concept),
      ...this.relations(concept),
      ...this.retirement(concept),
      ...this.tests(concept),
      ...this.languages(concept),
    ];
  }

  private names(concept: Concept): readonly TaxonomyFinding[] {
    const missing = this.missing(concept.prefLabel);
    if (Object.keys(concept.prefLabel).length === 0) return [this.found(concept, 'error', { code: 'ml' })];
    return missing.length === 0 ? [] : [this.found(concept, 'warning', { code: 'ilc', langs: missing }, ['prefLabel'])];
  }

  private notes(concept: Concept): readonly TaxonomyFinding[] {
    const { scopeNote } = concept;
    if (scopeNote === undefined) return [this.found(concept, 'warning', { code: 'uc', langs: [] })];
    const langs = this.missing(scopeNote);
    return langs.length === 0 ? [] : [this.found(concept, 'warning', { code: 'uc', langs }, ['scopeNote'])];
  }

  private relations(concept: Concept): readonly TaxonomyFinding[] {
    const { id, broader, related = [], exactMatch = [], closeMatch = [] } = concept;
    const alone = broader === undefined && related.length === 0 && !this.mentioned.has(id) && !this.narrower.has(id);
    return [
      ...(alone ? [this.found(concept, 'warning', { code: 'oc' })] : []),
      ...related.flatMap((other, index) => this.relation(concept, other, index)),
      ...exactMatch
        .filter((address) => closeMatch.includes(address))
        .map((address) =>
          this.found(concept, 'warning', { code: 'mc', address }, ['closeMatch', closeMatch.indexOf(address)]),
        ),
    ];
  }

  private relation(concept: Concept, other: string, index: number): readonly TaxonomyFinding[] {
    const way = ['related', index];
    if (other === concept.id) return [this.found(concept, 'error', { code: 'rrc' }, way)];
    const clashes =
      ancestors(concept.id, this.byId).includes(other) || ancestors(other, this.byId).includes(concept.id);
    return clashes ? [this.found(concept, 'error', { code: 'rc', id: other }, way)] : [];
  }

  private retirement(concept: Concept): readonly TaxonomyFinding[] {
    const { deprecated, replacedBy } = concept;
    if (deprecated !== true) return [];
    if (replacedBy === undefined) return [this.found(concept, 'warning', { code: 'not-replaced' }, ['deprecated'])];
    return this.byId.get(replacedBy)?.deprecated === true
      ? [this.found(concept, 'warning', { code: 'replaced-by-deprecated', id: replacedBy }, ['replacedBy'])]
      : [];
  }

  /** Only concepts that can be tags are tested. */
  private tests(concept: Concept): readonly TaxonomyFinding[] {
    if (concept.broader === undefined || this.narrower.has(concept.id) || concept.deprecated === true) return [];
    return (['examples', 'counterExamples'] as const).flatMap((property) => {
      const given: ListByLanguage = concept[property] ?? {};
      const langs = this.langs.filter((lang) => (given[lang] ?? []).length === 0);
      return langs.length === 0 ? [] : [this.found(concept, 'warning', { code: 'untested', property, langs })];
    });
  }

  private languages(concept: Concept): readonly TaxonomyFinding[] {
    const { prefLabel, scopeNote = {}, examples = {}, counterExamples = {} } = concept;
    const written = { prefLabel, scopeNote, examples, counterExamples };
    const wrong = Object.entries(written).flatMap(([property, byLanguage]) =>
      Object.keys(byLanguage).flatMap((tag) => {
        const weakness = wrongTag(tag);
        return weakness === undefined ? [] : [this.found(concept, 'error', weakness, [property, tag])];
      }),
    );
    const tags = Object.keys(prefLabel);
    const same = tags.filter((tag) => tags.some((other) => other !== tag && canonicalTag(other) === canonicalTag(tag)));
    return same.length === 0
      ? wrong
      : [...wrong, this.found(concept, 'error', { code: 'ipl', tags: same }, ['prefLabel'])];
  }

  private missing(byLanguage: Readonly<Record<string, string>>): readonly string[] {
    return this.langs.filter((lang) => !Object.hasOwn(byLanguage, lang));
  }

  private found({ id }: Concept, severity: Severity, weakness: Weakness, way?: NodePath): TaxonomyFinding {
    const place = this.origins.ofConcept(id, way);
    return { ...weakness, severity, concept: id, ...(place === undefined ? {} : { place }) };
  }
}
