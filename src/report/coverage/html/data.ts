/** What the page carries for its script: arrays and one list of strings, since it holds every talk. */
import type { Weight } from '../../../coverage/types.ts';
import type { Field, Status } from '../../../talk.ts';
import type { Both } from './node.ts';

export const STATUSES: readonly Status[] = ['tagged', 'review', 'untagged'];
export const EVIDENCE_FIELDS: readonly Field[] = ['title', 'abstract', 'body', 'keywords'];

export interface PageConcept {
  readonly id: string;
  readonly label: Both;
  /** The index of its part; absent for a part. */
  readonly part?: number;
}

/** A wording: its text and its label as indexes of `strings`, and the index of its field; no label where that is the text, but for case. */
export type PageEvidence = readonly [text: number, field: number, term?: number];
/** A tag: the index of its concept, confidence in per cent, its strongest evidence, how much more there is, and the index of the part that it counts for where that is not its concept's; −1 for none. */
export type PageTag = readonly [
  concept: number,
  percent: number,
  evidence: readonly PageEvidence[],
  more: number,
  part?: number,
];

/** A link: how it begins as others do, as an index of `strings`, and its own end. */
export type PageUrl = readonly [beginning: number, end: string];

/** A talk by position; texts that repeat are indexes of `strings`, −1 where there is none. */
export type PageTalk = readonly [
  title: string,
  event: number,
  year: number,
  date: string,
  lang: number,
  speakers: readonly number[],
  /** Of `organisations`. */
  organisations: readonly number[],
  groups: readonly number[],
  /** Empty where there is none. */
  url: PageUrl | '',
  status: number,
  primary: number,
  tags: readonly PageTag[],
  /** Of `tools`; as the counts have them. */
  tools: readonly number[],
];

export interface PageData {
  /** Parts in the taxonomy's order, then the elements in theirs. */
  readonly concepts: readonly PageConcept[];
  /** What talks are grouped by, in words; empty where they are not. */
  readonly by: string;
  /** Names of the groups in the order of the counts; no two are the same. */
  readonly groups: readonly string[];
  /** Names of products and of organisations in the order of their tables; no two of a kind are the same. */
  readonly tools: readonly string[];
  readonly organisations: readonly string[];
  readonly weight: Weight;
  readonly includeReview: boolean;
  /** The indexes of the groups that stand in the comparison first; absent where there are no two. */
  readonly compared?: readonly [number, number];
  readonly strings: readonly string[];
  /** Absent where the counts were made without talks at hand. */
  readonly talks?: readonly PageTalk[];
}

/** The index of the part that a tag counts for; −1 where it counts for none. */
export function partOfTag([concept, , , , part]: PageTag, concepts: readonly PageConcept[]): number {
  return part ?? concepts[concept]?.part ?? concept;
}

/** Each part with its elements right behind it, then what belongs to no part. */
export function inTreeOrder(concepts: readonly PageConcept[]): readonly PageConcept[] {
  return concepts.flatMap((concept, index) =>
    concept.part === undefined ? [concept, ...concepts.filter(({ part }) => part === index)] : [],
  );
}
