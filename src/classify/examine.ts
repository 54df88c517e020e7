/** From a talk to what it holds: the hits that count in each of its texts, the scores of the concepts, the learned words. */
import type { Field, Talk } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { validHits } from './conditions.ts';
import { buildIndex, labelsOf } from './lexical-index.ts';
import { Matcher } from './match.ts';
import { foundWords, type TalkEvidence } from './model.ts';
import { type PlaceHits, SCORING, scoreTalk, textLength } from './score.ts';
import { buildWordTable, type WordTable } from './words.ts';

export interface Examined extends TalkEvidence {
  readonly places: readonly PlaceHits[];
}

export class Examiner {
  private readonly taxonomy: Taxonomy;
  private readonly matcher: Matcher;

  /**
   * The taxonomy is compiled to a matcher here, once.
   * @param words keys of learned words, or the table that was made of them
   */
  constructor(taxonomy: Taxonomy, words?: readonly string[] | WordTable) {
    this.taxonomy = taxonomy;
    const index = taxonomy.index ?? buildIndex(taxonomy);
    const table = words === undefined || !('length' in words) ? words : buildWordTable(words, index.tokens);
    this.matcher = new Matcher(index, taxonomy.labelTable ?? labelsOf(taxonomy), table);
  }

  examine(talk: Talk): Examined {
    const places = fieldTexts(talk).map(({ field, text, base }): PlaceHits => {
      const matches = this.matcher.match(text);
      const { normal, words, tokens } = matches;
      return { place: { field, base, normal }, hits: validHits(matches), words, tokens };
    });
    return {
      places,
      scores: scoreTalk(places, this.taxonomy, SCORING),
      facts: { length: textLength(places), japanese: talk.lang?.split('-')[0] === 'ja' },
      lang: talk.lang,
      words: foundWords(places),
    };
  }
}

interface FieldText {
  readonly field: Field;
  readonly text: string;
  /** Offset of the text in its field. */
  readonly base: number;
}

/** The texts that may hold evidence; each keyword stands for itself. */
function fieldTexts(talk: Talk): readonly FieldText[] {
  const texts: FieldText[] = [{ field: 'title', text: talk.title, base: 0 }];
  if (talk.abstract !== undefined) texts.push({ field: 'abstract', text: talk.abstract, base: 0 });
  if (talk.body !== undefined) texts.push({ field: 'body', text: talk.body, base: 0 });
  let base = 0;
  for (const keyword of talk.keywords ?? []) {
    texts.push({ field: 'keywords', text: keyword, base });
    base += keyword.length + 1;
  }
  return texts;
}
