/** From an entry's values, under whatever names its source uses, to a talk. */
import type { Field, Placement, Talk } from '../talk.ts';
import { type AliasTable, foldKey } from './aliases.ts';
import type { Entry, PlacedText } from './entry.ts';
import { addFacts, type Draft, firstOf } from './facts.ts';
import type { FileIds } from './ids.ts';
import { tellLanguage } from './language.ts';
import { givenLanguage } from './language-names.ts';
import { outlineOf } from './markdown/outline.ts';
import { blankMarkup } from './markup.ts';
import { originOf } from './origin.ts';
import type { PathFacts } from './path-patterns.ts';
import { Picks } from './picks.ts';
import { join, keywordsOf, textOf } from './texts.ts';

export interface FieldContext {
  /** The file's path with `/`. */
  readonly path: string;
  readonly ids: FileIds;
  readonly aliases: AliasTable;
  /** The key of declared tags, or a path of keys with dots. */
  readonly declaredKey: string;
  /** What the path says of talks that do not say it themselves. */
  readonly pathFacts?: PathFacts;
  /** Whether to keep how a talk stands in its source. */
  readonly origins?: boolean;
  /** Whether what is a talk but for its title is a finding. */
  readonly untitled?: boolean;
}

/** The talk that an entry describes; undefined where nothing in it is a title. */
export function toTalk(entry: Entry, context: FieldContext): Talk | undefined {
  const picks = new Picks(entry.values, context.aliases, context.declaredKey);
  const inherited = entry.inherited ?? {};
  const given = givenLanguage(picks.first('lang', firstOf)) ?? givenLanguage(inherited.lang);
  const said = titleOf(entry, picks, given);
  const title = said ?? fallbackOf(entry);
  if (title === undefined) return undefined;

  const { abstract, body } = descriptionOf(entry, picks, given);
  const keywords = distinct(picks.all('keywords').flatMap(({ key, value }) => keywordsOf(entry, [key], value, given)));
  const id = picks.first('id', idOf) ?? inherited.id;
  const talk: Draft = {
    id: id ?? '',
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
  addFacts(talk, picks, entry, given, context.pathFacts);
  talk.lang =
    given ?? tellLanguage(`${talk.title}\n${talk.abstract?.slice(0, 1000) ?? ''}\n${talk.body?.slice(0, 1000) ?? ''}`);
  if (picks.declared.length > 0) talk.declared = picks.declared;
  if (context.origins === true)
    talk.origin = originOf(entry, context.declaredKey.split('.'), {
      titled: said !== undefined,
      identified: id !== undefined,
    });
  const extra = picks.extra();
  if (extra !== undefined) talk.extra = extra;
  // Last: where a library is missing all is read again, and an id that was given out would be taken.
  if (id === undefined) talk.id = context.ids.idFor(title.text);
  return talk;
}

/** `name` is the weakest of names: a heading beside it is the title. */
function titleOf(entry: Entry, picks: Picks, lang: string | undefined): PlacedText | undefined {
  const named = picks.first('title', (value, { key }) => {
    if (entry.title !== undefined && foldKey(key) === 'name') return undefined;
    return textOf(entry, [key], value, lang);
  });
  const title = named ?? entry.title;
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

function distinct(texts: readonly PlacedText[]): readonly PlacedText[] {
  const seen = new Set<string>();
  return texts.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return typeof value === 'number' ? String(value) : undefined;
}
