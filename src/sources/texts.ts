/** The texts inside an entry's values, with their places. */
import type { Entry, PlacedText, ValuePath } from './entry.ts';
import { givenLanguage } from './language-names.ts';
import { htmlToText, looksLikeHtml } from './plain.ts';
import { JoinedPlacement, type Piece, ValuePlacement } from './value-placement.ts';

const MOST_PARTS = 1000;

export type PlainRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The value under a key of the record's own, whatever the key is called. */
export function own(record: PlainRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The text of a value: of a string or number itself, of a localised value one language, of a list its texts as lines. */
export function textOf(
  entry: Entry,
  path: ValuePath,
  value: unknown,
  lang: string | undefined,
): PlacedText | undefined {
  if (typeof value === 'string') return placedText(entry, path, value);
  if (typeof value === 'number') return placedText(entry, path, String(value));
  if (Array.isArray(value)) {
    const texts = value
      .slice(0, MOST_PARTS)
      .map((part: unknown, index) => textOfPart(entry, [...path, index], part, lang));
    return join(
      texts.filter((text) => text !== undefined),
      '\n',
    );
  }
  if (!isRecord(value)) return undefined;
  const key = languageKey(value, lang);
  return key === undefined ? undefined : textOfPart(entry, [...path, key], own(value, key), lang);
}

function textOfPart(entry: Entry, path: ValuePath, part: unknown, lang: string | undefined): PlacedText | undefined {
  if (typeof part === 'string') return placedText(entry, path, part);
  if (!isRecord(part)) return undefined;
  for (const key of ['text', 'line', 'content', ...localisedKeys(part, lang)]) {
    const value = own(part, key);
    if (typeof value === 'string') return placedText(entry, [...path, key], value);
  }
  return undefined;
}

function localisedKeys(value: PlainRecord, lang: string | undefined): readonly string[] {
  const key = languageKey(value, lang);
  return key === undefined ? [] : [key];
}

/** Of a value localised as `{"en": …, "ja": …}` the key to read: the talk's language, English, Japanese, the first. */
export function languageKey(value: PlainRecord, lang: string | undefined): string | undefined {
  const filled = Object.keys(value).filter((key) => {
    const text = own(value, key);
    return (
      /^[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2,4})?$/.test(key) &&
      givenLanguage(key) !== undefined &&
      typeof text === 'string' &&
      text.trim() !== ''
    );
  });
  for (const wanted of [lang, 'en', 'ja']) {
    const key = filled.find((candidate) => givenLanguage(candidate) === wanted);
    if (key !== undefined) return key;
  }
  return filled[0];
}

/** Trimmed, HTML as text; undefined for an empty text. */
function placedText(entry: Entry, path: ValuePath, raw: string): PlacedText | undefined {
  if (looksLikeHtml(raw)) {
    const text = htmlToText(raw);
    return text === '' ? undefined : { text, placement: new ValuePlacement(entry, path, 0, false) };
  }
  const text = raw.trim();
  if (text === '') return undefined;
  const shift = text.length === raw.length ? 0 : raw.length - raw.trimStart().length;
  return { text, placement: new ValuePlacement(entry, path, shift, true) };
}

/** Several texts as one. */
export function join(texts: readonly PlacedText[], separator: string): PlacedText | undefined {
  const [first] = texts;
  if (first === undefined || texts.length === 1) return first;
  const pieces: Piece[] = [];
  let at = 0;
  for (const { text, placement } of texts) {
    pieces.push({ at, placement });
    at += text.length + separator.length;
  }
  return { text: texts.map(({ text }) => text).join(separator), placement: new JoinedPlacement(pieces) };
}

/** Keywords: a list of texts or of `{name}`, or one text with commas. */
export function keywordsOf(
  entry: Entry,
  path: ValuePath,
  value: unknown,
  lang: string | undefined,
): readonly PlacedText[] {
  if (typeof value === 'string') return cut(entry, path, value);
  if (isRecord(value)) {
    const key = languageKey(value, lang);
    return key === undefined ? [] : keywordsOf(entry, [...path, key], own(value, key), lang);
  }
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_PARTS).flatMap((part: unknown, index) => keyword(entry, [...path, index], part, lang));
}

function keyword(entry: Entry, path: ValuePath, part: unknown, lang: string | undefined): readonly PlacedText[] {
  if (typeof part === 'string' || typeof part === 'number') return placed(placedText(entry, path, String(part)));
  if (!isRecord(part) || 'categoryItems' in part) return [];
  for (const key of ['name', 'title', 'label', 'tag']) {
    const value = own(part, key);
    if (value !== undefined) return placed(textOf(entry, [...path, key], value, lang));
  }
  return placed(textOf(entry, path, part, lang));
}

function placed(text: PlacedText | undefined): readonly PlacedText[] {
  return text === undefined ? [] : [text];
}

function cut(entry: Entry, path: ValuePath, value: string): readonly PlacedText[] {
  if (looksLikeHtml(value)) return placed(placedText(entry, path, value));
  const texts: PlacedText[] = [];
  for (const found of value.matchAll(/[^,;、，；\n]+/g)) {
    const text = found[0].trim();
    if (text === '') continue;
    const shift = found.index + found[0].length - found[0].trimStart().length;
    texts.push({ text, placement: new ValuePlacement(entry, path, shift, true) });
  }
  return texts;
}
