/** A taxonomy or config file as text with positions: YAML, and JSON as the part of YAML that it is. Nothing in it is ever run. */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import { LineIndex } from '../sources/lines.ts';
import type { Mistake, Place, TaxonomyFinding } from './findings.ts';
import { hazardsOf, MAX_DEPTH, offsetTooDeep, startOf } from './hazards.ts';

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

/** Reads `text`; never throws for what stands in it. `what` the file is, for messages. */
export function parseSource(path: string, text: string, what = 'a taxonomy'): Source {
  return new YamlSource(path, text, what);
}

class YamlSource implements Source {
  readonly path: string;
  readonly value: unknown;
  readonly findings: readonly TaxonomyFinding[];
  private readonly what: string;
  private readonly text: string;
  private readonly lines: LineIndex;
  private readonly document: Document.Parsed | undefined;

  constructor(path: string, text: string, what: string) {
    this.path = path;
    this.what = what;
    this.text = text;
    this.lines = new LineIndex(text);
    const tokens = [...new Parser().parse(text)];
    const tooDeep = tokens.map(offsetTooDeep).find((offset) => offset !== undefined);
    if (tooDeep !== undefined) {
      this.findings = [this.at(tooDeep, { code: 'too-deep', limit: MAX_DEPTH })];
      return;
    }
    const [document, second] = new Composer({ keepSourceTokens: false, logLevel: 'silent' }).compose(
      tokens,
      true,
      text.length,
    );
    this.document = document;
    this.findings = document === undefined ? [] : this.mistakes(document, second);
    if (document !== undefined && this.findings.length === 0) this.value = document.toJS({ maxAliasCount: -1 });
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
    // A key such as 2020 is a number to YAML, and text in the values.
    if (isMap(holder)) return holder.get(String(key), true) ?? holder.get(Number(key), true) ?? undefined;
    return isSeq(holder) && typeof key === 'number' ? holder.get(key, true) : undefined;
  }

  private resolve(node: unknown): unknown {
    return isAlias(node) && this.document !== undefined ? node.resolve(this.document) : node;
  }

  private mistakes(document: Document.Parsed, second: Document.Parsed | undefined): readonly TaxonomyFinding[] {
    return [
      ...document.errors.map(({ pos, message }) => this.at(pos[0], { code: 'syntax', reason: firstLine(message) })),
      ...hazardsOf(document, this.text).map(({ offset, mistake }) => this.at(offset, mistake)),
      ...(second === undefined
        ? []
        : [this.at(second.range[0], { code: 'syntax', reason: `${this.what} ${SECOND_DOCUMENT}` })]),
    ];
  }

  private at(offset: number, mistake: Mistake): TaxonomyFinding {
    return { ...mistake, severity: 'error', place: this.place(offset) };
  }

  private place(offset: number): Place {
    const at = Math.min(offset, this.text.length);
    const { line, column } = this.lines.at(at);
    const start = at - column + 1;
    const end = this.text.indexOf('\n', start);
    const text = this.text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
    return { path: this.path, line, column, text };
  }
}

const SECOND_DOCUMENT = 'is one YAML document, here a second one begins';

/** The library's message without the excerpt it adds. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
