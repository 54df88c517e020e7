/** The talks that the page carries, and those of them that a view asks for. */
import { CoverageCounter } from '../coverage/counter.ts';
import { wilson } from '../coverage/statistics.ts';
import type { CountedTalk, CoverageGroup } from '../coverage/types.ts';
import type { View } from '../report/coverage/html/address.ts';
import {
  EVIDENCE_FIELDS,
  type PageConcept,
  type PageData,
  type PageTalk,
  partOfTag,
  STATUSES,
} from '../report/coverage/html/data.ts';
import type { Both } from '../report/coverage/html/node.ts';
import { shareSaid } from '../report/coverage/html/sentences.ts';
import { interval, percent } from '../report/coverage/words.ts';
import { Search, wordsOf } from './search.ts';

export interface ShownTag {
  readonly concept: PageConcept;
  readonly percent: number;
  readonly isPrimary: boolean;
  readonly words: readonly { readonly text: string; readonly field: number; readonly term?: string }[];
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

/** Whether a talk is one that was asked for. */
type Test = (row: PageTalk, index: number) => boolean;

export class Talks {
  readonly count: number;
  readonly #data: PageData;
  readonly #rows: readonly PageTalk[];
  readonly #conceptIndex: ReadonlyMap<string, number>;
  readonly #groupIndex: ReadonlyMap<string, number>;
  #search: Search | undefined;

  constructor(data: PageData) {
    this.#data = data;
    this.#rows = data.talks ?? [];
    this.count = this.#rows.length;
    this.#conceptIndex = new Map(data.concepts.map(({ id }, index) => [id, index]));
    this.#groupIndex = new Map(data.groups.map((name, index) => [name, index]));
  }

  /** Indexes of the talks that match all that the view asks for; a name that is none asks for nothing. */
  matching(view: View): readonly number[] {
    const tests = [...this.#testsOfNames(view), ...this.#testsOfTalk(view)];
    const found: number[] = [];
    for (const [index, row] of this.#rows.entries()) if (tests.every((test) => test(row, index))) found.push(index);
    return found;
  }

  /** What the view names, and the page knows. */
  #testsOfNames({ concept, group, tool, organisation, lang, primary }: View): readonly Test[] {
    const { strings, tools, organisations } = this.#data;
    return [
      testOf(this.#conceptIndex.get(concept ?? ''), (at) => (row) => this.#treats(row, at, primary)),
      testOf(group === undefined ? undefined : this.#groupIndex.get(group), (at) => (row) => row[7].includes(at)),
      testOf(indexIn(tools, tool), (at) => (row) => row[12].includes(at)),
      testOf(indexIn(organisations, organisation), (at) => (row) => row[6].includes(at)),
      testOf(indexIn(strings, lang), (at) => (row) => row[4] === at),
    ].flat();
  }

  #testsOfTalk({ status, text }: View): readonly Test[] {
    const words = wordsOf(text);
    if (words.length > 0) this.#search ??= new Search(this.#data);
    const holdsWords = words.length === 0 ? undefined : this.#search?.holding(words);
    return [
      testOf(indexIn(STATUSES, status), (at) => (row) => row[9] === at),
      ...(holdsWords === undefined ? [] : [(_: PageTalk, index: number) => holdsWords(index)]),
    ].flat();
  }

  /** The share that a number of the page stands for, of a view that asks for the very talks that it counts. */
  share(view: View, found: number): Both | undefined {
    const { concept, group, tool, organisation, lang, status, text, primary } = view;
    const { weight, includeReview } = this.#data;
    const narrowed = [tool, organisation, lang].some((name) => name !== undefined) || text.trim() !== '';
    const isCounted = primary === (weight === 'primary') && status === (includeReview ? undefined : 'tagged');
    if (narrowed || !isCounted || !this.#conceptIndex.has(concept ?? '')) return undefined;
    const at = group === undefined ? undefined : this.#groupIndex.get(group);
    const of = at === undefined ? this.count : this.#rows.filter((row) => row[7].includes(at)).length;
    if (of === 0) return undefined;
    const range = interval(wilson(found, of), '–');
    return shareSaid({ share: percent(found / of), range, of, isGroup: at !== undefined });
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
      organisations: organisations.flatMap((one) => this.#data.organisations[one] ?? []),
      url: url === '' ? '' : `${this.#string(url[0])}${url[1]}`,
      status: STATUSES[status] ?? 'untagged',
      tags: tags.flatMap(([at, percent, evidence, more]) => {
        const concept = this.#data.concepts[at];
        if (concept === undefined) return [];
        const words = evidence.map(([text, field, term]) => ({
          text: this.#string(text),
          field,
          ...(term === undefined ? {} : { term: this.#string(term) }),
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
      tags: row[11].flatMap((tag) => {
        const [index, percent] = tag;
        const [concept, part] = [concepts[index], concepts[partOfTag(tag, concepts)]];
        return concept === undefined
          ? []
          : [{ id: concept.id, part: part?.id ?? '', confidence: percent / 100, evidence: [] }];
      }),
    };
  }

  /** As the counts have it: a tag is its element's, and of a part those are that count for it. */
  #treats(row: PageTalk, concept: number, primary: boolean): boolean {
    const { concepts } = this.#data;
    const isPart = concepts[concept]?.part === undefined;
    return row[11].some(
      (tag) => (isPart ? partOfTag(tag, concepts) : tag[0]) === concept && (!primary || tag[0] === row[10]),
    );
  }

  #string(index: number): string {
    return this.#data.strings[index] ?? '';
  }
}

function testOf(index: number | undefined, test: (at: number) => Test): readonly Test[] {
  return index === undefined ? [] : [test(index)];
}

function indexIn(names: readonly string[], name: string | undefined): number | undefined {
  const index = name === undefined ? -1 : names.indexOf(name);
  return index < 0 ? undefined : index;
}

export function fieldOf(index: number): (typeof EVIDENCE_FIELDS)[number] {
  return EVIDENCE_FIELDS[index] ?? 'body';
}
