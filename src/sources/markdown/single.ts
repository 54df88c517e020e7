/** A body that is one talk. */
import type { Entry, PlacedText } from '../entry.ts';
import type { FrontMatter } from '../formats/front-matter.ts';
import { readBlock, valuesOf } from './block.ts';
import { BLANK, GONE } from './outline.ts';
import { type Body, type LineRange, placedLine, placedText, positionOf } from './place.ts';
import type { Section } from './sections.ts';
import type { Deck } from './slides.ts';
import { firstLineTitle, topHeading } from './title.ts';

export interface SingleTalk {
  readonly body: Body;
  readonly sections: readonly Section[];
  readonly front: FrontMatter | undefined;
  readonly deck: Deck | undefined;
  /** Plain text may begin with its title; markdown marks it. */
  readonly plain: boolean;
  readonly fallbackTitle: string;
}

/** The entry of the whole body; undefined where there is nothing to read. */
export function singleEntry(talk: SingleTalk): Entry | undefined {
  if (talk.deck !== undefined) return deckEntry(talk, talk.deck);
  const { body, sections, front } = talk;
  const { outline } = body;
  const form = body.titleLabels.length === 1;
  const about = sections.some(({ kind }) => kind === 'description' || kind === 'people');
  const top =
    topHeading(body, about) ?? (talk.plain && !form && front === undefined ? firstLineTitle(body) : undefined);
  const description = sections.find(
    ({ kind, line }) => kind === 'description' && line !== top?.line && outline.kinds[line] !== GONE,
  );
  const described =
    description === undefined
      ? undefined
      : placedText(body, startOf(body, description.line + 1), startOf(body, description.end));
  const skip: LineRange[] = [];
  if (top !== undefined) skip.push({ from: top.line, to: top.line + 1 });
  if (description !== undefined && described !== undefined) skip.push({ from: description.line, to: description.end });
  const block = readBlock(body, { from: 0, to: outline.count }, { skip, form, address: false });
  const values = new Map(block.values);
  if (top?.speaker !== undefined && !values.has('speaker')) values.set('speaker', top.speaker);
  const abstract = described ?? block.abstract;
  if (
    front === undefined &&
    block.rest === undefined &&
    abstract === undefined &&
    block.title === undefined &&
    top === undefined
  )
    return undefined;
  return {
    line: front?.line ?? outline.firstLine + firstInk(body),
    ...valuesOf(values, front),
    ...optional('title', block.title ?? top?.title),
    ...optional('abstract', abstract),
    ...optional('body', block.rest),
    // A front matter without a title and without a text is some page's settings.
    ...optional('fallbackTitle', abstract === undefined && block.rest === undefined ? undefined : talk.fallbackTitle),
  };
}

function deckEntry({ body, front, fallbackTitle }: SingleTalk, deck: Deck): Entry {
  const line = (at: number): PlacedText | undefined => placedLine(body, startOf(body, at), startOf(body, at + 1));
  const values = new Map<string, PlacedText>();
  const speaker = deck.speaker === undefined ? undefined : line(deck.speaker);
  if (speaker !== undefined) values.set('speaker', speaker);
  const date = deck.date === undefined ? undefined : line(deck.date);
  if (date !== undefined) values.set('date', date);
  const abstract =
    deck.abstract === undefined
      ? undefined
      : placedText(body, startOf(body, deck.abstract.from), startOf(body, deck.abstract.to));
  return {
    line: front?.line ?? positionOf(body.outline, startOf(body, deck.title)).line,
    ...valuesOf(values, front),
    ...optional('title', line(deck.title)),
    ...optional('abstract', abstract),
    ...optional('body', placedText(body, startOf(body, deck.head.to), body.outline.text.length)),
    fallbackTitle,
  };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in Key]?: Value });
}

function startOf({ outline }: Body, line: number): number {
  return outline.starts[line] ?? outline.text.length;
}

function firstInk({ outline }: Body): number {
  for (let line = 0; line < outline.count; line++) if (outline.kinds[line] !== BLANK) return line;
  return 0;
}
