/** YAML for edits: the nodes of the `yaml` package as shapes. */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Parser, type YAMLMap, type YAMLSeq } from 'yaml';
import { CannotWrite } from './cannot-write.ts';
import { editFlow } from './flow.ts';
import type { ListPlan } from './list-plan.ts';
import { yamlScalar } from './scalars.ts';
import {
  type EmptyShape,
  type FixedShape,
  type ListShape,
  type MapShape,
  NO_TAGS,
  once,
  type Shape,
  type TextShape,
} from './shape.ts';
import { editedText, partsOfText } from './tag-text.ts';
import { eolAt, lineEnd, lineStart } from './text-places.ts';
import type { TextEdit } from './types.ts';
import { editBlockList } from './yaml-block.ts';
import { appendToBlock, memberLine, memberLines, styleBeside } from './yaml-member.ts';
import {
  behindColon,
  bracketsOf,
  dashesOf,
  type Extent,
  extentOf,
  extentOfPair,
  isBlank,
  keyName,
  lastRawOf,
  rawOf,
  tagTextOf,
} from './yaml-nodes.ts';

/** The documents of a text; `eol` is the line break of the file. @throws CannotWrite */
export function yamlDocuments(text: string, eol: string): readonly Shape[] {
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', keepSourceTokens: true });
  const roots = Array.from(composer.compose(new Parser().parse(text)), (document) => {
    if (document.errors.length > 0) throw new CannotWrite('it is not valid YAML');
    return isBlank(document.contents)
      ? nothing(text, eol)
      : new YamlShapes(text, document).shapeOf(document.contents, {});
  });
  return roots.length === 0 ? [nothing(text, eol)] : roots;
}

/** A text with nothing in it but comments. */
function nothing(text: string, eol: string): MapShape {
  const at = text.length;
  return {
    kind: 'map',
    keys: [],
    member: () => undefined,
    append: (keys, tags) => [
      {
        start: at,
        end: at,
        text: memberLines(keys, tags, {})
          .map((line) => line + eol)
          .join(''),
      },
    ],
  };
}

/** Where a value stands. */
interface Around {
  /** The offset behind the colon of its key. */
  readonly colon?: number | undefined;
  /** Whether it stands inside brackets. */
  readonly flow?: boolean;
  /** The column of its key. */
  readonly column?: number;
}

class YamlShapes {
  readonly #text: string;
  readonly #document: Document.Parsed;

  constructor(text: string, document: Document.Parsed) {
    this.#text = text;
    this.#document = document;
  }

  shapeOf(node: unknown, around: Around): Shape {
    const shared = this.#shared(node);
    if (shared !== undefined) return shared;
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return this.#list(node, around.colon);
    if (isBlank(node))
      return around.colon === undefined ? NO_TAGS : this.#empty({ start: around.colon, end: around.colon }, around);
    if (!isScalar(node)) return NO_TAGS;
    if (node.value === null) return this.#empty(extentOf(node), around);
    return typeof node.value === 'string' ? this.#tagText(node.value, extentOf(node), around.flow === true) : NO_TAGS;
  }

  /** What stands elsewhere too: to change it here is to change it there. */
  #shared(node: unknown): FixedShape | undefined {
    if (isAlias(node))
      return { kind: 'fixed', why: `it is an alias (*${node.source}), so others would change with it` };
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor === undefined || !this.#text.includes(`*${anchor}`)) return undefined;
    return { kind: 'fixed', why: `others refer to it by an anchor (&${anchor}) and would change with it` };
  }

  #map(map: YAMLMap): MapShape {
    const members = once(() => this.#members(map));
    return {
      kind: 'map',
      keys: map.items.flatMap(({ key }) => (isScalar(key) ? [keyName(key)] : [])),
      member: (key) => members().get(key)?.(),
      append: (keys, tags) => this.#append(map, keys, tags),
    };
  }

  #members(map: YAMLMap): ReadonlyMap<string, () => Shape> {
    const members = new Map<string, () => Shape>();
    for (const pair of map.items) {
      if (!isScalar(pair.key)) continue;
      const { start } = extentOf(pair.key);
      const column = start - lineStart(this.#text, start);
      const around = { colon: behindColon(pair), flow: map.flow === true, column };
      members.set(
        keyName(pair.key),
        once(() => this.shapeOf(pair.value, around)),
      );
    }
    return members;
  }

  #append(map: YAMLMap, keys: readonly string[], tags: readonly string[]): readonly TextEdit[] {
    if (keys[0] !== undefined && this.#isMerged(map, keys[0]))
      throw new CannotWrite('its tags come through a merge key (<<), and others take them from there too');
    if (map.flow !== true) return appendToBlock(this.#text, map, keys, tags);
    const added = [memberLine(keys, tags, styleBeside(this.#text, map))];
    const source = { text: this.#text, ...bracketsOf(map), members: map.items.map(extentOfPair), comments: true };
    return [editFlow(source, { added })];
  }

  #isMerged(map: YAMLMap, key: string): boolean {
    return map.items.some((pair) => {
      if (!isScalar(pair.key) || pair.key.value !== '<<') return false;
      const sources: readonly unknown[] = isSeq(pair.value) ? pair.value.items : [pair.value];
      return sources.some((source) => {
        const target = isAlias(source) ? source.resolve(this.#document) : source;
        return isMap(target) && target.items.some((one) => isScalar(one.key) && keyName(one.key) === key);
      });
    });
  }

  #list(list: YAMLSeq, colon: number | undefined): ListShape {
    const items = once(() => list.items.map((item) => once(() => this.shapeOf(item, { flow: list.flow === true }))));
    return {
      kind: 'list',
      texts: list.items.map((item) => tagTextOf(isAlias(item) ? item.resolve(this.#document) : item)),
      item: (index) => items()[index]?.(),
      edit: (plan) => (list.flow === true ? [this.#editFlowList(list, plan)] : this.#editBlockList(list, plan, colon)),
    };
  }

  #editFlowList(list: YAMLSeq, plan: ListPlan): TextEdit {
    const members = list.items.map(extentOf);
    const like = lastRawOf(this.#text, list);
    const replaced = new Map([...plan.replaced].map(([at, tag]) => [at, this.#scalarFor(list, at, tag)]));
    const added = plan.added.map((tag) => yamlScalar(tag, like, true));
    const source = { text: this.#text, ...bracketsOf(list), members, comments: true };
    return editFlow(source, { replaced, removed: plan.removed, added });
  }

  #editBlockList(list: YAMLSeq, plan: ListPlan, colon: number | undefined): readonly TextEdit[] {
    const items = dashesOf(list).map((dash, at) => {
      const item = list.items[at];
      const raw = rawOf(this.#text, item);
      return { dash, end: isBlank(item) ? dash + 1 : extentOf(item).end, ...(raw === undefined ? {} : { raw }) };
    });
    const replaced = [...plan.replaced].map(([at, tag]) => ({
      ...extentOf(list.items[at]),
      text: this.#scalarFor(list, at, tag),
    }));
    return [...replaced, ...editBlockList(this.#text, items, plan, colon)];
  }

  #scalarFor(list: YAMLSeq, at: number, tag: string): string {
    const raw = rawOf(this.#text, list.items[at]);
    if (raw !== undefined && /[\r\n]/.test(raw)) throw new CannotWrite('a tag of it goes over several lines');
    return yamlScalar(tag, raw, list.flow === true);
  }

  #tagText(value: string, extent: Extent, flow: boolean): TextShape {
    const raw = this.#text.slice(extent.start, extent.end);
    return {
      kind: 'text',
      texts: partsOfText(value),
      edit(plan) {
        if (/[\r\n]/.test(raw)) throw new CannotWrite('its tags are a text of several lines');
        const after = editedText(value, plan);
        return [{ ...extent, text: after.trim() === '' ? '[]' : yamlScalar(after, raw, flow) }];
      },
    };
  }

  #empty(extent: Extent, { flow, column = 0 }: Around): EmptyShape {
    const text = this.#text;
    const { start, end } = extent;
    return {
      kind: 'empty',
      fill(keys, tags) {
        if (keys.length === 0 || flow === true || start < end) {
          const value = keys.length === 0 ? memberLine([], tags, {}) : `{${memberLine(keys, tags, {})}}`;
          return [{ start, end, text: start === end ? ` ${value}` : value }];
        }
        const at = lineEnd(text, start);
        const lead = eolAt(text, start) + ' '.repeat(column + 2);
        return [
          {
            start: at,
            end: at,
            text: memberLines(keys, tags, {})
              .map((line) => lead + line)
              .join(''),
          },
        ];
      },
    };
  }
}
