/** Ids that stand for something else in the same document, as in Sessionize's exports: speakers, categories, rooms. */
import { isRecord, own, type PlainRecord } from './texts.ts';

type Id = string | number;

export interface References {
  readonly people: ReadonlyMap<Id, PlainRecord>;
  /** Category items, by id, that name a track. */
  readonly tracks: ReadonlyMap<Id, string>;
  readonly rooms: ReadonlyMap<Id, string>;
}

const TRACK = /track|トラック|theme|テーマ/i;

/** The tables of a document that holds speakers beside its talks; undefined where there is none. */
export function referencesOf(record: PlainRecord): References | undefined {
  const speakers = own(record, 'speakers');
  if (!Array.isArray(speakers) || !speakers.some((one) => isRecord(one) && idOf(one) !== undefined)) return undefined;
  return {
    people: byId(speakers),
    tracks: tracksOf(own(record, 'categories')),
    rooms: namesById(own(record, 'rooms')),
  };
}

/** The record with names where it has ids. */
export function resolved(record: PlainRecord, references: References | undefined): PlainRecord {
  const track = trackOf(record, references);
  const speakers = references === undefined ? undefined : speakersOf(record, references);
  const room = references?.rooms.get(asId(own(record, 'roomId')) ?? '');
  if (track === undefined && speakers === undefined && room === undefined) return record;
  return {
    ...record,
    ...(track === undefined ? {} : { track }),
    ...(speakers === undefined ? {} : { speakers }),
    ...(room === undefined ? {} : { room }),
  };
}

function speakersOf(record: PlainRecord, { people }: References): readonly unknown[] | undefined {
  const given = own(record, 'speakers') ?? own(record, 'speaker');
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const known = list.map((one) => people.get(asId(isRecord(one) ? own(one, 'id') : one) ?? '') ?? one);
  return known.some((one, index) => one !== list[index]) ? known : undefined;
}

function trackOf(record: PlainRecord, references: References | undefined): string | undefined {
  if (own(record, 'track') != null) return undefined;
  const items = own(record, 'categoryItems');
  if (Array.isArray(items)) {
    for (const item of items) {
      const track = references?.tracks.get(asId(item) ?? '');
      if (track !== undefined) return track;
    }
  }
  return trackAmong(own(record, 'categories'));
}

/** `categories: [{name: "Track", categoryItems: [{name: "MLOps"}]}]`, as Sessionize's grid writes them. */
function trackAmong(categories: unknown): string | undefined {
  if (!Array.isArray(categories)) return undefined;
  for (const category of categories) {
    if (!isRecord(category) || !TRACK.test(String(own(category, 'name')))) continue;
    const items = own(category, 'categoryItems');
    const first: unknown = Array.isArray(items) ? items[0] : undefined;
    const name = isRecord(first) ? own(first, 'name') : undefined;
    if (typeof name === 'string') return name;
  }
  return undefined;
}

function byId(records: readonly unknown[]): ReadonlyMap<Id, PlainRecord> {
  const table = new Map<Id, PlainRecord>();
  for (const record of records) {
    const id = isRecord(record) ? idOf(record) : undefined;
    if (isRecord(record) && id !== undefined) table.set(id, record);
  }
  return table;
}

function tracksOf(categories: unknown): ReadonlyMap<Id, string> {
  const table = new Map<Id, string>();
  if (!Array.isArray(categories)) return table;
  for (const category of categories) {
    if (!isRecord(category) || !TRACK.test(String(own(category, 'title') ?? own(category, 'name')))) continue;
    for (const [id, name] of namesById(own(category, 'items'))) table.set(id, name);
  }
  return table;
}

function namesById(list: unknown): ReadonlyMap<Id, string> {
  const table = new Map<Id, string>();
  if (!Array.isArray(list)) return table;
  for (const item of list) {
    const id = isRecord(item) ? idOf(item) : undefined;
    const name = isRecord(item) ? own(item, 'name') : undefined;
    if (id !== undefined && typeof name === 'string') table.set(id, name);
  }
  return table;
}

function idOf(record: PlainRecord): Id | undefined {
  return asId(own(record, 'id') ?? own(record, 'code') ?? own(record, 'slug'));
}

function asId(value: unknown): Id | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
