/** The talks that a body was cut into, and what its file says of all of them. */
import type { Entry } from '../entry.ts';
import type { FrontMatter } from '../formats/front-matter.ts';
import type { TalkBlock } from '../split.ts';
import { valuesOf } from './block.ts';
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

/** The file's own title is its talks' event; its date and language are theirs. */
export function inheritedOf(body: Body, front: FrontMatter | undefined): Inherited {
  const event = textOf(front, 'title') ?? topHeading(body, false)?.title.text;
  const date = textOf(front, 'date');
  const lang = textOf(front, 'lang') ?? textOf(front, 'language');
  return {
    ...(event === undefined ? {} : { event }),
    ...(date === undefined ? {} : { date }),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** The text under a key of the front matter, in whatever case the key is written. */
export function textOf(front: FrontMatter | undefined, name: string): string | undefined {
  if (front === undefined) return undefined;
  for (const key of Object.keys(front.values)) {
    if (key.toLowerCase() !== name) continue;
    const value = front.values[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}
