/** Speakers and organisations in the many shapes that sources give them. */

export interface People {
  readonly names: readonly string[];
  readonly organisations: readonly string[];
}

const NAME_KEYS = [
  'name',
  'fullname',
  'full_name',
  'fullName',
  'public_name',
  'publicName',
  'display_name',
  'displayName',
  'speaker',
  'speaker_name',
  'title',
  '氏名',
  '名前',
];
const ORGANISATION_KEYS = ['organisation', 'organization', 'company', 'affiliation', 'org', 'employer', '所属', '会社'];
const MOST = 100;

/** Names and organisations of a speakers value: text, object, or a list of them. */
export function peopleOf(value: unknown): People {
  const names: string[] = [];
  const organisations: string[] = [];
  for (const one of (Array.isArray(value) ? value : [value]).slice(0, MOST)) {
    if (typeof one === 'string') {
      // In a list each text is one person already, unless it plainly names several.
      for (const name of splitNames(one, !Array.isArray(value))) addPerson(name, names, organisations);
    } else if (isRecord(one)) {
      add(names, textAt(one, NAME_KEYS) ?? givenAndFamily(one));
      add(organisations, textAt(one, ORGANISATION_KEYS));
    }
  }
  return { names, organisations };
}

/** The texts of a list, or of a text with commas. */
export function namesOf(value: unknown): readonly string[] {
  const names: string[] = [];
  for (const one of (Array.isArray(value) ? value : [value]).slice(0, MOST)) {
    if (typeof one === 'string') for (const name of splitNames(one, !Array.isArray(value))) add(names, name);
    else if (isRecord(one)) add(names, textAt(one, ['name', 'title', 'label']));
  }
  return names;
}

function addPerson(text: string, names: string[], organisations: string[]): void {
  const bracketed = /^([^()（）]{2,60})\s*[(（]([^()（）]{2,80})[)）]$/.exec(text);
  add(names, bracketed?.[1] ?? text);
  add(organisations, bracketed?.[2]);
}

function add(list: string[], text: string | undefined): void {
  const trimmed = text?.trim();
  if (trimmed !== undefined && trimmed !== '' && !list.includes(trimmed)) list.push(trimmed);
}

function splitNames(text: string, alsoSingleWords: boolean): readonly string[] {
  if (text.length > 2000) return [];
  const parts = outsideBrackets(text, alsoSingleWords ? /[,;、，；\n|]|\s+(?:and|&|＆)\s+|\s+\/\s+/iy : /[、；;\n]/y);
  return parts.map((part) => part.replace(/^\s*and\s+/i, ''));
}

/** Cuts at what `separator` (sticky) matches outside of round brackets. */
function outsideBrackets(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '(' || char === '（') depth++;
    else if (char === ')' || char === '）') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    separator.lastIndex = at;
    const found = separator.exec(text);
    if (found === null) continue;
    parts.push(text.slice(start, at));
    start = at + found[0].length;
    at = start - 1;
  }
  parts.push(text.slice(start));
  return parts;
}

function textAt(record: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}

function givenAndFamily(record: Readonly<Record<string, unknown>>): string | undefined {
  const given = textAt(record, ['firstName', 'first_name', 'given_name', 'givenName']);
  const family = textAt(record, ['lastName', 'last_name', 'family_name', 'familyName']);
  return given === undefined ? family : family === undefined ? given : `${given} ${family}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
