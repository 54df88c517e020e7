/** Markdown and plain text: front matter, one talk or several in the body below it. */
import type { Finding } from '../../findings.ts';
import type { Document, ParseOptions } from '../document.ts';
import type { Entry } from '../entry.ts';
import { talksInFront } from '../markdown/front-talks.ts';
import { outlineOf } from '../markdown/outline.ts';
import { dropSections, namedSections } from '../markdown/sections.ts';
import { inheritedOf, severalEntries } from '../markdown/several.ts';
import { singleEntry } from '../markdown/single.ts';
import { readDeck } from '../markdown/slides.ts';
import { blankMarkup } from '../markup.ts';
import { splitBody } from '../split.ts';
import { readFrontMatter } from './front-matter.ts';

/** The talks of a .md, .markdown, .mdx or .txt file. Broken front matter is a finding and the file holds no talk then. */
export function* parseMarkdown(document: Document, options: ParseOptions): Generator<Entry | Finding> {
  const { front, findings, end, line } = readFrontMatter(document);
  if (findings.length > 0) {
    yield* findings;
    return;
  }
  if (front !== undefined && (options.split === 'auto' || options.split === 'record')) {
    const talks = talksInFront(front);
    if (talks.length > 0) {
      yield* talks;
      return;
    }
  }
  const extension = /\.[^./\\]*$/.exec(document.path)?.[0].toLowerCase() ?? '';
  const plain = extension === '.txt';
  const outline = outlineOf(document.text.slice(end), { firstLine: line, indentedCode: !plain });
  const sections = namedSections(outline);
  const deck = readDeck(outline);
  dropSections(outline, sections, front !== undefined && hasDescription(front.values));
  const body = { outline, masked: blankMarkup(outline, { mdx: extension === '.mdx' }) };
  const blocks = deck === undefined ? splitBody(body, options.split) : [];
  if (blocks.length > 0) {
    yield* severalEntries(body, blocks, inheritedOf(body, front));
    return;
  }
  const single = singleEntry({ body, sections, front, deck, plain, fallbackTitle: stemOf(document.path) });
  if (single !== undefined) yield single;
}

function hasDescription(values: Readonly<Record<string, unknown>>): boolean {
  return ['abstract', 'description', 'summary', 'intro', '概要'].some((key) => {
    const value = values[key];
    return typeof value === 'string' && value.trim().length >= 40;
  });
}

function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
