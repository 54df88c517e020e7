/** The seams of `coverage`: what of a talk is counted, and the counts as every report takes them. Plain data. */
import type { Evidence, Status, Talk } from '../talk.ts';

/** What counting and its reports look at; a `TaggedTalk` is one, and so is a record of `tag`. */
export interface CountedTalk
  extends Pick<
    Talk,
    'id' | 'title' | 'event' | 'year' | 'date' | 'lang' | 'track' | 'speakers' | 'organisations' | 'url' | 'extra'
  > {
  readonly source: { readonly path: string };
  readonly status: Status;
  readonly primary: string | null;
  /** By confidence, then id. */
  readonly tags: readonly CountedTag[];
}

export interface CountedTag {
  readonly id: string;
  readonly part: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Pick<Evidence, 'term' | 'kind' | 'text' | 'field'>[];
}

/** What a share is a share of the group's talks of: the talks that treat an element, or those whose primary element it is. */
export type Weight = 'talk' | 'primary';

export interface Example {
  readonly id: string;
  readonly title: string;
}

/** How many talks of a group treat an element or part. A talk counts once. */
export interface Count {
  readonly talks: number;
  /** Talks whose primary tag it is (for a part: whose primary tag lies in it). */
  readonly primary: number;
  /** `talks` (with the weight `primary`: `primary`) as a share of all the group's talks, 0 to 1; 0 in a group of none. */
  readonly share: number;
  /** 95 % interval of the share (E. B. Wilson 1927), 0 to 1. */
  readonly low: number;
  readonly high: number;
  /** Talks that treat it, most confident first, 3 at most; ties by id. */
  readonly examples: readonly Example[];
}

/** A product that talks name, or an organisation they come from, and the elements that go with it. */
export interface Named {
  /** Of a product one and the same in all groups. */
  readonly name: string;
  /** Talks that name it, or come from it. */
  readonly talks: number;
  /** By element, talks whose tag rests on the product, or talks of the organisation that treat it; most first, ties by id. */
  readonly elements: Readonly<Record<string, number>>;
}

export interface CoverageGroup {
  /** The group's value as text; empty for talks that have none. */
  readonly key: string;
  /** The value of the second key, where talks are counted by two; empty for talks that have none. */
  readonly and?: string;
  readonly talks: number;
  /** By status: the three add up to `talks`. Talks in review are counted for no element unless that was asked for. */
  readonly tagged: number;
  readonly untagged: number;
  readonly review: number;
  /** Every part of the taxonomy in its order, then those that only records know. */
  readonly parts: Readonly<Record<string, Count>>;
  readonly elements: Readonly<Record<string, Count>>;
  /** Products that its talks name, most talks first, ties by name. */
  readonly tools: readonly Named[];
  /** Organisations its talks come from, likewise. */
  readonly organisations: readonly Named[];
}

/** The groups of a series, in its order. */
export interface Trend {
  readonly by: 'year';
  /** One a year that has talks, ascending. */
  readonly points: readonly CoverageGroup[];
  /** Talks that say no year, and are in no point. */
  readonly undated: number;
}

/** An element that no talk of a group treats while others of its kind have it. */
export interface Gap {
  readonly key: string;
  readonly and?: string;
  readonly id: string;
  readonly part: string;
  /** Talks of the group, none of which treats it. */
  readonly of: number;
  /** The other groups together: talks that treat it, of how many. */
  readonly others: { readonly talks: number; readonly of: number; readonly share: number };
  /** How likely a group of this size has none by chance (hypergeometric, R. A. Fisher 1935); 0 to 1, the smaller the more striking. */
  readonly chance: number;
}

export type ChangeStatus = 'new' | 'grown' | 'shrunk' | 'gone' | 'same' | 'none';

export interface Change {
  readonly id: string;
  readonly status: ChangeStatus;
  readonly before: { readonly talks: number; readonly share: number };
  readonly after: { readonly talks: number; readonly share: number };
  /** The later share less the earlier, −1 to 1. */
  readonly difference: number;
  /**
   * How likely so large a difference is by chance, two-sided, 0 to 1: by the pooled two-proportion z-test, or by Fisher's exact
   * test where an expected count is below 5; null where a side has no talk.
   */
  readonly p: number | null;
  readonly test: 'z' | 'fisher' | null;
  /** `p` below 0.05. */
  readonly significant: boolean;
}

export interface ComparedSide {
  readonly name: string;
  readonly talks: number;
}

export interface Comparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** In the taxonomy's order. */
  readonly parts: readonly Change[];
  readonly elements: readonly Change[];
}

/** A talk that changed files add or change, as it is now. */
export interface PatchTalk extends Example {
  readonly status: Status;
  readonly primary: string | null;
  /** Ids, most confident first; those of a talk in review count only where that was asked for. */
  readonly elements: readonly string[];
  /** The groups it is in; absent where talks are not grouped. */
  readonly groups?: readonly Pick<CoverageGroup, 'key' | 'and'>[];
}

/** What the files that changed since a commit do to the counts. */
export interface Patch {
  readonly ref: string;
  readonly added: readonly PatchTalk[];
  readonly changed: readonly PatchTalk[];
  readonly removed: readonly Example[];
  /** Talks of the whole collection. */
  readonly talks: { readonly before: number; readonly after: number };
  /** Those whose count differs. */
  readonly parts: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
  readonly elements: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
}

/** A target that was asked for, and what was reached. */
export interface TargetResult {
  /** As it was written: `monitoring >= 3`. */
  readonly target: string;
  /** `--min`, or the file and line. */
  readonly origin: string;
  /** The part or element that its name stands for; null for totals such as `untagged`. */
  readonly concept: string | null;
  /** The group it was held against; null for all talks, and where there is no group. */
  readonly group: string | null;
  /** Talks counted. */
  readonly talks: number;
  /** Talks of the group. */
  readonly of: number;
  readonly met: boolean;
  /** What there is none of to hold it against, so that it is missed: a group, where it is asked of each, or a talk. */
  readonly lacks?: 'groups' | 'talks';
}

/** What `aggregate` gives: counts alone. */
export interface Coverage {
  readonly schema: 'mlops-tag/coverage@1';
  readonly by: string | null;
  readonly and: string | null;
  readonly weight: Weight;
  /** Whether talks in review are counted for their elements too. */
  readonly includeReview: boolean;
  readonly talks: number;
  /** All talks as one group, under the empty key. */
  readonly all: CoverageGroup;
  /** By key: numbers in it by value, all else by code points; without `by` one, of all talks. Talks without a value stand under the empty key, last. */
  readonly groups: readonly CoverageGroup[];
}

/** What reports are made of. */
export interface CoverageReport {
  readonly coverage: Coverage;
  /** What the collection is called, in the user's words; absent when nobody said. */
  readonly title?: string;
  /** The later one of two files that are compared, where it is what is counted; absent where talks were named. */
  readonly countedFile?: string;
  /** The language most talks are in; absent when none says. */
  readonly lang?: string;
  /** Absent where they were not asked for. */
  readonly trend?: Trend;
  readonly gaps?: readonly Gap[];
  readonly comparison?: Comparison;
  readonly patch?: Patch;
  readonly targets?: readonly TargetResult[];
  /** What texts for people show beside the counts; files for programs hold it all. */
  readonly shows: { readonly tools: boolean; readonly organisations: boolean; readonly groups: number };
  /** All talks by event, year, title and id, where a format lists them. */
  readonly talks?: readonly CountedTalk[];
  /** What makes an HTML page move, where one is asked for. */
  readonly page?: PageAssets;
}

/** The compiled script and style sheet of the page. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}
