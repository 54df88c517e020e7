/** The stretches of a file that hold values: its front matters, its documents, its lines. */

import { frontMatterBlock } from '../sources/formats/front-matter.ts';
import { lineStarts } from '../sources/lines.ts';
import type { Home } from '../talk.ts';
import { CannotWrite } from './cannot-write.ts';
import { jsonDocument } from './json-shape.ts';
import { NO_TAGS, once, type Shape } from './shape.ts';
import { eolAt } from './text-places.ts';
import { tomlDocument } from './toml-shape.ts';
import type { TextEdit } from './types.ts';
import { memberLines } from './yaml-member.ts';
import { yamlDocuments } from './yaml-shape.ts';

export interface Region {
  /** Where its text begins in the file. */
  readonly from: number;
  /** What the whole of it holds. */
  readonly root: Shape;
}

const DOCUMENTS: Readonly<Record<string, (text: string, eol: string) => readonly Shape[]>> = {
  yaml: yamlDocuments,
  yml: yamlDocuments,
  toml: (text, eol) => [tomlDocument(text, eol)],
  json: (text) => [jsonDocument(text)],
};

/** Finds the regions of one file, and parses each once. */
export class Regions {
  readonly #text: string;
  readonly #ending: string;
  readonly #lines: () => readonly number[];
  readonly #known = new Map<string, readonly Shape[]>();

  constructor(text: string, path: string) {
    this.#text = text;
    this.#lines = once(() => lineStarts(text));
    this.#ending = /\.([^./\\]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  }

  /** The region that a talk stands in. @throws CannotWrite */
  of(home: Home): Region {
    if (home.kind === 'front-matter') return this.#front(home.line ?? 1);
    const isLines = this.#ending === 'ndjson' || this.#ending === 'jsonl';
    if (isLines) return this.#line(home.document + 1);
    const language = this.#ending === 'json' ? 'json' : 'yaml';
    return { from: 0, root: this.#parsed(`${language}:0`, language, this.#text)[home.document] ?? NO_TAGS };
  }

  #front(line: number): Region {
    const from = this.#lines()[line - 1] ?? this.#text.length;
    const block = frontMatterBlock(this.#text.slice(from), line);
    if (block === undefined) throw new CannotWrite('its front matter is not where it was');
    const [root = NO_TAGS] = this.#parsed(`front:${line}`, block.language, block.content);
    return { from: from + block.from, root };
  }

  #line(number: number): Region {
    const lines = this.#lines();
    const from = lines[number - 1];
    if (from === undefined) throw new CannotWrite('its line is not where it was');
    const line = this.#text.slice(from, (lines[number] ?? this.#text.length + 1) - 1);
    return { from, root: this.#parsed(`line:${number}`, 'json', line)[0] ?? NO_TAGS };
  }

  #parsed(name: string, language: string, text: string): readonly Shape[] {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const parse = DOCUMENTS[language];
    if (parse === undefined) throw new CannotWrite(`its front matter is ${language}`);
    const roots = parse(text, eolAt(this.#text, 0));
    this.#known.set(name, roots);
    return roots;
  }
}

/** A front matter with tags for a file that has none, or one with nothing but blanks in it. */
export function newFrontMatter(text: string, keys: readonly string[], tags: readonly string[]): TextEdit {
  const eol = eolAt(text, 0);
  const members = memberLines(keys, tags, {});
  const block = frontMatterBlock(text, 1);
  return block === undefined || block.content.trim() !== ''
    ? { start: 0, end: 0, text: ['---', ...members, '---', '', ''].join(eol) }
    : { start: block.from, end: block.from, text: members.map((line) => line + eol).join('') };
}
