/** What an entry says about its talk beside the texts: when, where, who. */

import type { Talk } from '../talk.ts';
import { dateOf, dateOfPath, yearOf } from './dates.ts';
import type { Entry } from './entry.ts';
import type { PathFacts } from './path-patterns.ts';
import { namesOf, peopleOf } from './people.ts';
import { MAX_EXTRA, type Picks } from './picks.ts';
import { htmlToText, looksLikeHtml } from './plain.ts';
import { isRecord, languageKey, own } from './texts.ts';

/** A talk under construction. */
export type Draft = { -readonly [Key in keyof Talk]: Talk[Key] };

/** Adds event, date, year, track, url, speakers and organisations. `path`: what the file's path says of event and year, where nobody else does. */
export function addFacts(
  talk: Draft,
  picks: Picks,
  entry: Entry,
  lang: string | undefined,
  path: PathFacts = {},
): void {
  const { inherited = {} } = entry;
  const label = (value: unknown): string | undefined => labelOf(value, lang);
  const said = picks.first('event', label) ?? inherited.event;
  const event = said ?? path.event;
  if (event !== undefined) talk.event = readable(event);
  const ownDate = picks.first('date', startOf);
  const date = ownDate ?? dateOf(inherited.date);
  const year =
    yearOf(ownDate) ??
    picks.first('year', yearOf) ??
    picks.first('date', yearOf) ??
    yearOf(date) ??
    yearOf(inherited.date) ??
    yearOf(said) ??
    path.year ??
    yearOf(event);
  addDay(talk, date, year);
  const track = picks.first('track', label) ?? inherited.track;
  if (track !== undefined) talk.track = readable(track);
  const url = picks.first('url', urlOf) ?? inherited.url;
  if (url !== undefined) talk.url = url;
  const people = picks.all('speakers').map(({ value }) => peopleOf(value));
  const speakers = people.find(({ names }) => names.length > 0)?.names ?? [];
  if (speakers.length > 0) talk.speakers = speakers;
  const named = picks.all('organisations').flatMap(({ value }) => namesOf(value));
  const organisations = new Set([...named, ...people.flatMap((one) => one.organisations)]);
  if (organisations.size > 0) talk.organisations = [...organisations];
}

/** A name that was written for a web page, as its reader sees it. */
function readable(name: string): string {
  return looksLikeHtml(name) ? htmlToText(name).replaceAll('\n', ' ') || name : name;
}

/** The file's name gives the day where nothing else does, and nothing else contradicts it. */
function addDay(talk: Draft, date: string | undefined, year: number | undefined): void {
  const named = date === undefined ? dateOfPath(talk.source.path) : undefined;
  const day = date ?? (year === undefined || year === yearOf(named) ? named : undefined);
  const dayYear = year ?? yearOf(day);
  if (day !== undefined) talk.date = day;
  if (dayYear !== undefined) talk.year = dayYear;
}

/** The value, or the first of several. */
export function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
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
  const text = isRecord(inner) ? own(inner, languageKey(inner, lang) ?? '') : inner;
  return typeof text === 'string' ? labelOf(text, lang) : undefined;
}

function urlOf(value: unknown): string | undefined {
  const first = firstOf(value);
  const text = isRecord(first) ? own(first, 'url') : first;
  return typeof text === 'string' && /^(?:[a-z][a-z0-9+.-]*:|\/|www\.|[\w.-]+\/)\S*$/i.test(text.trim())
    ? text.trim()
    : undefined;
}
