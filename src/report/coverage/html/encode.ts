/** Counts and talks → what the page carries. */
import { partOfConcepts } from '../../../coverage/shown.ts';
import type { Comparison, Coverage, CoverageReport, Named } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { plainLine } from '../../text.ts';
import { groupName } from '../words.ts';
import { conceptsOf } from './concepts.ts';
import type { PageData } from './data.ts';
import { distinct, groupKeyOf, groupNames } from './groups.ts';
import { Strings, TalkEncoder } from './talk-encoder.ts';

/** Wordings shown for a tag at most and at least; the strongest say enough. */
const WORDINGS_AT_MOST = 5;
const WORDINGS_AT_LEAST = 2;

/** From so many talks on, a page shows fewer wordings where its data would else take more bytes a talk: 1,000 talks stay below a megabyte. */
const LARGE = 300;
const BYTES_A_TALK = 350;

export function pageData(report: CoverageReport, taxonomy: Taxonomy): PageData {
  let data = dataWith(WORDINGS_AT_MOST, report, taxonomy);
  for (let most = WORDINGS_AT_MOST - 1; most >= WORDINGS_AT_LEAST && isTooLarge(data); most--)
    data = dataWith(most, report, taxonomy);
  return data;
}

function isTooLarge(data: PageData): boolean {
  const talks = data.talks?.length ?? 0;
  return talks >= LARGE && Buffer.byteLength(JSON.stringify(data)) > talks * BYTES_A_TALK;
}

/** `wordings`: how many are shown for a tag. */
function dataWith(wordings: number, { coverage, talks, comparison }: CoverageReport, taxonomy: Taxonomy): PageData {
  const partOf = partOfConcepts(taxonomy);
  const concepts = conceptsOf(coverage, taxonomy, talks);
  const strings = new Strings();
  const encoder = new TalkEncoder(coverage, { concepts, partOf, strings, wordings });
  const rows = talks?.map((talk) => encoder.encode(talk));
  const compared = comparedIn(coverage, comparison);
  return {
    concepts,
    by: groupKeyOf(coverage),
    groups: coverage.by === null ? [] : groupNames(coverage),
    tools: namesOf(coverage.all.tools),
    organisations: namesOf(coverage.all.organisations),
    weight: coverage.weight,
    includeReview: coverage.includeReview,
    ...(compared === undefined ? {} : { compared }),
    strings: strings.all,
    ...(rows === undefined ? {} : { talks: rows }),
  };
}

/** As tables, filters and addresses have them. */
export function namesOf(named: readonly Named[]): readonly string[] {
  return distinct(named.map(({ name }) => plainLine(name)));
}

/** The groups that were asked for, else the two largest in their order. */
function comparedIn(coverage: Coverage, comparison: Comparison | undefined): readonly [number, number] | undefined {
  const { by, groups } = coverage;
  if (by === null) return undefined;
  const asked = [comparison?.before.name, comparison?.after.name].map((name) =>
    groups.findIndex((group) => name !== undefined && groupName(group, coverage) === name),
  );
  const largest = groups
    .map(({ talks, key }, index) => ({ talks: key === '' ? 0 : talks, index }))
    .sort((a, b) => b.talks - a.talks || a.index - b.index)
    .slice(0, 2)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  const [before, after] = asked.includes(-1) ? largest : asked;
  return before === undefined || after === undefined ? undefined : [before, after];
}
