/** The talks that a body was cut into, and what its file says of all of them. */
import { isBareDate } from '../dates.ts';
import type { Entry, PlacedText } from '../entry.ts';
import type { FrontMatter } from '../formats/front-matter.ts';
import type { TalkBlock } from '../split.ts';
import { readBlock, valuesOf } from './block.ts';
import type { Body } from './place.ts';
import { topHeading } from './title.ts';

type Inherited = NonNullable<Entry['inherited']>;

/** An entry a talk; the text below its labels is its description where no label says so. */
export function* severalEntries(
  { outline }: Body,
  blocks: readonly TalkBlock[],
  inherited: Inherited,
): Generator<Entry> {
  for (const { line, block, track } of blocks) {
    const below = track === undefined ? inherited : { ...inherited, track };
    const abstract = block.abstract ?? block.rest;
    yield {
      line: outline.firstLine + line,
      ...valuesOf(block.values),
      ...(block.title === undefined ? {} : { title: block.title }),
      ...(abstract === undefined ? {} : { abstract }),
      ...(block.abstract === undefined || block.rest === undefined ? {} : { body: block.rest }),
      ...(Object.keys(below).length === 0 ? {} : { inherited: below }),
    };
  }
}

/** The file's own title is its talks' event; its date and language are theirs. `end`: the line of the first talk. */
export function inheritedOf(body: Body, front: FrontMatter | undefined, end: number): Inherited {
  const top = topHeading(body, false);
  const above = top !== undefined && top.line < end ? top : undefined;
  const head = above === undefined ? undefined : readBlock(body, { from: above.line + 1, to: end }, HEAD).values;
  const said = (names: RegExp): string | undefined => valueUnder(front, names) ?? labelled(head, names);
  const event = said(EVENT) ?? valueUnder(front, /^title$/i) ?? above?.title.text;
  const date = said(DATE) ?? (above === undefined ? undefined : dateBelow(body, above.line, end));
  const lang = said(LANGUAGE);
  return {
    ...(event === undefined ? {} : { event }),
    ...(date === undefined ? {} : { date }),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** A date on a line of its own, the first below the title. */
function dateBelow({ outline, masked }: Body, title: number, end: number): string | undefined {
  for (let line = title + 1; line < end; line++) {
    const wording = masked.slice(outline.starts[line], outline.starts[line + 1]).trim();
    if (wording !== '') return isBareDate(wording) ? wording.replace(/^[\s\p{P}\p{S}]+/u, '') : undefined;
  }
  return undefined;
}

const HEAD = { skip: [], form: false, address: false };
const EVENT = /^(?:event|conference|meetup|イベント(?:名)?|会議(?:名)?|勉強会)$/i;
const DATE = /^(?:date|day|when|日付|日時|開催日時?)$/i;
const LANGUAGE = /^(?:lang|language|言語)$/i;

function labelled(labels: ReadonlyMap<string, PlacedText> | undefined, names: RegExp): string | undefined {
  for (const [name, { text }] of labels ?? []) if (names.test(name)) return text;
  return undefined;
}

/** The text under a key of the front matter. */
export function valueUnder(front: FrontMatter | undefined, names: RegExp): string | undefined {
  if (front === undefined) return undefined;
  for (const key of Object.keys(front.values)) {
    if (!names.test(key)) continue;
    const value = front.values[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}
