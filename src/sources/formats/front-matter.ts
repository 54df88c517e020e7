/** The front matter of a markdown file: YAML, TOML or JSON through gray-matter, with engines of our own and no other. */
import type { Finding } from '../../findings.ts';
import type { Placement } from '../../talk.ts';
import { type Document, isFinding } from '../document.ts';
import type { ValuePath } from '../entry.ts';
import { lazily } from '../lazy.ts';
import { LineIndex } from '../lines.ts';
import { readPlainYaml } from '../markdown/plain-yaml.ts';
import { parseTomlTree } from '../markdown/toml.ts';
import { isRecord } from '../texts.ts';
import type { Tree } from '../tree-entries.ts';
import { parseJsonTree } from './json.ts';
import { parseYamlTree } from './yaml.ts';

const grayMatter = lazily(async () => (await import('gray-matter')).default);

export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  locate(path: ValuePath): Placement | undefined;
  /** The file's 1-based line on which a value begins. */
  lineOf(path: ValuePath): number;
  /** The file's 1-based line on which the front matter itself begins. */
  readonly line: number;
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

export interface Block {
  /** The word behind the opening fence, or the fence's own language. */
  readonly language: string;
  readonly fence: '---' | '+++' | '{';
  readonly content: string;
  /** The offset at which the content begins. */
  readonly from: number;
  /** The 1-based lines on which the block and its content begin. */
  readonly line: number;
  readonly contentLine: number;
  readonly end: number;
}

const LANGUAGES: Readonly<Record<string, (content: string, path: string, firstLine: number) => Tree | Finding>> =
  Object.assign(Object.create(null), {
    yaml: parseYamlTree,
    yml: parseYamlTree,
    toml: parseTomlTree,
    json: parseJsonTree,
  });

/** Reads the front matter of a document whose text begins on `firstLine` of its file; a fence that holds no mapping is no front matter but text. */
export function readFrontMatter(document: Document, firstLine: number): FrontMatterResult {
  const block = frontMatterBlock(document.text, firstLine);
  const none: FrontMatterResult = { front: undefined, findings: [], end: 0, line: firstLine };
  if (block === undefined) return { ...none, findings: openFence(document, firstLine) };
  const read = treeOf(block, document);
  if (isFinding(read)) return { ...none, findings: [read] };
  const { value } = read;
  if (!isRecord(value)) return block.content.trim() === '' ? { ...none, ...behind(document.text, block) } : none;
  const front = {
    values: value,
    locate: (path: ValuePath) => read.locate(path),
    lineOf: (path: ValuePath) => read.lineOf(path),
    line: block.line,
  };
  return { front, findings: [], ...behind(document.text, block) };
}

/** The fences of the front matter that a text, which begins on `firstLine` of its file, begins with, whatever they hold. */
export function frontMatterBlock(text: string, firstLine: number): Block | undefined {
  return fencedBlock(text, firstLine) ?? bareJson(text, firstLine);
}

function behind(text: string, { end, contentLine, content }: Block): { readonly end: number; readonly line: number } {
  let line = contentLine;
  for (let feed = content.indexOf('\n'); feed >= 0; feed = content.indexOf('\n', feed + 1)) line++;
  const closing = text.lastIndexOf('\n', end - 1) === end - 1;
  return { end, line: line + (closing ? 1 : 0) };
}

const isYaml = (language: string): boolean => language === 'yaml' || language === 'yml';

/** Nearly all front matter is plain YAML, which needs no library; the rest goes through gray-matter. */
function treeOf(block: Block, document: Document): Tree | Finding {
  const parse = LANGUAGES[block.language];
  if (parse === undefined) {
    return {
      code: 'executable-front-matter',
      path: document.path,
      line: block.line,
      column: 1,
      language: block.language,
    };
  }
  const plain = isYaml(block.language)
    ? readPlainYaml(block.content, new LineIndex(block.content, block.contentLine))
    : undefined;
  if (plain !== undefined) return plain;
  const read = (content: string): Tree | Finding => parse(content, document.path, block.contentLine);
  return block.content.length > MAX_THROUGH_LIBRARY ? read(block.content) : throughGrayMatter(block, read);
}

/**
 * gray-matter chooses the engine by the language; the fences are found here, by whole lines, since it would end the block
 * at any line that begins with dashes. Its own engines are never reached: one of them evaluates JavaScript.
 */
function throughGrayMatter(block: Block, read: (content: string) => Tree | Finding): Tree | Finding {
  let tree: Tree | Finding | undefined;
  const engine = {
    parse: (content: string): object => {
      // What it hands over begins with the line break of the opening fence.
      tree = read(content.slice(1));
      return {};
    },
  };
  const engines = { yaml: engine, yml: engine, toml: engine, json: engine };
  grayMatter()({ content: `---\n${block.content}` }, { language: block.language, delimiters: ['---', NEVER], engines });
  return tree ?? read(block.content);
}

/** gray-matter's search for comments takes the square of the number of blank lines: longer blocks go to the engine at once. */
const MAX_THROUGH_LIBRARY = 8000;

/** No text holds this closing fence, so that gray-matter takes the block as a whole. */
const NEVER = '\u0000\uffff';

/** Blank lines above the opening fence. */
const LEAD = /^(?:[ \t]*\r?\n)*/;
const OPENING = /^(---|\+\+\+)[ \t]*([A-Za-z][\w+.-]*)?[ \t]*\r?\n/;

function fencedBlock(text: string, firstLine: number): Block | undefined {
  const lead = LEAD.exec(text.slice(0, 100))?.[0] ?? '';
  const opening = OPENING.exec(text.slice(lead.length, lead.length + 100));
  const fence = opening?.[1];
  if (opening === null || (fence !== '---' && fence !== '+++')) return undefined;
  const start = lead.length + opening[0].length;
  const closing = closingFence(text, start, fence);
  if (closing === undefined) return undefined;
  const language = (opening[2] ?? (fence === '+++' ? 'toml' : 'yaml')).toLowerCase();
  const line = firstLine + (lead === '' ? 0 : lead.split('\n').length - 1);
  const content = text.slice(start, closing.from);
  return { language, fence, content, from: start, line, contentLine: line + 1, end: closing.to };
}

/** A key of front matter: label lines below a rule are in prose, and begin with a capital. */
const FIRST_KEY = { '---': /^[a-z_][\w-]*[ \t]*:(?:\s|$)/, '+++': /^[A-Za-z_][\w-]*[ \t]*=/ } as const;

/** The fence above a key that nothing closes: read as text, all that it says would be lost without a word. */
function openFence({ text, path }: Document, firstLine: number): readonly Finding[] {
  const lead = LEAD.exec(text.slice(0, 100))?.[0] ?? '';
  const opening = OPENING.exec(text.slice(lead.length, lead.length + 100));
  const fence = opening?.[1];
  if (opening === null || (fence !== '---' && fence !== '+++')) return [];
  const start = lead.length + opening[0].length;
  if (!FIRST_KEY[fence].test(text.slice(start, start + 100))) return [];
  const reason = `${fence} opens it here, and no line that is ${fence} alone closes it`;
  const line = firstLine + lead.split('\n').length - 1;
  return [{ code: 'syntax-error', format: 'front matter', reason, path, line, column: 1 }];
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
function bareJson(text: string, firstLine: number): Block | undefined {
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
  return {
    language: 'json',
    fence: '{',
    content: text.slice(0, end),
    from: 0,
    line: firstLine,
    contentLine: firstLine,
    end: end + rest,
  };
}
