/** A taxonomy file as text with positions: YAML, and JSON as the part of YAML that it is. Nothing in it is ever run. */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  visit,
} from 'yaml';
import type { Mistake, Place, TaxonomyFinding } from './findings.ts';

/** Nesting beyond this many levels is refused; a label's options stand on the seventh. */
const MAX_DEPTH = 64;
/** How often anchored values may be repeated, all together. */
const MAX_ALIASES = 100;
/** Names that JavaScript objects answer to by themselves. */
const RESERVED: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);

export type NodePath = readonly PropertyKey[];

export interface Source {
  readonly path: string;
  /** The content as plain values; undefined where it could not be made out. */
  readonly value: unknown;
  /** What is wrong with the file as YAML; nothing is read from a file with any. */
  readonly findings: readonly TaxonomyFinding[];
  /** The place of a value, or of the nearest one around it that the file has. */
  placeOf(path: NodePath): Place;
  /** The place of a key of the map at `path`. */
  placeOfKey(path: NodePath, key: string): Place;
}

/** Reads `text`; never throws for what stands in it. */
export function parseSource(path: string, text: string): Source {
  return new YamlSource(path, text);
}

class YamlSource implements Source {
  readonly path: string;
  readonly value: unknown;
  readonly findings: readonly TaxonomyFinding[];
  private readonly text: string;
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    const tokens = [...new Parser(this.lines.addNewLine).parse(text)];
    const tooDeep = tokens.map(offsetTooDeep).find((offset) => offset !== undefined);
    if (tooDeep !== undefined) {
      this.findings = [this.at(tooDeep, { code: 'too-deep', limit: MAX_DEPTH })];
      return;
    }
    const [document, second] = [
      ...new Composer({ keepSourceTokens: false, logLevel: 'silent' }).compose(tokens, true, text.length),
    ];
    this.document = document;
    this.findings = [
      ...this.syntax(document),
      ...(second === undefined
        ? []
        : [
            this.at(second.range[0], {
              code: 'syntax',
              reason: 'a taxonomy is one YAML document, here a second one begins',
            }),
          ]),
    ];
    if (document === undefined || this.findings.length > 0) return;
    try {
      this.value = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      this.findings = [this.at(0, { code: 'alias-bomb' })];
    }
  }

  placeOf(path: NodePath): Place {
    let node: unknown = this.document?.contents;
    let found = node;
    for (const key of path) {
      node = this.step(node, key);
      if (node === undefined) break;
      found = node;
    }
    return this.place(startOf(found));
  }

  placeOfKey(path: NodePath, key: string): Place {
    let node: unknown = this.document?.contents;
    for (const step of path) node = this.step(node, step);
    const map = this.resolve(node);
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return this.place(startOf(pair?.key ?? node));
  }

  private step(node: unknown, key: PropertyKey): unknown {
    const holder = this.resolve(node);
    if (isMap(holder)) return holder.get(String(key), true) ?? undefined;
    return isSeq(holder) && typeof key === 'number' ? holder.get(key, true) : undefined;
  }

  private resolve(node: unknown): unknown {
    return isAlias(node) && this.document !== undefined ? node.resolve(this.document) : node;
  }

  private syntax(document: Document.Parsed | undefined): readonly TaxonomyFinding[] {
    if (document === undefined) return [];
    const errors = document.errors.map(({ pos, message }) =>
      this.at(pos[0], { code: 'syntax', reason: firstLine(message) }),
    );
    const tags = document.warnings
      .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
      .map(({ pos }) => this.at(pos[0], { code: 'code-tag', tag: this.text.slice(pos[0], pos[1]) }));
    const keys: TaxonomyFinding[] = [];
    visit(document, {
      Pair: (_, { key }) => {
        if (isScalar(key) && RESERVED.has(key.value))
          keys.push(this.at(startOf(key), { code: 'reserved-key', key: String(key.value) }));
      },
    });
    return [...errors, ...tags, ...keys];
  }

  private at(offset: number, mistake: Mistake): TaxonomyFinding {
    return { ...mistake, severity: 'error', place: this.place(offset) };
  }

  private place(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    const start = this.lines.lineStarts[line - 1] ?? 0;
    const end = this.lines.lineStarts[line] ?? this.text.length + 1;
    const text = this.text.slice(start, end - 1).replace(/\r$/, '');
    return { path: this.path, line: Math.max(1, line), column: Math.max(1, col), text };
  }
}

function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

/** The library's message without the excerpt it adds. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}

/** Where the first token below `MAX_DEPTH` begins. Walked with a stack of our own, so that depth cannot exhaust the machine's. */
function offsetTooDeep(root: CST.Token): number | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document') {
      if (token.value !== undefined) open.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const item of token.items) {
        for (const inner of [item.key, item.value]) if (inner != null) open.push({ token: inner, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
