/** Looks for words in talks: each text that talks share is looked at once, not once a talk. */
import type { PageData, PageTalk } from '../report/coverage/html/data.ts';

/** Words, or several in quotes, of which the last may still be open while somebody types. */
const WORD = /["“”「](?<phrase>[^"“”」]*)["“”」]?|[^\s"“”「]+/g;

/** The words to look for, in the form that texts are compared in; what stands in quotes is one. */
export function wordsOf(text: string): readonly string[] {
  const words = [...searchable(text).matchAll(WORD)].map(([word, phrase]) => phrase ?? word);
  return words.map((word) => word.trim().replace(/\s+/g, ' ')).filter(Boolean);
}

/** Width and case make no difference; of letters with more than two cases either. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase().toUpperCase();
}

type HoldsIn = (talk: number) => boolean;

export class Search {
  readonly #rows: readonly PageTalk[];
  readonly #titles: readonly string[];
  readonly #strings: readonly string[];
  readonly #labels: readonly string[];
  readonly #organisations: readonly string[];
  /** The words asked for last. */
  #known: ReadonlyMap<string, HoldsIn> = new Map();

  constructor({ talks = [], strings, concepts, organisations }: PageData) {
    this.#rows = talks;
    this.#titles = talks.map(([title, , year, date]) => searchable(`${title}\n${year || ''}\n${date}`));
    this.#strings = strings.map(searchable);
    this.#labels = concepts.map(({ label }) => searchable(`${label.en}\n${label.ja}`));
    this.#organisations = organisations.map(searchable);
  }

  /** Whether a talk holds all of the words, each of them anywhere. While somebody types, only the last of them is new. */
  holding(words: readonly string[]): HoldsIn {
    const known = this.#known;
    this.#known = new Map(words.map((word) => [word, known.get(word) ?? this.#holdingOne(word)]));
    const tests = [...this.#known.values()];
    return (talk) => tests.every((test) => test(talk));
  }

  #holdingOne(word: string): HoldsIn {
    const holds = (text: string): boolean => text.includes(word);
    const strings = this.#strings.map(holds);
    const labels = this.#labels.map(holds);
    const organisations = this.#organisations.map(holds);
    const isHit = (index: number): boolean => strings[index] === true;
    return (talk) => {
      const row = this.#rows[talk];
      if (row === undefined) return false;
      if (holds(this.#titles[talk] ?? '')) return true;
      const [, event, , , , speakers, from, , , , , tags] = row;
      return (
        isHit(event) ||
        speakers.some(isHit) ||
        from.some((index) => organisations[index] === true) ||
        tags.some(
          ([concept, , evidence]) =>
            labels[concept] === true ||
            evidence.some(([text, , term]) => isHit(text) || (term !== undefined && isHit(term))),
        )
      );
    };
  }
}
