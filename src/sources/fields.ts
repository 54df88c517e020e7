/** From an entry's values, under whatever names its source uses, to a talk. */
import type { Field, Placement, Talk } from '../talk.ts';
import { type Alias, type AliasTable, foldKey, type TalkField } from './aliases.ts';
import { dateOf, yearOf } from './dates.ts';
import type { Entry, PlacedText } from './entry.ts';
import type { FileIds } from './ids.ts';
import { givenLanguage, tellLanguage } from './language.ts';
import { outlineOf } from './markdown/outline.ts';
import { blankMarkup } from './markup.ts';
import { namesOf, peopleOf } from './people.ts';
import { isRecord, join, keywordsOf, languageKey, own, type PlainRecord, textOf } from './texts.ts';

export interface FieldContext {
  /** The file's path with `/`. */
  readonly path: string;
  readonly ids: FileIds;
  readonly aliases: AliasTable;
  /** The key of declared tags, or a path of keys with dots. */
  readonly declaredKey: string;
}

/** Strings longer than this are texts, no facts about a talk. */
const MAX_EXTRA = 200;

interface Pick {
  readonly key: string;
  readonly rank: number;
  readonly value: unknown;
  /** Whether a field took the value. */
  used: boolean;
}

type Draft = { -readonly [Key in keyof Talk]: Talk[Key] };

/** The talk that an entry describes; undefined where nothing in it is a title. */
export function toTalk(entry: Entry, context: FieldContext): Talk | undefined {
  const picks = new Picks(entry.values, context);
  const inherited = entry.inherited ?? {};
  const given = givenLanguage(picks.first('lang', firstOf)) ?? givenLanguage(inherited.lang);
  const title = titleOf(entry, picks, given);
  if (title === undefined) return undefined;

  const { abstract, body } = descriptionOf(entry, picks, given);
  const keywords = distinct(picks.all('keywords').flatMap(({ key, value }) => keywordsOf(entry, [key], value, given)));
  const talk: Draft = {
    id: picks.first('id', idOf) ?? context.ids.idFor(title.text),
    title: title.text,
    source: { path: context.path, line: entry.line },
  };
  const placements: Partial<Record<Field, Placement>> = { title: title.placement };
  if (abstract !== undefined) {
    talk.abstract = abstract.text;
    placements.abstract = abstract.placement;
  }
  if (body !== undefined) {
    talk.body = body.text;
    placements.body = body.placement;
  }
  const joined = join(keywords, '\n');
  if (joined !== undefined) {
    talk.keywords = keywords.map(({ text }) => text);
    placements.keywords = joined.placement;
  }
  talk.placements = placements;
  addFacts(talk, picks, entry, given);
  talk.lang =
    given ?? tellLanguage(`${talk.title}\n${talk.abstract?.slice(0, 1000) ?? ''}\n${talk.body?.slice(0, 1000) ?? ''}`);
  if (picks.declared.length > 0) talk.declared = picks.declared;
  const extra = picks.extra();
  if (extra !== undefined) talk.extra = extra;
  return talk;
}

/** An entry's values by field, best name first, and a record of which were used. */
class Picks {
  readonly declared: readonly string[];
  readonly #values: PlainRecord;
  readonly #byField = new Map<TalkField, Pick[]>();
  readonly #unnamed: string[] = [];

  constructor(values: PlainRecord, { aliases, declaredKey }: FieldContext) {
    this.#values = values;
    const declaredPath = declaredKey.split('.');
    this.declared = declaredAt(values, declaredPath);
    const declaredRoot = foldKey(declaredPath[0] ?? '');
    for (const key of Object.keys(values)) {
      const value = values[key];
      if (value === undefined || value === null || value === '') continue;
      const alias = aliases.find(key);
      if (this.declared.length > 0 && foldKey(key) === declaredRoot) continue;
      if (alias === undefined) this.#unnamed.push(key);
      else this.#add(key, alias, value);
    }
  }

  #add(key: string, { field, rank }: Alias, value: unknown): void {
    const picks = this.#byField.get(field);
    const pick: Pick = { key, rank, value, used: false };
    if (picks === undefined) this.#byField.set(field, [pick]);
    else {
      picks.push(pick);
      picks.sort((a, b) => a.rank - b.rank);
    }
  }

  /** Every value of a field, best name first. */
  all(field: TalkField): readonly Pick[] {
    return this.#byField.get(field) ?? NONE;
  }

  /** The best value of a field that `read` makes something of; it counts as used. */
  first<Value>(field: TalkField, read: (value: unknown, pick: Pick) => Value | undefined): Value | undefined {
    for (const pick of this.all(field)) {
      const value = read(pick.value, pick);
      if (value === undefined) continue;
      pick.used = true;
      return value;
    }
    return undefined;
  }

  /** Scalar values that no field took. */
  extra(): Record<string, string | number | boolean> | undefined {
    const pairs: [string, string | number | boolean][] = [];
    for (const key of this.#unnamed) addScalar(pairs, key, this.#values[key]);
    for (const field of SINGLE) {
      for (const { key, value, used } of this.all(field)) if (!used) addScalar(pairs, key, value);
    }
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
  }
}

const NONE: readonly Pick[] = [];

/** Fields that take one value only, so that a second one is worth showing. */
const SINGLE: readonly TalkField[] = ['title', 'event', 'date', 'year', 'track', 'lang', 'url', 'id'];

function addScalar(pairs: [string, string | number | boolean][], key: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.length <= MAX_EXTRA && value.trim() !== '') pairs.push([key, value]);
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    pairs.push([key, value]);
  } else if (value instanceof Date && !Number.isNaN(value.getTime())) {
    pairs.push([key, value.toISOString()]);
  }
}

/** `name` is the weakest of names: a heading beside it is the title. */
function titleOf(entry: Entry, picks: Picks, lang: string | undefined): PlacedText | undefined {
  const named = picks.first('title', (value, { key }) => {
    if (entry.title !== undefined && foldKey(key) === 'name') return undefined;
    return textOf(entry, [key], value, lang);
  });
  const title = named ?? entry.title ?? fallbackOf(entry);
  return title === undefined || !/[\r\n\t]/.test(title.text)
    ? title
    : { ...title, text: title.text.replace(/[\r\n\t]/g, ' ') };
}

function fallbackOf({ fallbackTitle, line }: Entry): PlacedText | undefined {
  if (fallbackTitle === undefined) return undefined;
  return { text: fallbackTitle, placement: { exact: false, locate: () => ({ line, column: 1 }) } };
}

/** The best description is the abstract; the others that say something new, and the free text, are the body. */
function descriptionOf(
  entry: Entry,
  picks: Picks,
  lang: string | undefined,
): { abstract?: PlacedText; body?: PlacedText } {
  const texts: PlacedText[] = entry.abstract === undefined ? [] : [entry.abstract];
  for (const { key, value } of picks.all('abstract')) {
    const text = wordingOf(textOf(entry, [key], value, lang));
    if (text !== undefined && !texts.some((earlier) => earlier.text.includes(text.text))) texts.push(text);
  }
  const [abstract, ...others] = texts;
  const free =
    entry.body !== undefined && /\S/.test(entry.body.text) && entry.body.text !== abstract?.text ? [entry.body] : [];
  const body =
    join([...free, ...others], '\n\n') ?? (abstract === undefined ? transcriptOf(entry, picks, lang) : undefined);
  return { ...(abstract === undefined ? {} : { abstract }), ...(body === undefined ? {} : { body }) };
}

const MARKUP = /```|~~~|\]\(|:\/\/|www\.|<!--/;

/** Descriptions may be markdown: code and link targets become blank, so that every offset stays true. */
function wordingOf(text: PlacedText | undefined): PlacedText | undefined {
  if (text === undefined || !MARKUP.test(text.text)) return text;
  const wording = blankMarkup(outlineOf(text.text, { firstLine: 1, indentedCode: false }), { mdx: false });
  return /\S/.test(wording) ? { text: wording, placement: text.placement } : undefined;
}

/** What was said is read only where nobody described the talk. */
function transcriptOf(entry: Entry, picks: Picks, lang: string | undefined): PlacedText | undefined {
  return picks.first('transcript', (value, { key }) => textOf(entry, [key], value, lang));
}

function addFacts(talk: Draft, picks: Picks, entry: Entry, lang: string | undefined): void {
  const { inherited = {} } = entry;
  const label = (value: unknown): string | undefined => labelOf(value, lang);
  const event = picks.first('event', label) ?? inherited.event;
  if (event !== undefined) talk.event = event;
  const ownDate = picks.first('date', startOf);
  const date = ownDate ?? dateOf(inherited.date);
  if (date !== undefined) talk.date = date;
  const year =
    yearOf(ownDate) ??
    picks.first('year', yearOf) ??
    picks.first('date', yearOf) ??
    yearOf(date) ??
    yearOf(inherited.date) ??
    yearOf(event);
  if (year !== undefined) talk.year = year;
  const track = picks.first('track', label) ?? inherited.track;
  if (track !== undefined) talk.track = track;
  const url = picks.first('url', urlOf) ?? inherited.url;
  if (url !== undefined) talk.url = url;
  const people = picks.all('speakers').map(({ value }) => peopleOf(value));
  const speakers = people.find(({ names }) => names.length > 0)?.names ?? [];
  if (speakers.length > 0) talk.speakers = speakers;
  const named = picks.all('organisations').flatMap(({ value }) => namesOf(value));
  const organisations = new Set([...named, ...people.flatMap((one) => one.organisations)]);
  if (organisations.size > 0) talk.organisations = [...organisations];
}

function distinct(texts: readonly PlacedText[]): readonly PlacedText[] {
  const seen = new Set<string>();
  return texts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return typeof value === 'number' ? String(value) : undefined;
}

function startOf(value: unknown): string | undefined {
  const first = firstOf(value);
  return dateOf(isRecord(first) ? (own(first, 'start') ?? own(first, 'date')) : first);
}

/** A name: text, number, localised, `{name}`, or several of them. */
function labelOf(value: unknown, lang: string | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() === '' || value.length > MAX_EXTRA ? undefined : value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const labels = value.slice(0, 10).map((one: unknown) => (Array.isArray(one) ? undefined : labelOf(one, lang)));
    return labels.filter((one) => one !== undefined).join(', ') || undefined;
  }
  if (!isRecord(value)) return undefined;
  const inner = own(value, languageKey(value, lang) ?? 'name') ?? own(value, 'title');
  return isRecord(inner)
    ? labelOf(own(inner, languageKey(inner, lang) ?? ''), lang)
    : typeof inner === 'string'
      ? labelOf(inner, lang)
      : undefined;
}

function urlOf(value: unknown): string | undefined {
  const first = firstOf(value);
  const text = isRecord(first) ? own(first, 'url') : first;
  return typeof text === 'string' && /^(?:[a-z][a-z0-9+.-]*:|\/|www\.|[\w.-]+\/)\S*$/i.test(text.trim())
    ? text.trim()
    : undefined;
}

function declaredAt(values: PlainRecord, path: readonly string[]): readonly string[] {
  let value: unknown = values;
  for (const step of path) {
    if (!isRecord(value)) return [];
    const record: PlainRecord = value;
    const key = Object.hasOwn(record, step)
      ? step
      : Object.keys(record).find((candidate) => foldKey(candidate) === foldKey(step));
    value = key === undefined ? undefined : record[key];
  }
  const parts: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[,、，]/)
      : [];
  return parts
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .map((part) => String(part).trim())
    .filter((part) => part !== '');
}
