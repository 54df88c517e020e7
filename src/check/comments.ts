/** Comments of a file with their places: of markdown, YAML and TOML, and nothing that only looks like one. */

import { formatOfNamed } from '../sources/formats/index.ts';
import { withLibraries } from '../sources/lazy.ts';
import { lineStarts } from '../sources/lines.ts';
import { GONE } from '../sources/markdown/lines.ts';
import { outlineOf } from '../sources/markdown/outline.ts';
import { type DocumentPart, partsOf } from '../sources/markdown/parts.ts';

export interface Comment {
  /** UTF-16 offsets of the whole comment, marks included. */
  readonly start: number;
  readonly end: number;
  /** What stands between its marks. */
  readonly content: string;
}

/** The comments of a decoded file, in order; none where the format (JSON, CSV) has none or the front matter is broken. */
export async function commentsOf(text: string, path: string): Promise<readonly Comment[]> {
  if (/\.ya?ml$/i.test(path)) return yamlComments(text, 0);
  return formatOfNamed(path)?.structured === false ? proseComments(text, path) : [];
}

async function proseComments(text: string, path: string): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  const starts = lineStarts(text);
  for (const { front, text: body, line } of await partsIn(text, path)) {
    const from = starts[line - 1] ?? text.length;
    if (front !== undefined) {
      const start = starts[front.line - 1] ?? 0;
      comments.push(...(await frontComments(text.slice(start, from), start)));
    }
    comments.push(...bodyComments(body, path, from));
  }
  return comments;
}

async function partsIn(text: string, path: string): Promise<readonly DocumentPart[]> {
  return (await withLibraries(() => partsOf({ path, text, named: false }, { split: 'auto' }))).parts;
}

/** `block`: a front matter with its fences, which begins at `offset`. */
async function frontComments(block: string, offset: number): Promise<readonly Comment[]> {
  const [, fence, language = ''] = /^(---|\+\+\+|\{)[ \t]*(\w*)/.exec(block) ?? [];
  const start = block.indexOf('\n') + 1;
  const end = closingFence(block) ?? block.length;
  if (fence === '{' || /^json$/i.test(language) || end < start) return [];
  const comments = fence === '+++' || /^toml$/i.test(language) ? tomlComments : yamlComments;
  return comments(block.slice(start, end), offset + start);
}

/** Where the closing fence begins, if the block has one. */
function closingFence(block: string): number | undefined {
  const trimmed = block.trimEnd();
  const last = trimmed.lastIndexOf('\n') + 1;
  return /^(?:---|\+\+\+)$/.test(trimmed.slice(last)) ? last : undefined;
}

/** The library is CommonJS, of which a dynamic import would have the default alone: a module between them imports it by name. */
async function yamlComments(text: string, offset: number): Promise<readonly Comment[]> {
  const { commentsOfYaml } = await import('./yaml-comments.ts');
  return commentsOfYaml(text, offset);
}

async function tomlComments(text: string, offset: number): Promise<readonly Comment[]> {
  const { parseTOML } = await import('toml-eslint-parser');
  try {
    return parseTOML(text).comments.map(({ range: [start, end], value }) => ({
      start: offset + start,
      end: offset + end,
      content: value,
    }));
  } catch {
    // What is broken is a finding of its own.
    return [];
  }
}

const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
];

/** Comments of markdown that stand in no code. */
function bodyComments(body: string, path: string, offset: number): readonly Comment[] {
  const marks = /\.mdx$/i.test(path) ? MARKS : MARKS.slice(0, 1);
  const prose = withoutCode(body, /\.txt$/i.test(path));
  const comments = marks.flatMap(([open, close]) => {
    const found: Comment[] = [];
    for (let start = prose.indexOf(open); start >= 0; ) {
      const closing = prose.indexOf(close, start + open.length);
      if (closing < 0) break;
      const end = closing + close.length;
      found.push({ start: offset + start, end: offset + end, content: body.slice(start + open.length, closing) });
      start = prose.indexOf(open, end);
    }
    return found;
  });
  return comments.sort((a, b) => a.start - b.start);
}

const CODE_SPAN = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;

/** Looking for pairs of backticks takes more than linear time: a line that is longer is no prose. */
const MAX_LINE = 10_000;

/** The text with blanks for blocks of code and for what stands between backticks; every offset stays. */
function withoutCode(body: string, plain: boolean): string {
  const outline = outlineOf(body, { firstLine: 1, indentedCode: !plain });
  return body
    .split('\n')
    .map((line, index) => {
      if (outline.kinds[index] === GONE) return ' '.repeat(line.length);
      const mayHoldCode = line.includes('`') && line.length <= MAX_LINE;
      return mayHoldCode ? line.replace(CODE_SPAN, (code) => ' '.repeat(code.length)) : line;
    })
    .join('\n');
}
