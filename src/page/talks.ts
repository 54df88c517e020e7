/** The talks that the page carries, and those of them that a view asks for. */
import { CoverageCounter } from '../coverage/counter.ts';
import type { CountedTalk, CoverageGroup } from '../coverage/types.ts';
import type { View } from '../report/coverage/html/address.ts';
import {
  EVIDENCE_FIELDS,
  type PageConcept,
  type PageData,
  type PageTalk,
  STATUSES,
} from '../report/coverage/html/data.ts';

export interface ShownTag {
  readonly concept: PageConcept;
  readonly percent: number;
  readonly isPrimary: boolean;
  readonly words: readonly { readonly text: string; readonly term: string; readonly field: number }[];
  readonly more: number;
}

export interface ShownTalk {
  readonly title: string;
  readonly event: string;
  readonly date: string;
  readonly lang: string;
  readonly speakers: readonly string[];
  readonly organisations: readonly string[];
  readonly url: string;
  readonly status: (typeof STATUSES)[number];
  readonly tags: readonly ShownTag[];
}

export class Talks {
  readonly count: number;
  readonly #data: PageData;
  readonly #rows: readonly PageTalk[];
  readonly #conceptIndex: ReadonlyMap<string, number>;
  readonly #groupIndex: ReadonlyMap<string, number>;
  /** By talk, what text is looked for in; made when somebody first looks. */
  #searched: string[] | undefined;

  constructor(data: PageData) {
    this.#data = data;
    this.#rows = data.talks ?? [];
    this.count = this.#rows.length;
    this.#conceptIndex = new Map(data.concepts.map(({ id }, index) => [id, index]));
    this.#groupIndex = new Map(data.groups.map((name, index) => [name, index]));
  }

  /** Indexes of the talks that match all that the view asks for; a name that is none asks for nothing. */
  matching(view: View): readonly number[] {
    const concept = view.concept === undefined ? undefined : this.#conceptIndex.get(view.concept);
    const group = view.group === undefined ? undefined : this.#groupIndex.get(view.group);
    const status = view.status === undefined ? undefined : STATUSES.indexOf(view.status);
    const lang = view.lang === undefined ? undefined : this.#data.strings.indexOf(view.lang);
    const words = searchable(view.text).split(' ').filter(Boolean);
    const found: number[] = [];
    for (const [index, row] of this.#rows.entries()) {
      if (status !== undefined && row[9] !== status) continue;
      if (lang !== undefined && lang >= 0 && row[4] !== lang) continue;
      if (group !== undefined && !row[7].includes(group)) continue;
      if (concept !== undefined && !this.#treats(row, concept, view.primary)) continue;
      if (words.length > 0 && !words.every((word) => this.#text(index).includes(word))) continue;
      found.push(index);
    }
    return found;
  }

  shown(index: number): ShownTalk | undefined {
    const row = this.#rows[index];
    if (row === undefined) return undefined;
    const [title, event, year, date, lang, speakers, organisations, , url, status, primary, tags] = row;
    return {
      title,
      event: this.#string(event),
      date: date || (year === 0 ? '' : String(year)),
      lang: this.#string(lang),
      speakers: speakers.map((one) => this.#string(one)),
      organisations: organisations.map((one) => this.#string(one)),
      url,
      status: STATUSES[status] ?? 'untagged',
      tags: tags.flatMap(([at, percent, evidence, more]) => {
        const concept = this.#data.concepts[at];
        if (concept === undefined) return [];
        const words = evidence.map(([text, term, field]) => ({
          text: this.#string(text),
          term: this.#string(term),
          field,
        }));
        return [{ concept, percent, isPrimary: at === primary, words, more }];
      }),
    };
  }

  /** A group counted as the report counts: by the same code, from the same talks. */
  group(index: number): CoverageGroup {
    const { weight, includeReview } = this.#data;
    const counter = new CoverageCounter({ weight, includeReview, years: false });
    for (const [at, row] of this.#rows.entries()) if (row[7].includes(index)) counter.add(this.#counted(row, at));
    return counter.coverage().all;
  }

  #counted(row: PageTalk, at: number): CountedTalk {
    const { concepts } = this.#data;
    return {
      id: String(at),
      title: row[0],
      source: { path: '' },
      status: STATUSES[row[9]] ?? 'untagged',
      primary: concepts[row[10]]?.id ?? null,
      tags: row[11].flatMap(([index, percent]) => {
        const concept = concepts[index];
        if (concept === undefined) return [];
        const part = (concept.part === undefined ? concept : concepts[concept.part])?.id ?? concept.id;
        return [{ id: concept.id, part, confidence: percent / 100, evidence: [] }];
      }),
    };
  }

  #treats(row: PageTalk, concept: number, primary: boolean): boolean {
    if (primary) return row[10] === concept || this.#data.concepts[row[10]]?.part === concept;
    return row[11].some(([tag]) => tag === concept || this.#data.concepts[tag]?.part === concept);
  }

  #text(index: number): string {
    this.#searched ??= this.#rows.map((row) => searchable(this.#texts(row).join('\n')));
    return this.#searched[index] ?? '';
  }

  #texts([title, event, year, date, , speakers, organisations, , , , , tags]: PageTalk): readonly string[] {
    const words = tags.flatMap(([at, , evidence]) => {
      const label = this.#data.concepts[at]?.label;
      return [
        label?.en ?? '',
        label?.ja ?? '',
        ...evidence.flatMap(([text, term]) => [this.#string(text), this.#string(term)]),
      ];
    });
    const names = [event, ...speakers, ...organisations].map((one) => this.#string(one));
    return [title, String(year || ''), date, ...names, ...words];
  }

  #string(index: number): string {
    return this.#data.strings[index] ?? '';
  }
}

/** One form of what is alike: width, case and blanks make no difference. */
function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export function fieldOf(index: number): (typeof EVIDENCE_FIELDS)[number] {
  return EVIDENCE_FIELDS[index] ?? 'body';
}
