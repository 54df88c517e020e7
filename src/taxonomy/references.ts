/** Names that must lead somewhere: concepts named by concepts, contexts named by labels, and a hierarchy without circles. */
import { nearest } from '../nearest.ts';
import type { TaxonomyFinding } from './findings.ts';
import type { Origins } from './origins.ts';
import type { Unhashed } from './resolve.ts';
import type { Concept, Label } from './types.ts';

export function checkReferences(taxonomy: Unhashed, origins: Origins): readonly TaxonomyFinding[] {
  const ids = new Set(taxonomy.concepts.map(({ id }) => id));
  const contexts = new Set(Object.keys(taxonomy.contexts));
  return [
    ...taxonomy.concepts.flatMap((concept) => unknownIds(concept, ids, origins)),
    ...circles(taxonomy.concepts, origins),
    ...taxonomy.concepts.flatMap(({ id, labels }) =>
      labels.flatMap((label) => unknownContexts(label, contexts, origins, id)),
    ),
    ...taxonomy.domain.flatMap((label) => unknownContexts(label, contexts, origins)),
  ];
}

function unknownIds(concept: Concept, ids: ReadonlySet<string>, origins: Origins): readonly TaxonomyFinding[] {
  const named = [
    ...(concept.broader === undefined ? [] : [{ way: ['broader'], id: concept.broader }]),
    ...(concept.replacedBy === undefined ? [] : [{ way: ['replacedBy'], id: concept.replacedBy }]),
    ...(concept.related ?? []).map((id, index) => ({ way: ['related', index], id })),
  ];
  return named
    .filter(({ id }) => !ids.has(id))
    .map(({ way, id }) =>
      located(
        {
          code: 'unknown-id',
          property: String(way[0]),
          id,
          nearest: nearest(id, ids),
          severity: 'error',
          concept: concept.id,
        },
        origins,
        way,
      ),
    );
}

function unknownContexts(
  label: Label,
  contexts: ReadonlySet<string>,
  origins: Origins,
  concept?: string,
): readonly TaxonomyFinding[] {
  return (['requires', 'unless'] as const).flatMap((property) =>
    label[property].flatMap((term, index) => {
      const name = term.slice(1);
      if (!term.startsWith('@') || contexts.has(name)) return [];
      const place = origins.ofLabel(label, [property, index]);
      return [
        {
          code: 'unknown-context' as const,
          name,
          nearest: nearest(name, contexts),
          severity: 'error' as const,
          ...(concept === undefined ? {} : { concept }),
          ...(place === undefined ? {} : { place }),
        },
      ];
    }),
  );
}

/** Each circle of `broader` once, at the concept of it that comes first. */
function circles(concepts: readonly Concept[], origins: Origins): readonly TaxonomyFinding[] {
  const above = new Map(concepts.map(({ id, broader }) => [id, broader]));
  const done = new Set<string>();
  const findings: TaxonomyFinding[] = [];
  for (const { id } of concepts) {
    const way: string[] = [];
    let at: string | undefined = id;
    for (; at !== undefined && !done.has(at); at = above.get(at)) {
      done.add(at);
      way.push(at);
    }
    const start = at === undefined ? -1 : way.indexOf(at);
    if (at === undefined || start < 0) continue;
    findings.push(
      located({ code: 'chr', cycle: [...way.slice(start), at], severity: 'error', concept: at }, origins, ['broader']),
    );
  }
  return findings;
}

function located(
  finding: TaxonomyFinding & { readonly concept: string },
  origins: Origins,
  way: readonly PropertyKey[],
): TaxonomyFinding {
  const place = origins.ofConcept(finding.concept, way);
  return place === undefined ? finding : { ...finding, place };
}
