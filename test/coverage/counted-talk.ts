/** A talk as counting takes it, made of little; tests write theirs shorter on top of it. */
import type { CountedTag, CountedTalk } from '../../src/coverage/types.ts';
import type { Taxonomy } from '../../src/taxonomy/types.ts';

type TagSketch = Pick<CountedTag, 'id' | 'part'> & Partial<CountedTag>;
type Named = Pick<CountedTalk, 'id' | 'title'>;

/** The first of its tags is the primary; without any it is untagged. */
export function countedTalk(tags: readonly TagSketch[], more: Named & Partial<CountedTalk>): CountedTalk {
  return {
    source: { path: 'talks.md' },
    status: tags.length === 0 ? 'untagged' : 'tagged',
    primary: tags[0]?.id ?? null,
    tags: tags.map((tag) => ({ confidence: 0.9, evidence: [], ...tag })),
    ...more,
  };
}

/** The part above an element; for what the taxonomy does not know `otherwise`. */
export function partIn({ concepts }: Taxonomy, id: string, otherwise: string): string {
  return concepts.find((concept) => concept.id === id)?.broader ?? otherwise;
}

/** Products that a tag rests on. */
export function products(terms: readonly string[]): CountedTag['evidence'] {
  return terms.map((term) => ({ term, kind: 'product', text: term, field: 'abstract' }));
}
