/** A record of `tag` as what is counted of it: narrowed by hand, since a schema takes longer than parsing the JSON. */
import type { RecordWants } from '../../findings.ts';
import { isRecord, type PlainRecord } from '../../sources/texts.ts';
import type { Status } from '../../talk.ts';
import type { CountedTag, CountedTalk } from '../types.ts';

/** What keeps a record from being counted: the value at `key` is not of the kind that is wanted there. */
export interface Mistake {
  readonly key: string;
  readonly wants: RecordWants;
}

/** The talk, without what is not counted. What older writers left out is taken to be empty, and keys that nobody knows are passed over. */
export function countedTalk(record: PlainRecord): CountedTalk | Mistake {
  const { id, title, status } = record;
  const primary = record.primary ?? null;
  if (typeof id !== 'string') return { key: 'id', wants: 'text' };
  if (typeof title !== 'string') return { key: 'title', wants: 'text' };
  if (!isStatus(status)) return { key: 'status', wants: 'status' };
  if (primary !== null && typeof primary !== 'string') return { key: 'primary', wants: 'text' };
  const tags = countedTags(record.tags);
  if (isMistake(tags)) return tags;
  const source = sourceOf(record.source);
  if (isMistake(source)) return source;
  const facts = factsOf(record);
  if (isMistake(facts)) return facts;
  return { id, title, ...facts, source, status, primary, tags };
}

export function isMistake(value: object): value is Mistake {
  return 'wants' in value;
}

const TEXTS = ['event', 'date', 'lang', 'track', 'url'] as const;
const LISTS = ['speakers', 'organisations'] as const;

type Facts = Pick<CountedTalk, (typeof TEXTS)[number] | (typeof LISTS)[number] | 'year' | 'extra'>;

function factsOf(record: PlainRecord): Facts | Mistake {
  const facts: { -readonly [Key in keyof Facts]: Facts[Key] } = {};
  for (const key of TEXTS) {
    const text = record[key] ?? undefined;
    if (text === undefined) continue;
    if (typeof text !== 'string') return { key, wants: 'text' };
    facts[key] = text;
  }
  for (const key of LISTS) {
    const list = record[key] ?? undefined;
    if (list === undefined) continue;
    if (!isTexts(list)) return { key, wants: 'texts' };
    facts[key] = list;
  }
  const year = record.year ?? undefined;
  if (year !== undefined && !isWhole(year)) return { key: 'year', wants: 'integer' };
  if (year !== undefined) facts.year = year;
  const extra = record.extra ?? undefined;
  if (extra !== undefined && !isRecord(extra)) return { key: 'extra', wants: 'object' };
  if (extra !== undefined) facts.extra = isScalars(extra) ? extra : scalarsOf(extra);
  return facts;
}

/** Tags by their first mention: one that is named twice counts once. */
function countedTags(list: unknown): readonly CountedTag[] | Mistake {
  if (!Array.isArray(list)) return { key: 'tags', wants: 'list' };
  const tags: CountedTag[] = [];
  for (const [index, value] of list.entries()) {
    const tag = countedTag(value, index);
    if (isMistake(tag)) return tag;
    if (!tags.some(({ id }) => id === tag.id)) tags.push(tag);
  }
  return tags;
}

function countedTag(tag: unknown, index: number): CountedTag | Mistake {
  if (!isRecord(tag)) return { key: `tags[${index}]`, wants: 'object' };
  const { id, part, confidence } = tag;
  const evidence = tag.evidence ?? [];
  if (typeof id !== 'string') return { key: `tags[${index}].id`, wants: 'text' };
  if (typeof part !== 'string') return { key: `tags[${index}].part`, wants: 'text' };
  if (!isShare(confidence)) return { key: `tags[${index}].confidence`, wants: 'share' };
  if (isEvidence(evidence)) return { id, part, confidence, evidence };
  const { key, wants } = mistakeIn(evidence);
  return { key: `tags[${index}].evidence${key}`, wants };
}

/** The fast way for what is right; asked of all evidence of all records, so it makes no closure for each. */
function isEvidence(list: unknown): list is CountedTag['evidence'] {
  if (!Array.isArray(list)) return false;
  for (const one of list) if (!isRecord(one) || mistakeInOne(one) !== undefined) return false;
  return true;
}

/** The first mistake in what `isEvidence` refused. */
function mistakeIn(list: unknown): Mistake {
  if (!Array.isArray(list)) return { key: '', wants: 'list' };
  for (const [index, one] of list.entries()) {
    if (!isRecord(one)) return { key: `[${index}]`, wants: 'object' };
    const mistake = mistakeInOne(one);
    if (mistake !== undefined) return { key: `[${index}].${mistake.key}`, wants: mistake.wants };
  }
  return { key: '', wants: 'list' };
}

function mistakeInOne({ term, kind, text, field }: PlainRecord): Mistake | undefined {
  if (typeof term !== 'string') return { key: 'term', wants: 'text' };
  if (kind !== 'term' && kind !== 'product' && kind !== 'word') return { key: 'kind', wants: 'kind' };
  if (typeof text !== 'string') return { key: 'text', wants: 'text' };
  if (field !== 'title' && field !== 'abstract' && field !== 'body' && field !== 'keywords')
    return { key: 'field', wants: 'field' };
  return undefined;
}

function sourceOf(source: unknown): CountedTalk['source'] | Mistake {
  const { path } = isRecord(source) ? source : { path: source };
  if (path === undefined || path === null) return { path: '' };
  return typeof path === 'string' && isRecord(source) ? { path } : { key: 'source', wants: 'object' };
}

function isStatus(value: unknown): value is Status {
  return value === 'tagged' || value === 'untagged' || value === 'review';
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

type Scalar = string | number | boolean;

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isScalars(record: PlainRecord): record is Readonly<Record<string, Scalar>> {
  return Object.values(record).every(isScalar);
}

function scalarsOf(record: PlainRecord): Readonly<Record<string, Scalar>> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, Scalar] => isScalar(entry[1])));
}
