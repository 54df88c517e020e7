/** TOML for edits: the tree of toml-eslint-parser as shapes. Tables that several headers and dotted keys make are one map. */
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { CannotWrite } from './cannot-write.ts';
import { editFlow } from './flow.ts';
import { tomlScalar } from './scalars.ts';
import { type ListShape, type MapShape, NO_TAGS, once, type Shape, type TextShape } from './shape.ts';
import { editedText, partsOfText } from './tag-text.ts';
import {
  appendToTable,
  memberText,
  stringStyle,
  type TomlEntry,
  type TomlKeys,
  type TomlTable,
} from './toml-member.ts';
import type { TextEdit } from './types.ts';

/** The document of a text; `eol` is the line break of the file. @throws CannotWrite */
export function tomlDocument(text: string, eol: string): Shape {
  try {
    const [top] = parseTOML(text, { tomlVersion: 'latest' }).body;
    return new TomlShapes(text, eol, top).tableAt([]);
  } catch (error) {
    if (error instanceof ParseError) throw new CannotWrite('it is not valid TOML');
    throw error;
  }
}

class TomlShapes {
  readonly #text: string;
  readonly #eol: string;
  readonly #entries: readonly TomlEntry[];
  readonly #tables: readonly TomlTable[];

  constructor(text: string, eol: string, top: AST.TOMLTopLevelTable) {
    this.#text = text;
    this.#eol = eol;
    const tables = top.body.flatMap((node) => (node.type === 'TOMLTable' ? [node] : []));
    this.#tables = [
      { way: [], header: undefined, body: top.body.flatMap((node) => (node.type === 'TOMLKeyValue' ? [node] : [])) },
      ...tables.map((table) => ({ way: table.resolvedKey, header: table, body: table.body })),
    ];
    this.#entries = this.#tables.flatMap((table) =>
      table.body.map((node) => ({ way: [...table.way, ...keysOf(node.key)], node, table })),
    );
  }

  /** What stands at a way: a value, or the map (list) that the keys beyond it make. */
  #at(way: TomlKeys): Shape | undefined {
    const entry = this.#entries.find((one) => isSame(one.way, way));
    if (entry !== undefined) return this.#shapeOf(entry.node.value);
    const [next] = this.#stepsBehind(way);
    if (next === undefined) return undefined;
    return typeof next === 'number' ? this.#listAt(way) : this.tableAt(way);
  }

  tableAt(way: TomlKeys): MapShape {
    return {
      kind: 'map',
      keys: this.#stepsBehind(way).map(String),
      member: (key) => this.#at([...way, key]),
      append: (keys, tags) => [
        appendToTable(
          { text: this.#text, eol: this.#eol, entries: this.#entries, tables: this.#tables },
          way,
          keys,
          tags,
        ),
      ],
    };
  }

  /** An array of tables. */
  #listAt(way: TomlKeys): ListShape {
    return { kind: 'list', texts: [undefined], item: (index) => this.#at([...way, index]), edit: () => [] };
  }

  /** The steps that follow a way, in the order of the text. */
  #stepsBehind(way: TomlKeys): readonly (string | number)[] {
    const ways = [...this.#entries, ...this.#tables].map((one) => one.way);
    return [
      ...new Set(
        ways
          .filter((one) => one.length > way.length && isSame(one.slice(0, way.length), way))
          .map((one) => one[way.length] ?? ''),
      ),
    ];
  }

  #shapeOf(node: AST.TOMLContentNode): Shape {
    if (node.type === 'TOMLArray') return this.#array(node);
    if (node.type === 'TOMLInlineTable') return this.#inlineTable(node);
    return node.kind === 'string' ? this.#tagText(node) : NO_TAGS;
  }

  #array(node: AST.TOMLArray): ListShape {
    const items = once(() => node.elements.map((element) => once(() => this.#shapeOf(element))));
    const [start, end] = node.range;
    return {
      kind: 'list',
      texts: node.elements.map(textOf),
      item: (index) => items()[index]?.(),
      edit: ({ replaced, removed, added }) => {
        const raws = node.elements.map((element) => this.#text.slice(...element.range));
        const like = stringStyle(raws);
        const fresh = new Map([...replaced].map(([at, tag]) => [at, tomlScalar(tag, raws[at])]));
        const members = node.elements.map(({ range }) => ({ start: range[0], end: range[1] }));
        const source = { text: this.#text, open: start, close: end - 1, members, comments: true };
        return [editFlow(source, { replaced: fresh, removed, added: added.map((tag) => tomlScalar(tag, like)) })];
      },
    };
  }

  #inlineTable(node: AST.TOMLInlineTable): MapShape {
    const [start, end] = node.range;
    const members = node.body.map(({ range }) => ({ start: range[0], end: range[1] }));
    return {
      kind: 'map',
      keys: node.body.map(({ key }) => keysOf(key)[0] ?? ''),
      member: (key) => {
        const found = node.body.filter((one) => keysOf(one.key)[0] === key);
        const [only] = found;
        if (only === undefined) return undefined;
        return found.length > 1 || keysOf(only.key).length > 1 ? NO_TAGS : this.#shapeOf(only.value);
      },
      append: (keys, tags): readonly TextEdit[] => {
        const source = { text: this.#text, open: start, close: end - 1, members, comments: true };
        return [editFlow(source, { added: [memberText(keys, tags, {})] })];
      },
    };
  }

  #tagText(node: AST.TOMLStringValue): TextShape {
    const [start, end] = node.range;
    return {
      kind: 'text',
      texts: partsOfText(node.value),
      edit: (plan) => {
        if (node.multiline) throw new CannotWrite('its tags are a text of several lines');
        const after = editedText(node.value, plan);
        const text = after.trim() === '' ? '[]' : tomlScalar(after, this.#text.slice(start, end));
        return [{ start, end, text }];
      },
    };
  }
}

function keysOf(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((one) => (one.type === 'TOMLBare' ? one.name : one.value));
}

function textOf(node: AST.TOMLContentNode): string | undefined {
  if (node.type !== 'TOMLValue') return undefined;
  if (node.kind === 'string') return node.value;
  return node.kind === 'integer' || node.kind === 'float' ? String(node.value) : undefined;
}

function isSame(one: TomlKeys, other: TomlKeys): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
