/**
 * Words that a model may learn: English stems and pairs of them, runs of katakana, short runs of kanji, and runs cut into pairs (機械|学習). No dictionary
 * and no tokenizer: what stands in enough talks is a word.
 */
import { normalize, sourceEnd, sourceStart } from '../classify/normalize.ts';
import { stem } from '../classify/stem.ts';
import { labelKey, type Token, tokensOf } from '../classify/tokens.ts';

export interface Candidate {
  /** As `labelKey` would give it. */
  readonly key: string;
  /** The wording that most talks use, in lower case. */
  readonly word: string;
  /** Talks that hold it. */
  readonly talks: number;
}

/** Words that carry the sentence, not its subject. */
const STOP_WORDS = new Set(
  (
    'a about after all also an and any are as at be because been before being both but by can could did do does doing don down ' +
    'each few for from get had has have having he her here him his how i if in into is it its just let like ll me more most my no ' +
    'nor not now of off on once one only or other our out over own re s same she should so some such t than that the their them ' +
    'then there these they this those through to too under until up us use used uses using ve very was we were what when where ' +
    'which while who why will with would you your ain aren couldn didn doesn hadn hasn haven isn mustn shan shouldn wasn weren won ' +
    'wouldn de del des die der du el en et la le les un und'
  ).split(' '),
);
/** What is left of them when stemmed: `are` and the abbreviation AR come to the same. */
const STOP_STEMS = new Set(Array.from(STOP_WORDS, stem));
const LATIN = /^[a-z\u00c0-\u024f][a-z0-9\u00c0-\u024f]+$/;
const KATAKANA = /^[\u30a1-\u30fa]$/;
const KANJI = /^[\u4e00-\u9fff々]$/;
const LONGEST_KATAKANA = 12;
const LONGEST_KANJI = 4;

/** A phrase of tokens in a text. */
interface Phrase {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** @param talks the texts of each talk, as they were written @param atLeast talks that must hold a word */
export function candidatesOf(talks: Iterable<readonly string[]>, atLeast: number): readonly Candidate[] {
  const counts = new Map<string, { talks: number; readonly wordings: Map<string, number> }>();
  for (const texts of talks) {
    const seen = new Set<string>();
    for (const text of texts) {
      const normal = normalize(text);
      for (const { key, start, end } of phrasesIn(normal.text)) {
        if (seen.has(key)) continue;
        seen.add(key);
        const count = counts.get(key) ?? { talks: 0, wordings: new Map<string, number>() };
        counts.set(key, count);
        count.talks++;
        const wording = tidy(normal.source.slice(sourceStart(normal, start), sourceEnd(normal, end)));
        count.wordings.set(wording, (count.wordings.get(wording) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .filter(([, count]) => count.talks >= atLeast)
    .map(([key, count]) => ({ key, word: commonest(key, count.wordings), talks: count.talks }))
    .filter(({ word }) => word !== '')
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function tidy(wording: string): string {
  return wording.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/** Longer wordings are no words, but data that stands in a text, UTF-16 code units. */
const LONGEST_WORDING = 200;

/**
 * Among the wordings that by themselves have this key: half of ㍿ (株式会社) has another, and a model that wrote it would not be read.
 * Empty where there is none.
 */
function commonest(key: string, wordings: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0];
  for (const [wording, count] of wordings) {
    const isBetter = count > most || (count === most && wording < best);
    if (isBetter && wording.length <= LONGEST_WORDING && labelKey(normalize(wording).text) === key)
      [best, most] = [wording, count];
  }
  return best;
}

function phrasesIn(text: string): readonly Phrase[] {
  const tokens = tokensOf(text);
  const phrases: Phrase[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    if (KATAKANA.test(token.text)) at = pushKatakana(tokens, at, phrases);
    else if (KANJI.test(token.text)) at = pushKanji(tokens, at, phrases);
    else {
      pushLatin(token, tokens[at + 1], phrases);
      at++;
    }
  }
  return phrases;
}

function pushLatin(token: Token, next: Token | undefined, phrases: Phrase[]): void {
  if (!isContent(token)) return;
  const key = stem(token.text);
  phrases.push({ key, start: token.start, end: token.end });
  if (next?.joined === true && isContent(next))
    phrases.push({ key: `${key} ${stem(next.text)}`, start: token.start, end: next.end });
}

function isContent({ text }: Token): boolean {
  return LATIN.test(text) && !STOP_WORDS.has(text) && !STOP_STEMS.has(stem(text));
}

/** Where the run of `kind` that begins at `from` ends. */
function runEnd(tokens: readonly Token[], from: number, kind: RegExp): number {
  let end = from + 1;
  for (; ; end++) {
    const token = tokens[end];
    if (token === undefined || token.start !== tokens[end - 1]?.end || !kind.test(token.text)) return end;
  }
}

function phrase(tokens: readonly Token[], from: number, to: number): Phrase {
  const run = tokens.slice(from, to);
  return { key: run.map(({ text }) => text).join(''), start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}

function pushKatakana(tokens: readonly Token[], from: number, phrases: Phrase[]): number {
  const to = runEnd(tokens, from, KATAKANA);
  if (to - from > 1 && to - from <= LONGEST_KATAKANA) phrases.push(phrase(tokens, from, to));
  return to;
}

function pushKanji(tokens: readonly Token[], from: number, phrases: Phrase[]): number {
  const to = runEnd(tokens, from, KANJI);
  if (to - from > 2 && to - from <= LONGEST_KANJI) phrases.push(phrase(tokens, from, to));
  for (let at = from; at + 2 <= to; at += 2) phrases.push(phrase(tokens, at, at + 2));
  return to;
}
