/** Counting talks as they pass; what it keeps does not grow with their number. */
import type { Status, TaggedTalk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { Summary } from './types.ts';

export interface SummaryCounter {
  add(talk: TaggedTalk): void;
  /** The counts so far; may be asked at any time. */
  summary(files: { readonly files: number; readonly skipped: number }): Summary;
}

export function createSummaryCounter(taxonomy: Taxonomy): SummaryCounter {
  const { parts, elements } = emptyCounts(taxonomy);
  const languages = new Map<string, number>();
  const statuses: Record<Status, number> = { tagged: 0, untagged: 0, review: 0 };
  return {
    add({ status, tags, lang }) {
      statuses[status] += 1;
      if (lang !== undefined) increase(languages, lang);
      for (const { id } of tags) increase(elements, id);
      for (const part of new Set(tags.map(({ part }) => part))) increase(parts, part);
    },
    summary({ files, skipped }) {
      const lang = mostFrequent(languages);
      return {
        files,
        talks: statuses.tagged + statuses.untagged + statuses.review,
        ...statuses,
        parts: Object.fromEntries(parts),
        elements: Object.fromEntries(elements),
        skipped,
        ...(lang === undefined ? {} : { lang }),
      };
    },
  };
}

/** Zero for every concept: roots are parts, concepts with nothing below them are elements. */
function emptyCounts({ concepts }: Taxonomy) {
  const above = new Set(concepts.map(({ broader }) => broader));
  const roots = concepts.filter(({ broader }) => broader === undefined);
  const leaves = concepts.filter(({ id, broader }) => broader !== undefined && !above.has(id));
  const zeros = (list: typeof concepts) => new Map(list.map(({ id }) => [id, 0]));
  return { parts: zeros(roots), elements: zeros(leaves) };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Ties go to the first in the alphabet, so that the order of talks does not matter. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
