/** The nodes of a YAML document as plain values: prototype keys harmless, merges done, aliases shared and counted. */
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { ValuePath } from './entry.ts';

/** Nodes that aliases may stand for, all together. */
const MAX_ALIASED = 100_000;
/** Characters that aliases may stand for, all together: these, and so many times the text's own. */
const MAX_ALIASED_TEXT = 1_000_000;
const MAX_ALIASED_TIMES = 10;

/** What only reading the values shows: an alias without an anchor, or (without a reason) too much behind aliases. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  readonly offset: number;
  readonly reason: string | undefined;

  constructor(offset: number, reason?: string) {
    super(reason ?? 'aliases expand to too much');
    this.offset = offset;
    this.reason = reason;
  }
}

interface Anchored {
  readonly node: Node;
  readonly value: unknown;
  readonly size: Size;
}

/** What there is of a value, aliases expanded. */
interface Size {
  readonly nodes: number;
  readonly characters: number;
}

export class YamlReader {
  readonly #anchors = new Map<string, Anchored>();
  readonly #targets = new Map<Node, Node>();
  /** Anchors of the values that are being read. */
  readonly #open: string[] = [];
  readonly #maxAliasedText: number;
  #nodes = 0;
  #characters = 0;
  #aliased: Size = { nodes: 0, characters: 0 };

  /** `length` is that of the text, in characters. */
  constructor(length: number) {
    this.#maxAliasedText = MAX_ALIASED_TEXT + MAX_ALIASED_TIMES * length;
  }

  /** @throws YamlError */
  read(node: unknown): unknown {
    if (isAlias(node)) {
      this.#nodes++;
      return this.#alias(node, node.source);
    }
    return (isScalar(node) || isCollection(node)) && node.anchor !== undefined
      ? this.#anchored(node, node.anchor)
      : this.#value(node);
  }

  #anchored(node: Node, anchor: string): unknown {
    const nodes = this.#nodes;
    const characters = this.#characters;
    this.#open.push(anchor);
    const value = this.#value(node);
    this.#open.pop();
    const size = { nodes: this.#nodes - nodes, characters: this.#characters - characters };
    this.#anchors.set(anchor, { node, value, size });
    return value;
  }

  /** The node that holds the value at `path`. */
  nodeAt(root: Node | null, path: ValuePath): Node | undefined {
    let node: unknown = root;
    for (const step of path) {
      if (isSeq(node)) node = node.items[Number(step)];
      else if (isMap(node)) node = this.#member(node, String(step));
      else return undefined;
      if (isAlias(node)) node = this.#targets.get(node);
    }
    return isNode(node) ? node : undefined;
  }

  #alias(node: Node, name: string): unknown {
    const anchored = this.#anchors.get(name);
    const offset = node.range?.[0] ?? 0;
    if (this.#open.includes(name))
      throw new YamlError(
        offset,
        `the alias *${name} stands inside the very value that it refers to; no value holds itself`,
      );
    if (anchored === undefined)
      throw new YamlError(offset, `the alias *${name} has no anchor before it; text that begins with * wants quotes`);
    const { nodes, characters } = anchored.size;
    this.#nodes += nodes;
    this.#characters += characters;
    this.#aliased = { nodes: this.#aliased.nodes + nodes, characters: this.#aliased.characters + characters };
    if (this.#aliased.nodes > MAX_ALIASED || this.#aliased.characters > this.#maxAliasedText)
      throw new YamlError(offset);
    this.#targets.set(node, anchored.node);
    return anchored.value;
  }

  #value(node: unknown): unknown {
    this.#nodes++;
    if (isScalar(node)) {
      this.#characters += node.source?.length ?? 0;
      return scalarValue(node);
    }
    if (isSeq(node)) return node.items.map((item) => this.read(item));
    if (isMap(node)) return this.#record(node);
    if (isPair(node)) return this.#fields([node]);
    return null;
  }

  #record(map: YAMLMap): unknown {
    return this.#fields(map.items);
  }

  #fields(pairs: readonly Pair[]): Readonly<Record<string, unknown>> {
    const record: Record<string, unknown> = Object.create(null);
    const merged: unknown[] = [];
    for (const { key, value } of pairs) {
      const name = this.#key(key);
      const read = this.read(value);
      if (name === '<<' && typeof read === 'object') merged.push(read);
      else if (name !== undefined) record[name] = read;
    }
    for (const source of merged.flat()) {
      if (typeof source !== 'object' || source === null) continue;
      for (const [name, value] of Object.entries(source)) if (!(name in record)) record[name] = value;
    }
    return record;
  }

  /** Keys that are collections have no name; nothing reads them. */
  #key(key: unknown): string | undefined {
    const value = this.read(key);
    return typeof value === 'object' && value !== null ? undefined : String(value ?? '');
  }

  #member(map: YAMLMap, name: string): unknown {
    const pair = map.items.findLast(({ key }) => isScalar(key) && String(scalarValue(key) ?? '') === name);
    if (pair !== undefined) return pair.value;
    for (const { key, value } of map.items) {
      if (!isScalar(key) || key.value !== '<<') continue;
      for (const source of isSeq(value) ? value.items : [value]) {
        const target = isAlias(source) ? this.#targets.get(source) : source;
        const found = isMap(target) ? this.#member(target, name) : undefined;
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }
}

/** A number in an unusual form (`007`, `1.50`) keeps its wording: it may be an id or a title. */
function scalarValue({ value, source }: Scalar): unknown {
  if (typeof value === 'number' && source !== undefined && String(value) !== source) return source;
  return typeof value === 'bigint' ? String(value) : value;
}
