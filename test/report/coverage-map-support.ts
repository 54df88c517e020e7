/** Talks on the map: taxonomies made of little, and counts that are true because they are counted. */
import { CoverageCounter } from '../../src/coverage/counter.ts';
import type { CountedTalk, CoverageReport, Weight } from '../../src/coverage/types.ts';
import type { ByLanguage, Taxonomy } from '../../src/taxonomy/types.ts';
import { countedTalk, partIn } from '../coverage/counted-talk.ts';

export interface PartSketch {
  readonly id: string;
  readonly label: ByLanguage;
  readonly elements: Readonly<Record<string, ByLanguage>>;
}

export interface TalkSketch {
  readonly event?: string;
  readonly status?: CountedTalk['status'];
  /** Ids of elements, the primary first. */
  readonly tags: readonly string[];
  /** So many talks alike. */
  readonly times?: number;
}

export function taxonomyFrom(parts: readonly PartSketch[], title: ByLanguage): Taxonomy {
  return {
    id: 'sketch',
    version: '1',
    title,
    hash: 'none',
    contexts: {},
    domain: [],
    concepts: parts.flatMap(({ id, label, elements }) => [
      { id, prefLabel: label, labels: [] },
      ...Object.entries(elements).map(([element, prefLabel]) => ({ id: element, broader: id, prefLabel, labels: [] })),
    ]),
  };
}

export interface ReportSketch {
  readonly talks: readonly TalkSketch[];
  readonly by?: string;
  readonly weight?: Weight;
  readonly groups?: number;
  readonly lang?: string;
}

export function reportFrom(
  taxonomy: Taxonomy,
  { talks, by, weight = 'talk', groups = 12, lang }: ReportSketch,
): CoverageReport {
  const counter = new CoverageCounter({ weight, includeReview: false, taxonomy, ...(by === undefined ? {} : { by }) });
  talks.forEach((talk, index) => {
    for (let copy = 0; copy < (talk.times ?? 1); copy++) counter.add(talkFrom(talk, `t${index}-${copy}`, taxonomy));
  });
  return {
    coverage: counter.coverage(),
    shows: { tools: false, organisations: false, groups },
    ...(lang === undefined ? {} : { lang }),
  };
}

function talkFrom({ event, status, tags }: TalkSketch, id: string, taxonomy: Taxonomy): CountedTalk {
  return countedTalk(
    tags.map((tag) => ({ id: tag, part: partIn(taxonomy, tag, tag) })),
    { id, title: id, ...(event === undefined ? {} : { event }), ...(status === undefined ? {} : { status }) },
  );
}
