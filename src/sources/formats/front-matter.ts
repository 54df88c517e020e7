/** The front matter of a markdown file: YAML, TOML or JSON through gray-matter, with engines of our own and no other. */
import type { Finding } from '../../findings.ts';
import type { Placement } from '../../talk.ts';
import { type Document, isFinding } from '../document.ts';
import type { ValuePath } from '../entry.ts';
import { lazily } from '../lazy.ts';
import { jsonTree, tomlTree, yamlTree } from '../markdown/trees.ts';
import { isRecord } from '../texts.ts';
import type { Tree } from '../tree-entries.ts';

const grayMatter = lazily(async () => (await import('gray-matter')).default);

export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  locate(path: ValuePath): Placement | undefined;
  /** The file's 1-based line on which a value begins. */
  lineOf(path: ValuePath): number;
}

export interface FrontMatterResult {
  /** Absent where the file has none. */
  readonly front: FrontMatter | undefined;
  /** What is wrong with it; then there is no front matter. */
  readonly findings: readonly Finding[];
  /** The offset behind it: where the body begins. */
  readonly end: number;
  /** The 1-based line on which the body begins. */
  readonly line: number;
}

interface Block {
  /** The word behind the opening fence, or the fence's own language. */
  readonly language: string;
  readonly fence: '---' | '+++' | '{';
  readonly content: string;
  /** The 1-based line on which the content begins. */
  readonly contentLine: number;
  readonly end: number;
}

const LANGUAGES: Readonly<Record<string, (content: string, line: number, document: Document) => Tree | Finding>> = {
  yaml: yamlTree,
  yml: yamlTree,
  toml: tomlTree,
  json: jsonTree,
};

/** Reads the front matter of a document; a fence that holds no mapping is no front matter but text. */
export function readFrontMatter(document: Document): FrontMatterResult {
  const block = fencedBlock(document.text) ?? bareJson(document.text);
  const none: FrontMatterResult = { front: undefined, findings: [], end: 0, line: 1 };
  if (block === undefined) return none;
  const read = throughGrayMatter(block, document);
  if (isFinding(read)) return { ...none, findings: [read] };
  const { value } = read;
  if (!isRecord(value)) return block.content.trim() === '' ? { ...none, ...behind(document.text, block) } : none;
  const front = {
    values: value,
    locate: (path: ValuePath) => read.locate(path),
    lineOf: (path: ValuePath) => read.lineOf(path),
  };
  return { front, findings: [], ...behind(document.text, block) };
}

function behind(text: string, { end, contentLine, content }: Block): { readonly end: number; readonly line: number } {
  let line = contentLine;
  for (let feed = content.indexOf('\n'); feed >= 0; feed = content.indexOf('\n', feed + 1)) line++;
  const closing = text.lastIndexOf('\n', end - 1) === end - 1;
  return { end, line: line + (closing ? 1 : 0) };
}

/**
 * gray-matter chooses the engine by the language; the fences are found here, by whole lines, since it would end the block
 * at any line that begins with dashes. Its own engines are never reached: one of them evaluates JavaScript.
 */
function throughGrayMatter(block: Block, document: Document): Tree | Finding {
  const parse = LANGUAGES[block.language];
  if (parse === undefined)
    return { code: 'executable-front-matter', path: document.path, line: 1, column: 1, language: block.language };
  const read = (content: string): Tree | Finding => parse(content, block.contentLine, document);
  if (block.content.length > MAX_THROUGH_LIBRARY) return read(block.content);
  let tree: Tree | Finding | undefined;
  const engine = {
    parse: (content: string): object => {
      tree = read(content);
      return {};
    },
  };
  grayMatter()(
    { content: `---\n${block.content}` },
    {
      language: block.language,
      delimiters: ['---', NEVER],
      engines: { yaml: engine, yml: engine, toml: engine, json: engine },
    },
  );
  return tree ?? read(block.content);
}

/** gray-matter's search for comments takes the square of the number of blank lines: longer blocks go to the engine at once. */
const MAX_THROUGH_LIBRARY = 8000;

/** No text holds this closing fence, so that gray-matter takes the block as a whole. */
const NEVER = '\u0000\uffff';

const OPENING = /^(---|\+\+\+)[ \t]*([A-Za-z][\w+.-]*)?[ \t]*\r?\n/;

function fencedBlock(text: string): Block | undefined {
  const opening = OPENING.exec(text.slice(0, 100));
  const fence = opening?.[1];
  if (opening === null || (fence !== '---' && fence !== '+++')) return undefined;
  const start = opening[0].length;
  const closing = closingFence(text, start, fence);
  if (closing === undefined) return undefined;
  const language = (opening[2] ?? (fence === '+++' ? 'toml' : 'yaml')).toLowerCase();
  return { language, fence, content: text.slice(start, closing.from), contentLine: 2, end: closing.to };
}

/** The closing fence is a whole line. */
function closingFence(
  text: string,
  start: number,
  fence: string,
): { readonly from: number; readonly to: number } | undefined {
  for (let from = start; from >= 0 && from < text.length; ) {
    const feed = text.indexOf('\n', from);
    if (text.startsWith(fence, from)) {
      const line = text.slice(from, feed < 0 ? text.length : feed);
      if (line.trimEnd() === fence) return { from, to: feed < 0 ? text.length : feed + 1 };
    }
    from = feed < 0 ? -1 : feed + 1;
  }
  return undefined;
}

/** Hugo's JSON front matter: an object at the very top. */
function bareJson(text: string): Block | undefined {
  if (!/^\{\s{0,200}"/.test(text.slice(0, 210))) return undefined;
  let depth = 0;
  let end = -1;
  const structure = /["{}]/g;
  for (let found = structure.exec(text); found !== null && end < 0; found = structure.exec(text)) {
    if (found[0] === '{') depth++;
    else if (found[0] === '}') {
      if (--depth === 0) end = found.index + 1;
    } else {
      const close = /(?<!\\)(?:\\\\)*"/g;
      close.lastIndex = found.index + 1;
      const quote = close.exec(text);
      if (quote === null) break;
      structure.lastIndex = quote.index + quote[0].length;
    }
  }
  if (end < 0) end = text.length;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  return { language: 'json', fence: '{', content: text.slice(0, end), contentLine: 1, end: end + rest };
}
