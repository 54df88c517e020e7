/** Finds every label in a text: hits with their spans, before any judgement. */
import type { IndexedLabel, LexicalIndex, Pattern } from './lexical-index.ts';
import { normalize, type NormalText, sourceEnd, sourceStart } from './normalize.ts';
import { Tokenizer, type Tokens } from './tokens.ts';

/** A label's wording in a text; offsets are UTF-16 code units of the normal text. */
export interface Hit {
  readonly indexed: IndexedLabel;
  readonly start: number;
  readonly end: number;
}

export interface Matches {
  readonly normal: NormalText;
  /** By start, longer ones first. */
  readonly hits: readonly Hit[];
  /** For each context that occurs, where: start, end, start, end … ascending by start. */
  readonly contexts: ReadonlyMap<number, readonly number[]>;
}

export class Matcher {
  private readonly index: LexicalIndex;
  private readonly tokenizer: Tokenizer;

  constructor(index: LexicalIndex) {
    this.index = index;
    this.tokenizer = new Tokenizer(index.lexicon);
  }

  match(source: string): Matches {
    const normal = normalize(source);
    const tokens = this.tokenizer.tokenize(normal.text);
    const hits: Hit[] = [];
    const contexts = new Map<number, number[]>();
    for (let at = 0; at < tokens.length; at++) {
      const id = tokens.ids[at] ?? 0;
      const head = id === 0 ? undefined : this.index.heads.get(id);
      if (head === undefined) continue;
      const next = at + 1 < tokens.length && tokens.joined[at + 1] === 1 ? (tokens.ids[at + 1] ?? 0) : 0;
      const longer = next === 0 ? undefined : head.bySecond.get(next);
      if (longer !== undefined) {
        for (const pattern of longer) {
          if (continues(pattern, tokens, at)) collect(pattern, tokens, at, normal, hits, contexts);
        }
      }
      if (head.single !== undefined) collect(head.single, tokens, at, normal, hits, contexts);
    }
    return { normal, hits, contexts };
  }
}

function continues({ ids }: Pattern, tokens: Tokens, at: number): boolean {
  if (at + ids.length > tokens.length) return false;
  for (let i = 2; i < ids.length; i++) {
    if (tokens.ids[at + i] !== ids[i] || tokens.joined[at + i] !== 1) return false;
  }
  return true;
}

function collect(
  pattern: Pattern,
  tokens: Tokens,
  at: number,
  normal: NormalText,
  hits: Hit[],
  contexts: Map<number, number[]>,
): void {
  const start = tokens.starts[at] ?? 0;
  const end = tokens.ends[at + pattern.ids.length - 1] ?? start;
  for (const context of pattern.contexts) {
    const places = contexts.get(context);
    if (places === undefined) contexts.set(context, [start, end]);
    else places.push(start, end);
  }
  for (const indexed of pattern.labels) {
    if (isWhole(indexed, normal, start, end) && isInCase(indexed, normal, start, end)) hits.push({ indexed, start, end });
  }
}

/** A short katakana or kanji label must not be the inside of a longer word of its script. */
function isWhole({ guard }: IndexedLabel, { text }: NormalText, start: number, end: number): boolean {
  return guard === undefined || !(guard.test(text.charAt(start - 1)) || guard.test(text.charAt(end)));
}

function isInCase({ label }: IndexedLabel, normal: NormalText, start: number, end: number): boolean {
  if (!label.case) return true;
  const found = normal.source.slice(sourceStart(normal, start), sourceEnd(normal, end)).normalize('NFKC');
  const wanted = label.text.normalize('NFKC');
  return found === wanted || found === `${wanted}s`;
}
