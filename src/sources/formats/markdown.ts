/** Markdown and plain text: front matter, one talk or several in the body below it. */
import type { Finding } from '../../findings.ts';
import { STANDARD_ALIASES } from '../aliases.ts';
import type { Document, ParseOptions } from '../document.ts';
import type { Entry } from '../entry.ts';
import { talksInFront } from '../markdown/front-talks.ts';
import { outlineOf } from '../markdown/outline.ts';
import { type DocumentPart, partsOf } from '../markdown/parts.ts';
import { dropSections, namedSections } from '../markdown/sections.ts';
import { inheritedOf, severalEntries, valueUnder } from '../markdown/several.ts';
import { singleEntry } from '../markdown/single.ts';
import { readDeck } from '../markdown/slides.ts';
import { blankMarkup } from '../markup.ts';
import { splitBody } from '../split.ts';
import { titleLabels } from '../split-labels.ts';

/** The talks of a .md, .markdown, .mdx or .txt file. Broken front matter is a finding and the file holds no talk then. */
export function* parseMarkdown(document: Document, options: ParseOptions): Generator<Entry | Finding> {
  const { parts, findings } = partsOf(document, options);
  yield* findings;
  for (const part of parts) yield* entriesOfPart(part, document, options, part === parts[0]);
}

/** A front matter with the body below it, or a body alone. */
function* entriesOfPart(
  { front, text, line }: DocumentPart,
  document: Document,
  { split, aliases = STANDARD_ALIASES }: ParseOptions,
  first: boolean,
): Generator<Entry> {
  const listed = front !== undefined && (split === 'auto' || split === 'record') ? talksInFront(front, aliases) : [];
  if (listed.length > 0) {
    yield* listed;
    return;
  }
  const extension = /\.[^./\\]*$/.exec(document.path)?.[0].toLowerCase() ?? '';
  const plain = extension === '.txt';
  const outline = outlineOf(text, { firstLine: line, indentedCode: !plain });
  const sections = namedSections(outline);
  const deck = readDeck(outline);
  dropSections(outline, sections, hasDescription(front?.values));
  const masked = blankMarkup(outline, { mdx: extension === '.mdx' });
  const body = {
    outline,
    masked,
    titled: () => valueUnder(front, /^title$/i) !== undefined,
    titleLabels: titleLabels(outline),
  };
  const blocks = deck === undefined ? splitBody(body, split) : [];
  if (blocks.length > 0) {
    yield* severalEntries(body, blocks, inheritedOf(body, front, blocks[0]?.line ?? 0));
    return;
  }
  const fallbackTitle = stemOf(document.path);
  const single = singleEntry({ body, sections, front, first, deck, plain, fallbackTitle, aliases });
  if (single !== undefined) yield single;
}

const MIN_DESCRIPTION = 40;

function hasDescription(values: Readonly<Record<string, unknown>> = {}): boolean {
  return ['abstract', 'description', 'summary', 'intro', '概要'].some((key) => {
    const value = values[key];
    return typeof value === 'string' && value.trim().length >= MIN_DESCRIPTION;
  });
}

function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
