/** JSON for edits: the tree of jsonc-parser as shapes. */
import { type Node, parseTree } from 'jsonc-parser';
import { CannotWrite } from './cannot-write.ts';
import { editFlow, type FlowSource } from './flow.ts';
import { jsonScalar } from './scalars.ts';
import { NO_TAGS, once, type Shape } from './shape.ts';
import { editedText, partsOfText } from './tag-text.ts';
import { eolAt, lineIndent } from './text-places.ts';
import type { TextEdit } from './types.ts';

/** The value of a text. @throws CannotWrite */
export function jsonDocument(text: string): Shape {
  const tree = parseTree(text);
  if (tree === undefined) throw new CannotWrite('it is not valid JSON');
  return new JsonShapes(text, tree).shapeOf(tree);
}

/** How the lists and maps of a file are written. */
interface JsonStyle {
  /** What stands between a key and its value, the colon included. */
  readonly colon: string;
  /** Between the elements of a list on one line. */
  readonly gap: string;
  /** How far the elements of a list stand from its key, each on a line of its own; on one line when absent. */
  readonly indent?: string;
}

class JsonShapes {
  readonly #text: string;
  readonly #tree: Node;
  /** Whether the file escapes all that is no ASCII. */
  readonly #ascii: boolean;
  readonly #firstList: () => Node | undefined;

  constructor(text: string, tree: Node) {
    this.#text = text;
    this.#tree = tree;
    this.#ascii = /\\u[0-9a-fA-F]{4}/.test(text) && /^[\0-\x7f]*$/.test(text);
    this.#firstList = once(() => listOfTexts(this.#tree));
  }

  shapeOf(node: Node): Shape {
    const { offset: start } = node;
    const end = start + node.length;
    switch (node.type) {
      case 'object':
        return this.#map(node);
      case 'array':
        return this.#list(node);
      case 'string': {
        const text = String(node.value);
        const edit = (after: string): TextEdit => ({
          start,
          end,
          text: after.trim() === '' ? '[]' : this.#quoted(after),
        });
        return { kind: 'text', texts: partsOfText(text), edit: (plan) => [edit(editedText(text, plan))] };
      }
      case 'null':
        return { kind: 'empty', fill: (keys, tags) => [{ start, end, text: this.#value(keys, tags, node) }] };
      default:
        return NO_TAGS;
    }
  }

  #quoted(text: string): string {
    return jsonScalar(text, this.#ascii);
  }

  #map(node: Node): Shape {
    const properties = node.children ?? [];
    return {
      kind: 'map',
      keys: properties.map(keyOf),
      member: (key) => {
        const value = properties.findLast((property) => keyOf(property) === key)?.children?.[1];
        return value === undefined ? undefined : this.shapeOf(value);
      },
      append: (keys, tags) => {
        const [key = '', ...rest] = keys;
        const { colon } = this.#styleAt(node);
        const added = this.#quoted(key) + colon + this.#value(rest, tags, properties.at(-1) ?? node);
        return [editFlow(this.#source(node), { added: [added], gap: this.#styleAt(node).gap })];
      },
    };
  }

  #list(node: Node): Shape {
    const items = node.children ?? [];
    return {
      kind: 'list',
      texts: items.map(({ type, value }) => (type === 'string' || type === 'number' ? String(value) : undefined)),
      item: (index) => {
        const item = items[index];
        return item === undefined ? undefined : this.shapeOf(item);
      },
      edit: ({ replaced, removed, added }) => {
        const quoted = new Map([...replaced].map(([at, tag]) => [at, this.#quoted(tag)]));
        const { gap, indent } = this.#styleAt(node.parent?.parent ?? node);
        const style = { gap, ...(indent === undefined ? {} : { indent }) };
        const change = { replaced: quoted, removed, added: added.map((tag) => this.#quoted(tag)), ...style };
        return [editFlow(this.#source(node), change)];
      },
    };
  }

  #source(node: Node): FlowSource {
    const members = (node.children ?? []).map(({ offset, length }) => ({ start: offset, end: offset + length }));
    return { text: this.#text, open: node.offset, close: node.offset + node.length - 1, members, comments: false };
  }

  /** Tags under keys inside one another, as the value of a member on the line of `beside`. */
  #value(keys: readonly string[], tags: readonly string[], beside: Node): string {
    const style = this.#styleAt(beside);
    const line = eolAt(this.#text, beside.offset) + lineIndent(this.#text, beside.offset);
    return keys.length === 0 ? this.#tags(tags, style, line) : this.#nested(keys, tags, style, line);
  }

  #nested(keys: readonly string[], tags: readonly string[], style: JsonStyle, line: string): string {
    const [key, ...rest] = keys;
    if (key === undefined) return this.#tags(tags, style, line);
    const unit = this.#unitOf();
    const inner = unit === undefined ? '' : line + unit;
    const value = this.#nested(rest, tags, style, unit === undefined ? line : inner);
    return `{${inner}${this.#quoted(key)}${style.colon}${value}${unit === undefined ? '' : line}}`;
  }

  #tags(tags: readonly string[], { gap, indent }: JsonStyle, line: string): string {
    const quoted = tags.map((tag) => this.#quoted(tag));
    if (indent === undefined || !this.#text.includes('\n')) return `[${quoted.join(`,${gap}`)}]`;
    return `[${quoted.map((tag) => line + indent + tag).join(',')}${line}]`;
  }

  /** How far a member of a map stands from its bracket's line; undefined where maps stand on one line. */
  #unitOf(): string | undefined {
    const first = this.#tree.children?.[0];
    if (first === undefined || !this.#text.slice(this.#tree.offset, first.offset).includes('\n')) return undefined;
    return lineIndent(this.#text, first.offset).slice(lineIndent(this.#text, this.#tree.offset).length);
  }

  /** The style of the map that a node is or stands in; where it shows none, that of the file. */
  #styleAt(node: Node): JsonStyle {
    const map = node.type === 'object' ? node : node.type === 'property' ? node.parent : node.parent?.parent;
    const property = map?.children?.at(-1) ?? firstProperty(this.#tree);
    const [key, value] = property?.children ?? [];
    const colon =
      key === undefined || value === undefined ? ': ' : this.#text.slice(key.offset + key.length, value.offset);
    const sample =
      map?.children?.map((one) => one.children?.[1]).findLast((one) => isListOfTexts(one)) ?? this.#firstList();
    return { colon, gap: colon.endsWith(':') ? '' : ' ', ...this.#indentOf(sample) };
  }

  #indentOf(list: Node | undefined): Pick<JsonStyle, 'indent'> {
    const first = list?.children?.[0];
    if (list === undefined || first === undefined) return {};
    if (!this.#text.slice(list.offset, first.offset).includes('\n')) return {};
    const outer = lineIndent(this.#text, list.offset);
    return { indent: lineIndent(this.#text, first.offset).slice(outer.length) };
  }
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

function isListOfTexts(node: Node | undefined): boolean {
  const items = node?.type === 'array' ? (node.children ?? []) : [];
  return items.length > 0 && items.every(({ type }) => type === 'string');
}

function listOfTexts(node: Node): Node | undefined {
  if (isListOfTexts(node)) return node;
  for (const child of node.children ?? []) {
    const found = listOfTexts(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstProperty(node: Node): Node | undefined {
  if (node.type === 'property') return node;
  const [first] = node.children ?? [];
  return first === undefined ? undefined : firstProperty(first);
}
