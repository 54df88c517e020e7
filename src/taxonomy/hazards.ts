/** What YAML allows and a taxonomy refuses: depth without end, aliases that multiply, tags for code, keys that objects answer to themselves. */
import { type CST, type Document, isAlias, isCollection, isPair, isScalar, type Node } from 'yaml';
import type { Mistake } from './findings.ts';

/** Nesting beyond this many levels is refused; a label's options stand on the seventh. */
export const MAX_DEPTH = 64;
/** How many values more than the file writes its aliases may stand for. */
const MAX_ALIASED = 1_000_000;
/** Names that JavaScript objects answer to by themselves. */
const RESERVED: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);

export interface Hazard {
  /** UTF-16 code units into the text. */
  readonly offset: number;
  readonly mistake: Mistake;
}

/** Where the first token below `MAX_DEPTH` begins. Walked with a stack of its own, so that depth cannot exhaust the machine's. */
export function offsetTooDeep(root: CST.Token): number | undefined {
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

/** Hazards of a document that is not too deep. `text`: what it was parsed from. */
export function hazardsOf(document: Document.Parsed, text: string): readonly Hazard[] {
  const tags = document.warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map(({ pos }): Hazard => ({ offset: pos[0], mistake: { code: 'code-tag', tag: text.slice(pos[0], pos[1]) } }));
  const walk = new Walk();
  const size = walk.size(document.contents);
  if (size > walk.written + MAX_ALIASED)
    walk.hazards.push({ offset: walk.firstAlias, mistake: { code: 'alias-bomb' } });
  return [...tags, ...walk.hazards];
}

/** One pass over the nodes in the order of the text; anchors stand before their aliases. */
class Walk {
  readonly hazards: Hazard[] = [];
  /** Values that the file writes. */
  written = 0;
  firstAlias = 0;
  /** How many values each anchor stands for; without end while it is open, since an alias to itself never ends. */
  private readonly anchors = new Map<string, number>();

  /** How many values a node stands for, aliases followed. */
  size(node: unknown): number {
    if (isAlias(node)) return this.aliasSize(node.source, startOf(node));
    if (isPair(node)) {
      if (isScalar(node.key) && RESERVED.has(node.key.value)) {
        this.hazards.push({
          offset: startOf(node.key),
          mistake: { code: 'reserved-key', key: String(node.key.value) },
        });
      }
      return this.size(node.key) + this.size(node.value);
    }
    this.written++;
    if (!isScalar(node) && !isCollection(node)) return 1;
    const { anchor } = node;
    if (anchor !== undefined) this.anchors.set(anchor, Number.POSITIVE_INFINITY);
    let size = 1;
    if (isCollection(node)) for (const item of node.items) size += this.size(item);
    if (anchor !== undefined) this.anchors.set(anchor, size);
    return size;
  }

  private aliasSize(anchor: string, offset: number): number {
    if (this.firstAlias === 0) this.firstAlias = offset;
    const size = this.anchors.get(anchor);
    if (size !== undefined) return size;
    this.hazards.push({
      offset,
      mistake: { code: 'syntax', reason: `there is no anchor "&${anchor}" before this alias` },
    });
    return 1;
  }
}

/** Where a node begins, a pair with its key. */
export function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}
