/** Talks inside HTML: elements whose class says title, description or speaker, and tables whose header cells do. */

import type { PlacedText } from './entry.ts';
import { lazily } from './lazy.ts';
import { isTalkTable, tableRole } from './markdown/cells.ts';
import { isFormality } from './markdown/formalities.ts';
import { type Body, positionOf } from './markdown/place.ts';
import { SILENT_ELEMENTS } from './silent-elements.ts';
import type { TalkBlock } from './split.ts';

const htmlparser = lazily(() => import('htmlparser2'));

/** Whether the text may hold talks as HTML at all. */
const HINT = /class\s*=\s*["']?[^"'<>\n]{0,80}(?:title|name)|<t[hd][\s>]/i;
const TITLE_CLASS =
  /(?:^|[\s_-])(?:talk|track|session|presentation|lecture|speech|program(?:me)?|proposal|schedule|timetable)s?[_-]{1,2}(?:title|ttl|name|heading)(?:\s|$)/i;
const DESCRIPTION_CLASS = /(?:^|[\s_-])(?:description|desc|abstract|summary|outline|synopsis)(?:\s|$)/i;
const SPEAKER_CLASS = /(?:^|[\s_-])(?:speakers?|presenters?|lecturers?|author)(?:[_-]name)?(?:\s|$)/i;
/** Deeper than any page; the parser's own stack costs its depth with every tag. */
const MAX_DEPTH = 500;
const MIN_REMARK = 40;
const BREAKING = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'br',
  'tr',
  'td',
  'th',
  'table',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'dt',
  'dd',
]);

const VOID = new Set(['br', 'img', 'hr', 'input', 'col', 'wbr', 'source', 'meta', 'link', 'area', 'embed']);

type Sink = 'title' | 'description' | 'speaker' | 'remark';

interface Chunk {
  readonly text: string;
  /** Offset of its first character in the body. */
  readonly offset: number;
}

interface Element {
  readonly name: string;
  /** Where its text goes: its own, or that of the element around it. */
  readonly sink: Sink | 'silent';
  /** Whether it is a header cell or stands in one. */
  readonly header: boolean;
}

const OUTSIDE: Element = { name: '', sink: 'remark', header: false };

interface HtmlTalk {
  readonly title: Chunk[];
  readonly description: Chunk[];
  readonly speaker: Chunk[];
  readonly remark: Chunk[];
}

/** The talks of the HTML in a body; breaks and formalities of a programme are none. */
export function splitByHtml(body: Body): readonly TalkBlock[] {
  const { text } = body.outline;
  const from = text.indexOf('<');
  if (from < 0 || !HINT.test(text)) return [];
  return readTalks(text.slice(from), from).flatMap((talk) => toBlock(body, talk));
}

function toBlock(body: Body, talk: HtmlTalk): readonly TalkBlock[] {
  const title = placed(body, talk.title);
  if (title === undefined) return [];
  const remark = placed(body, talk.remark);
  const abstract =
    placed(body, talk.description) ?? (remark !== undefined && remark.text.length >= MIN_REMARK ? remark : undefined);
  if (abstract === undefined && isFormality(title.text)) return [];
  const values = new Map<string, PlacedText>();
  const speaker = placed(body, talk.speaker);
  if (speaker !== undefined) values.set('speaker', { ...speaker, text: speaker.text.split(' / ')[0] ?? speaker.text });
  const line = positionOf(body.outline, talk.title[0]?.offset ?? 0).line - body.outline.firstLine;
  return [{ line, block: { title, values, ...(abstract === undefined ? {} : { abstract }) } }];
}

/** Collects the talks of an HTML text; offsets are raised by `base`. */
function readTalks(html: string, base: number): readonly HtmlTalk[] {
  const { Parser } = htmlparser();
  const talks: HtmlTalk[] = [];
  const open: Element[] = [];
  let talk: HtmlTalk | undefined;
  let columns: (Sink | undefined)[] = [];
  let cell = -1;
  const begin = (): HtmlTalk => {
    talk = { title: [], description: [], speaker: [], remark: [] };
    talks.push(talk);
    return talk;
  };
  const sinkOf = (name: string, classes: string): Sink | 'silent' | undefined => {
    if (SILENT_ELEMENTS.has(name)) return 'silent';
    if (name === 'td' && columns.includes('title')) {
      const column = columns[cell] ?? 'remark';
      if (column === 'title') begin();
      return column;
    }
    if (classes === '') return undefined;
    if (TITLE_CLASS.test(classes)) {
      begin();
      return 'title';
    }
    if (DESCRIPTION_CLASS.test(classes)) return 'description';
    return SPEAKER_CLASS.test(classes) ? 'speaker' : undefined;
  };
  const header: Chunk[][] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length > MAX_DEPTH) parser.pause();
      if (name === 'table') columns = [];
      if (name === 'tr') {
        talk = undefined;
        cell = -1;
        header.length = 0;
      }
      if (name === 'td' || name === 'th') cell++;
      if (name === 'th') header[cell] = [];
      if (BREAKING.has(name)) add('\n', parser.startIndex);
      if (VOID.has(name)) return;
      const parent = open.at(-1);
      const sink = sinkOf(name, attributes.class ?? '') ?? parent?.sink ?? 'remark';
      open.push({ name, sink, header: name === 'th' || (name !== 'td' && parent?.header === true) });
    },
    onclosetag(name) {
      const last = open.at(-1);
      if (last?.name === name) open.pop();
      if (name === 'tr') {
        const named = header.map((chunks) => tableRole(chunks.map((chunk) => chunk.text).join('')));
        if (isTalkTable(named)) columns = named;
        talk = undefined;
      } else if (BREAKING.has(name)) add('\n', parser.startIndex);
    },
    ontext(text) {
      add(text, parser.startIndex);
    },
  });
  function add(text: string, offset: number): void {
    const { sink, header: inHeader } = open.at(-1) ?? OUTSIDE;
    if (inHeader) header[cell]?.push({ text, offset: base + offset });
    else if (talk !== undefined && sink !== 'silent') talk[sink].push({ text, offset: base + offset });
  }
  parser.write(html);
  parser.end();
  return talks;
}

/** The words of the chunks with single spaces between them, each at its place. */
function placed(body: Body, chunks: readonly Chunk[]): PlacedText | undefined {
  const runs: { readonly at: number; readonly offset: number }[] = [];
  let text = '';
  let gap = false;
  for (const chunk of chunks) {
    let done = 0;
    for (const found of chunk.text.matchAll(/\S+/g)) {
      if (found.index > done) gap = true;
      if (gap && text !== '') text += ' ';
      gap = false;
      runs.push({ at: text.length, offset: chunk.offset + found.index });
      text += found[0];
      done = found.index + found[0].length;
    }
    if (done < chunk.text.length) gap = true;
  }
  const first = runs[0];
  if (first === undefined) return undefined;
  const { outline } = body;
  const exact = outline.text.startsWith(text, first.offset);
  return {
    text,
    placement: {
      exact,
      locate(offset) {
        const run = runs.findLast((candidate) => candidate.at <= offset) ?? first;
        return positionOf(outline, run.offset + (offset - run.at));
      },
    },
  };
}
