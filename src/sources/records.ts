/** Which objects of a tree of plain values are talks, and what the objects around them say of them. */
import { type AliasTable, foldKey, STANDARD_ALIASES } from './aliases.ts';
import { dateOf } from './dates.ts';
import { MAX_DEPTH } from './document.ts';
import type { Entry, ValuePath } from './entry.ts';
import { FRAMES, LISTS, NEVER, PERSONAL, TALKS, TIMETABLES } from './record-keys.ts';
import { type References, referencesOf, resolved } from './references.ts';
import { isRecord, languageKey, own, type PlainRecord } from './texts.ts';

export interface FoundRecord {
  /** The way to the record from the tree's root; empty for the root itself. */
  readonly path: ValuePath;
  readonly values: PlainRecord;
  readonly inherited: NonNullable<Entry['inherited']>;
}

export interface Records {
  readonly records: readonly FoundRecord[];
  /** The way to the first part that was left out for lying deeper than `MAX_DEPTH`. */
  readonly tooDeep: ValuePath | undefined;
}

/** Every talk of the tree, in the order of the tree. */
export function findRecords(tree: unknown, aliases: AliasTable = STANDARD_ALIASES): Records {
  const search = new Search(aliases);
  const records = search.visit(tree, [], ROOT);
  return { records, tooDeep: search.tooDeep };
}

interface Around {
  /** The folded key of the list or object that holds the value. */
  readonly key: string;
  readonly inherited: FoundRecord['inherited'];
  readonly references: References | undefined;
  /** The key of the value itself in a mapping whose keys are the ids of talks. */
  readonly slug?: string;
}

const ROOT: Around = { key: '', inherited: {}, references: undefined };

class Search {
  tooDeep: ValuePath | undefined;
  readonly #aliases: AliasTable;

  constructor(aliases: AliasTable) {
    this.#aliases = aliases;
  }

  visit(value: unknown, path: ValuePath, around: Around): readonly FoundRecord[] {
    if (typeof value !== 'object' || value === null) return [];
    if (path.length > MAX_DEPTH) {
      this.tooDeep ??= path;
      return [];
    }
    if (Array.isArray(value)) return this.#each(value.entries(), path, withoutSlug(around));
    return isRecord(value) ? this.#record(value, path, around) : [];
  }

  #each(
    members: Iterable<readonly [string | number, unknown]>,
    path: ValuePath,
    around: Around,
  ): readonly FoundRecord[] {
    const found: FoundRecord[] = [];
    const untitled: FoundRecord[] = [];
    let talks = 0;
    for (const [step, member] of members) {
      if (typeof member !== 'object' || member === null) continue;
      const way = [...path, step];
      const inside = this.visit(member, way, around);
      for (const record of inside) found.push(record);
      if (inside[0]?.path === way) talks++;
      else if (inside.length === 0 && this.#isUntitled(member))
        untitled.push({ path: way, values: resolved(member, around.references), inherited: around.inherited });
    }
    return talks === 0 || untitled.length === 0 ? found : [...found, ...untitled];
  }

  /** Among talks, what says what they say but for the title is one too. */
  #isUntitled(member: object): member is PlainRecord {
    return (
      isRecord(member) &&
      titleIn(member, this.#aliases) === undefined &&
      saysMore(member, this.#aliases) &&
      !isServiceSession(member) &&
      !Object.keys(member).some((key) => PERSONAL.has(foldKey(key)))
    );
  }

  #record(record: PlainRecord, path: ValuePath, around: Around): readonly FoundRecord[] {
    const title = titleIn(record, this.#aliases);
    const isTalk =
      title !== undefined && !FRAMES.has(around.key) && describesTalk(record, title, around.key, this.#aliases);
    const enclosed = this.#enclosed(record, path, around, title);
    if (enclosed.length > 0 || !isTalk) return enclosed;
    const { inherited, references, slug } = around;
    return [
      {
        path,
        values: resolved(record, references),
        inherited: slug === undefined ? inherited : { ...inherited, id: slug },
      },
    ];
  }

  /** The talks inside a record. Of a record with a title only members that are plainly talks count. */
  #enclosed(record: PlainRecord, path: ValuePath, around: Around, title: Title | undefined): readonly FoundRecord[] {
    const references = referencesOf(record) ?? around.references;
    const inherited = {
      ...around.inherited,
      ...(around.key === 'timeslots' ? {} : saysOfMembers(record, around, title, this.#aliases)),
    };
    const found: FoundRecord[] = [];
    const slugs = title === undefined && !FRAMES.has(around.key) && isKeyedBySlug(record, this.#aliases);
    for (const [member, value] of Object.entries(record)) {
      const key = foldKey(member);
      if (typeof value !== 'object' || value === null || NEVER.has(key)) continue;
      // Sessionize's grid gives the same talks by room and by time.
      if (key === 'timeslots' && found.length > 0) continue;
      const expected = TALKS.has(key) || FRAMES.has(key) || TIMETABLES.has(key);
      if (title !== undefined && !expected && !LISTS.has(key)) continue;
      const inside = this.visit(value, [...path, member], {
        key: frameKey(key, around.key, value),
        inherited: { ...inherited, ...named(member, around.key) },
        references,
        ...(slugs ? { slug: member } : {}),
      });
      if (
        title !== undefined &&
        !TALKS.has(key) &&
        !FRAMES.has(key) &&
        !inside.some(({ values }) => saysMore(values, this.#aliases))
      )
        continue;
      for (const one of inside) found.push(one);
    }
    return found;
  }
}

function withoutSlug({ key, inherited, references }: Around): Around {
  return { key, inherited, references };
}

/** Whether all members of an object are records with a title and their keys are ids, rather than names for what they hold. */
function isKeyedBySlug(record: PlainRecord, aliases: AliasTable): boolean {
  const members = Object.entries(record);
  return (
    members.length > 0 &&
    members.every(([member, value]) => {
      const key = foldKey(member);
      const says =
        aliases.find(member) !== undefined ||
        [key, `${key}s`].some((name) => TALKS.has(name) || FRAMES.has(name) || TIMETABLES.has(name) || LISTS.has(name));
      return !says && isRecord(value) && titleIn(value, aliases) !== undefined;
    }) &&
    (members.length > 1 || /[-_\d]/.test(members[0]?.[0] ?? ''))
  );
}

/** `rooms: {"Hall A": [talk, …]}`: what stands in a frame's own lists are talks. */
function frameKey(key: string, outer: string, value: unknown): string {
  return FRAMES.has(outer) && Array.isArray(value) && !FRAMES.has(key) ? 'talks' : key;
}

/** `tracks: {"MLOps": […]}` and `days: {"2020-07-28": […]}` name a track and a day by their keys. */
function named(member: string, frame: string): FoundRecord['inherited'] {
  const date = frame === 'days' || frame === 'schedule' ? dateOf(member) : undefined;
  if (date !== undefined) return { date };
  return (frame === 'tracks' || frame === 'streams') && !/^(?:talks|sessions)$/i.test(member) ? { track: member } : {};
}

interface Title {
  readonly text: string;
  /** Whether it is a mere `name`, as people, rooms and sponsors have one. */
  readonly weak: boolean;
}

function titleIn(record: PlainRecord, aliases: AliasTable): Title | undefined {
  let weak: Title | undefined;
  for (const key of Object.keys(record)) {
    if (aliases.find(key)?.field !== 'title') continue;
    const text = plainText(own(record, key));
    if (text === undefined) continue;
    if (foldKey(key) !== 'name') return { text, weak: false };
    weak = { text, weak: true };
  }
  return weak;
}

function plainText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const text = isRecord(value) ? own(value, languageKey(value, undefined) ?? '') : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function describesTalk(record: PlainRecord, { weak }: Title, key: string, aliases: AliasTable): boolean {
  if (isServiceSession(record)) return false;
  if (!weak || TALKS.has(key)) return true;
  return saysMore(record, aliases) && !Object.keys(record).some((candidate) => PERSONAL.has(foldKey(candidate)));
}

/** Whether a record has a description or speakers beside its title. */
function saysMore(record: PlainRecord, aliases: AliasTable): boolean {
  return Object.keys(record).some((key) => {
    const field = aliases.find(key)?.field;
    if (field !== 'abstract' && field !== 'speakers') return false;
    const value = own(record, key);
    return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
}

/** Sessionize's mark of a break, a lunch, a registration. */
function isServiceSession(record: PlainRecord): boolean {
  return own(record, 'isServiceSession') === true && !plainText(own(record, 'description'));
}

/** What a record that encloses talks says of them all. */
function saysOfMembers(
  record: PlainRecord,
  around: Around,
  title: Title | undefined,
  aliases: AliasTable,
): FoundRecord['inherited'] {
  const says: { -readonly [Name in keyof FoundRecord['inherited']]: string } = {};
  for (const key of Object.keys(record)) {
    const field = aliases.find(key)?.field;
    const text = plainText(own(record, key));
    if (text === undefined || text.length > 200) continue;
    if (field === 'event' || field === 'lang' || field === 'track') says[field] ??= text;
    else if (field === 'date') {
      const date = dateOf(text);
      if (date !== undefined) says.date ??= date;
    }
  }
  if (title !== undefined) nameMembers(says, around, title.text);
  return says;
}

function nameMembers(says: { event?: string; track?: string }, { key, inherited }: Around, title: string): void {
  if (key === 'tracks' || key === 'streams') says.track = title;
  else if (
    key === 'rooms' ||
    key === 'days' ||
    key === 'timeslots' ||
    key === 'halls' ||
    key === 'stages' ||
    TIMETABLES.has(key)
  )
    return;
  else if (inherited.event === undefined) says.event ??= title;
  else says.track ??= title;
}
