/** What the paths and values of talks say of how they are kept: pure guesses, the same for the same files. */
import { conceptNamed } from '../classify/declared.ts';
import type { DeclaredConfig } from '../config/types.ts';
import type { Talk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { isTalkFolder, lies } from './init-places.ts';

/** Folders on the way to talks that are no event. */
const GENERAL = /^_?(?:content|posts?|data|docs?|src|events?|conferences?|archives?|ja|en|イベント|資料)$/i;
/** Share of the files that a guess must fit. */
const MOST = 0.9;

/** The patterns of the files at these places: one for all of them, else one each where there is one. */
export function patternsOf(paths: readonly string[], places: readonly string[]): readonly string[] {
  const all = patternOf(paths);
  if (all !== undefined) return [all];
  return distinct(places.flatMap((place) => patternOf(paths.filter((path) => lies(path, place))) ?? []));
}

/** `talks/{event}/{year}/*.md`, where nearly all paths have a year as the name of a folder, or at its end. */
function patternOf(paths: readonly string[]): string | undefined {
  const files = paths.map((path) => path.split('/'));
  const deepest = Math.max(0, ...files.map((names) => names.length - 1));
  for (let depth = 0; depth < deepest; depth++) {
    const own = files.filter((names) => depth < names.length - 1);
    const piece = yearPiece(own.map((names) => names[depth] ?? ''));
    if (piece !== undefined && own.length >= files.length * MOST) return joined(own, depth, piece);
  }
  return undefined;
}

const YEAR = /^(?:19[89]|20\d)\d$/;
const EVENT_YEAR = /^.*[^\d]([-_ ]?)(?:19[89]|20\d)\d$/;

function yearPiece(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  if (names.filter((name) => YEAR.test(name)).length >= names.length * MOST) return '{year}';
  for (const separator of ['-', '_', ' '])
    if (names.filter((name) => EVENT_YEAR.test(name) && name.at(-5) === separator).length >= names.length * MOST)
      return `{event}${separator}{year}`;
  return undefined;
}

/** The pattern with `piece` at `depth`, the event in the folder before or behind it. */
function joined(files: readonly (readonly string[])[], depth: number, piece: string): string {
  const eventAt = piece === '{year}' ? eventDepth(files, depth) : undefined;
  const last = Math.max(depth, eventAt ?? 0);
  const pieces = Array.from({ length: last + 1 }, (_, i) => {
    if (i === depth) return piece;
    return i === eventAt ? '{event}' : common(files.map((names) => names[i] ?? ''));
  });
  const deeper = files.some((names) => names.length - 2 > last);
  const endings = distinct(files.map((names) => /\.[^.]+$/.exec(names.at(-1) ?? '')?.[0] ?? ''));
  return [...pieces, ...(deeper ? ['**'] : []), `*${endings.length === 1 ? endings[0] : ''}`].join('/');
}

function eventDepth(files: readonly (readonly string[])[], depth: number): number | undefined {
  const isEvent = (name: string | undefined): boolean =>
    name !== undefined && !isTalkFolder(name) && !GENERAL.test(name);
  if (depth > 0 && files.every((names) => isEvent(names[depth - 1]))) return depth - 1;
  const behind = files.filter((names) => depth + 1 < names.length - 1);
  return behind.length >= files.length * MOST ? depth + 1 : undefined;
}

function common(names: readonly string[]): string {
  const [first = '*', ...others] = distinct(names);
  return others.length === 0 ? first : '*';
}

/** Keys under which repositories keep tags; of those that hold keywords too, nearly all values must be tags. */
const KEYS: readonly { readonly key: string; readonly share: number }[] = [
  { key: 'mlops', share: 0 },
  { key: 'taxonomies.mlops', share: 0.5 },
  { key: 'taxonomies.topic', share: 0.5 },
  { key: 'taxonomies.topics', share: 0.5 },
  { key: 'taxonomies.tags', share: 0.8 },
  { key: 'mlops_tags', share: 0.5 },
  { key: 'topics', share: 0.8 },
  { key: 'topic', share: 0.8 },
  { key: 'categories', share: 0.8 },
  { key: 'tags', share: 0.8 },
];

/** Where talks, read with their origins, declare tags of the taxonomy; undefined where they declare none. */
export function declaredOf(talks: readonly Talk[], taxonomy: Taxonomy): DeclaredConfig | undefined {
  for (const { key, share } of KEYS) {
    const values = talks.flatMap((talk) => valuesAt(talk, key));
    const known = values.filter((value) => conceptNamed(value, taxonomy) !== undefined);
    if (known.length > 0 && known.length >= values.length * share) return { key, as: formOf(known, taxonomy) };
  }
  return undefined;
}

/** Whether the talk declares a tag of the taxonomy at `key`. */
export function isTagged(talk: Talk, key: string, taxonomy: Taxonomy): boolean {
  return valuesAt(talk, key).some((value) => conceptNamed(value, taxonomy) !== undefined);
}

function valuesAt({ origin }: Talk, key: string): readonly string[] {
  return textsOf(origin?.value(key.split('.'))?.value);
}

function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[,、，]/)
      : [];
  return values.filter((one) => typeof one === 'string').map((one) => one.trim());
}

/** How most of the values are written; ids where none stands out. */
function formOf(values: readonly string[], { concepts }: Taxonomy): DeclaredConfig['as'] {
  const count = (names: readonly (string | undefined)[]): number => {
    const known = new Set(names);
    return values.filter((value) => known.has(value)).length;
  };
  const ids = count(concepts.map(({ id }) => id));
  const en = count(concepts.map(({ prefLabel }) => prefLabel['en']));
  const ja = count(concepts.map(({ prefLabel }) => prefLabel['ja']));
  if (ids >= en && ids >= ja) return 'id';
  return en >= ja ? 'en' : 'ja';
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
