/** A body that is one talk. */
import type { AliasTable } from '../aliases.ts';
import type { Entry, PlacedText } from '../entry.ts';
import type { FrontMatter } from '../formats/front-matter.ts';
import { type Block, readBlock, valuesOf } from './block.ts';
import { labelAt } from './labels.ts';
import { BLANK, GONE, TEXT } from './lines.ts';
import { type Body, type LineRange, placedLine, placedText, positionOf } from './place.ts';
import type { Section } from './sections.ts';
import type { Deck } from './slides.ts';
import { listedSpeakers } from './speakers.ts';
import { firstLineTitle, type TopTitle, topHeading } from './title.ts';

export interface SingleTalk {
  readonly body: Body;
  readonly sections: readonly Section[];
  readonly front: FrontMatter | undefined;
  /** Whether the file begins with it. */
  readonly first: boolean;
  readonly deck: Deck | undefined;
  /** Plain text may begin with its title; markdown marks it. */
  readonly plain: boolean;
  readonly fallbackTitle: string;
  readonly aliases: AliasTable;
}

/** The entry of the whole body; undefined where there is nothing to read. */
export function singleEntry(talk: SingleTalk): Entry | undefined {
  if (talk.deck !== undefined) return deckEntry(talk, talk.deck);
  const { body, sections, front, aliases } = talk;
  const heading = topHeading(
    body,
    sections.some(({ kind }) => kind === 'description' || kind === 'people'),
  );
  const form = isForm(body, heading);
  const named = front !== undefined && aliases.names(front.values, 'title');
  const top = heading ?? (talk.plain && !form && !named ? firstLineTitle(body) : undefined);
  const description = describedIn(body, sections, top);
  const skip: LineRange[] = top === undefined ? [] : [{ from: top.line, to: top.line + 1 }];
  if (description !== undefined) skip.push(description.range);
  const block = readBlock(body, { from: 0, to: body.outline.count }, { skip, form, address: false });
  const title = block.title ?? top?.title;
  const abstract = description?.text ?? block.abstract;
  const wordless = abstract === undefined && block.rest === undefined;
  if (front === undefined && title === undefined && wordless) return undefined;
  return {
    line: front?.line ?? body.outline.firstLine + firstInk(body),
    ...valuesOf(withSpeaker(block.values, top?.speaker ?? speakersBeside(talk)), front),
    ...(title === undefined ? {} : { title }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(block.rest === undefined ? {} : { body: block.rest }),
    ...homeOf(talk),
    // A front matter without a title and without a text is some page's settings.
    ...(wordless ? {} : { fallbackTitle: talk.fallbackTitle }),
  };
}

/** A single title label makes a form of the file, unless it has another title and the label stands deep in its text. */
function isForm({ outline, titleLabels: [label, ...others], titled }: Body, heading: TopTitle | undefined): boolean {
  if (label === undefined || others.length > 0 || titled()) return false;
  if (heading === undefined || label.marked) return true;
  for (let line = heading.line + 1; line < label.line; line++) {
    if (outline.kinds[line] === TEXT && labelAt(outline, line) === undefined) return false;
  }
  return true;
}

/** The section about the talk itself (`## About the Event`, `## 概要`). */
function describedIn(
  body: Body,
  sections: readonly Section[],
  top: TopTitle | undefined,
): { readonly text: PlacedText; readonly range: LineRange } | undefined {
  const section = sections.find(
    ({ kind, line }) => kind === 'description' && line !== top?.line && body.outline.kinds[line] !== GONE,
  );
  if (section === undefined) return undefined;
  const text = placedText(body, startOf(body, section.line + 1), startOf(body, section.end));
  return text === undefined ? undefined : { text, range: { from: section.line, to: section.end } };
}

/** A list of speakers in the text, where the front matter names none. */
function speakersBeside({ body, sections, front, aliases }: SingleTalk): PlacedText | undefined {
  return front !== undefined && aliases.names(front.values, 'speakers')
    ? undefined
    : listedSpeakers(body.outline, sections);
}

function withSpeaker(values: Block['values'], speaker: PlacedText | undefined): Block['values'] {
  return speaker === undefined || values.has('speaker') ? values : new Map([...values, ['speaker', speaker]]);
}

function deckEntry(talk: SingleTalk, deck: Deck): Entry {
  const { body, front, fallbackTitle } = talk;
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
  const title = line(deck.title);
  const rest = placedText(body, startOf(body, deck.head.to), body.outline.text.length);
  return {
    line: front?.line ?? positionOf(body.outline, startOf(body, deck.title)).line,
    ...valuesOf(values, front),
    ...(title === undefined ? {} : { title }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(rest === undefined ? {} : { body: rest }),
    ...homeOf(talk),
    fallbackTitle,
  };
}

/** A file without a front matter gets one on top; of several parts without one only the first could. */
function homeOf({ front, first }: SingleTalk): Pick<Entry, 'home'> {
  if (front !== undefined) return { home: { kind: 'front-matter', line: front.line, way: [] } };
  return first ? { home: { kind: 'front-matter', way: [] } } : {};
}

function startOf({ outline }: Body, line: number): number {
  return outline.starts[line] ?? outline.text.length;
}

function firstInk({ outline }: Body): number {
  for (let line = 0; line < outline.count; line++) if (outline.kinds[line] !== BLANK) return line;
  return 0;
}
