/** Counts and talks → what the page carries. */
import { type CountedName, countableOf } from '../../../coverage/countable.ts';
import { groupsOf } from '../../../coverage/keys.ts';
import { productKey } from '../../../coverage/product-names.ts';
import type { Comparison, CountedTag, CountedTalk, Coverage, CoverageReport, Named } from '../../../coverage/types.ts';
import type { Taxonomy } from '../../../taxonomy/types.ts';
import { labelIn } from '../../labels.ts';
import { plainLine } from '../../text.ts';
import { groupName } from '../words.ts';
import {
  EVIDENCE_FIELDS,
  type PageConcept,
  type PageData,
  type PageEvidence,
  type PageTag,
  type PageTalk,
  type PageUrl,
  STATUSES,
} from './data.ts';
import { distinct, groupKeyOf, groupNames } from './groups.ts';
import { isSafeLink } from './node.ts';

/** Wordings shown for a tag at most and at least; the strongest say enough. */
const WORDINGS_AT_MOST = 5;
const WORDINGS_AT_LEAST = 2;

/** From so many talks on, a page shows fewer wordings where its data would else take more bytes a talk: 1,000 talks stay below a megabyte. */
const LARGE = 300;
const BYTES_A_TALK = 350;

export function pageData(report: CoverageReport, taxonomy: Taxonomy): PageData {
  let data = dataWith(WORDINGS_AT_MOST, report, taxonomy);
  for (let most = WORDINGS_AT_MOST - 1; most >= WORDINGS_AT_LEAST && isTooLarge(data); most--)
    data = dataWith(most, report, taxonomy);
  return data;
}

function isTooLarge(data: PageData): boolean {
  const talks = data.talks?.length ?? 0;
  return talks >= LARGE && Buffer.byteLength(JSON.stringify(data)) > talks * BYTES_A_TALK;
}

/** `wordings`: how many are shown for a tag. */
function dataWith(wordings: number, { coverage, talks, comparison }: CoverageReport, taxonomy: Taxonomy): PageData {
  const concepts = conceptsOf(coverage, taxonomy);
  const strings = new Strings();
  const encoder = new TalkEncoder(coverage, concepts, strings, wordings);
  const rows = talks?.map((talk) => encoder.encode(talk));
  const compared = comparedIn(coverage, comparison);
  return {
    concepts,
    by: groupKeyOf(coverage),
    groups: coverage.by === null ? [] : groupNames(coverage),
    tools: namesOf(coverage.all.tools),
    organisations: namesOf(coverage.all.organisations),
    weight: coverage.weight,
    includeReview: coverage.includeReview,
    ...(compared === undefined ? {} : { compared }),
    strings: strings.all,
    ...(rows === undefined ? {} : { talks: rows }),
  };
}

/** As tables, filters and addresses have them. */
export function namesOf(named: readonly Named[]): readonly string[] {
  return distinct(named.map(({ name }) => plainLine(name)));
}

/** Parts, then elements, as the counts have them; what only records know goes by its id. */
export function conceptsOf({ all }: Coverage, taxonomy: Taxonomy): readonly PageConcept[] {
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  const labelOf = (id: string) => {
    const label = byId.get(id)?.prefLabel ?? { en: id };
    return { en: labelIn(label, 'en') || id, ja: labelIn(label, 'ja') || id };
  };
  const parts = Object.keys(all.parts);
  const elements = Object.keys(all.elements).filter((id) => !Object.hasOwn(all.parts, id));
  const rootOf = (id: string): number => {
    const seen = new Set<string>();
    let root = id;
    for (let at = byId.get(id); at?.broader !== undefined && !seen.has(at.id); at = byId.get(at.broader)) {
      seen.add(at.id);
      root = at.broader;
    }
    return parts.indexOf(root);
  };
  return [
    ...parts.map((id) => ({ id, label: labelOf(id) })),
    // A part without elements is an element too.
    ...elements.map((id) => {
      const part = rootOf(id);
      return { id, label: labelOf(id), ...(part < 0 ? {} : { part }) };
    }),
  ];
}

/** The groups that were asked for, else the two largest in their order. */
function comparedIn(coverage: Coverage, comparison: Comparison | undefined): readonly [number, number] | undefined {
  const { by, groups } = coverage;
  if (by === null) return undefined;
  const asked = [comparison?.before.name, comparison?.after.name].map((name) =>
    groups.findIndex((group) => name !== undefined && groupName(group, coverage) === name),
  );
  const largest = groups
    .map(({ talks, key }, index) => ({ talks: key === '' ? 0 : talks, index }))
    .sort((a, b) => b.talks - a.talks || a.index - b.index)
    .slice(0, 2)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  const [before, after] = asked.includes(-1) ? largest : asked;
  return before === undefined || after === undefined ? undefined : [before, after];
}

/** Each text once, by number. */
class Strings {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

class TalkEncoder {
  readonly #by: string | null;
  readonly #and: string | null;
  readonly #concepts: ReadonlyMap<string, number>;
  readonly #groups: ReadonlyMap<string, number>;
  readonly #tools: ReadonlyMap<string, number>;
  readonly #organisations: ReadonlyMap<string, number>;
  readonly #includeReview: boolean;
  readonly #strings: Strings;
  readonly #wordings: number;

  /** `wordings`: how many are shown for a tag. */
  constructor(
    { by, and, groups, all, includeReview }: Coverage,
    concepts: readonly PageConcept[],
    strings: Strings,
    wordings: number,
  ) {
    this.#by = by;
    this.#and = and;
    this.#concepts = new Map(concepts.map(({ id }, index) => [id, index]));
    this.#groups = new Map(groups.map((group, index) => [pairOf(group.key, group.and), index]));
    this.#tools = new Map(all.tools.map(({ name }, index) => [productKey(name), index]));
    this.#organisations = new Map(all.organisations.map(({ name }, index) => [name, index]));
    this.#includeReview = includeReview;
    this.#strings = strings;
    this.#wordings = wordings;
  }

  encode(talk: CountedTalk): PageTalk {
    const { tools, organisations } = countableOf(talk, this.#includeReview);
    return [
      plainLine(talk.title),
      this.#optional(talk.event),
      talk.year ?? 0,
      plainLine(talk.date ?? ''),
      this.#optional(talk.lang),
      this.#each(talk.speakers),
      indexesIn(this.#organisations, organisations),
      this.#groupsOf(talk),
      this.#url(talk.url),
      STATUSES.indexOf(talk.status),
      talk.primary === null ? -1 : (this.#concepts.get(talk.primary) ?? -1),
      talk.tags.flatMap((tag) => this.#tag(tag)),
      indexesIn(this.#tools, tools),
    ];
  }

  #groupsOf(talk: CountedTalk): readonly number[] {
    const by = this.#by;
    const and = this.#and;
    if (by === null) return [];
    const seconds = and === null ? [undefined] : groupsOf(talk, and);
    return groupsOf(talk, by)
      .flatMap((key) => seconds.map((second) => this.#groups.get(pairOf(key, second)) ?? -1))
      .filter((index) => index >= 0);
  }

  #tag({ id, confidence, evidence }: CountedTag): readonly PageTag[] {
    const concept = this.#concepts.get(id);
    if (concept === undefined) return [];
    const wordings = new Map<string, CountedTag['evidence'][number]>();
    for (const one of evidence) {
      const key = `${one.field} ${plainLine(one.text)}`;
      if (!wordings.has(key)) wordings.set(key, one);
    }
    const shown = [...wordings.values()].slice(0, this.#wordings).map((one) => this.#wording(one));
    return [[concept, Math.round(confidence * 100), shown, wordings.size - shown.length]];
  }

  #wording({ text, term, field }: CountedTag['evidence'][number]): PageEvidence {
    const found = [this.#string(text), EVIDENCE_FIELDS.indexOf(field)] as const;
    return term === '' || term.toLowerCase() === text.toLowerCase() ? found : [...found, this.#string(term)];
  }

  /** Links of a site differ behind their last `/` or `=`. */
  #url(url: string | undefined): PageUrl | '' {
    if (url === undefined || !isSafeLink(url) || url.startsWith('#')) return '';
    const [, beginning = '', end = ''] = /^(https?:\/\/.*[/=])(.+)$/is.exec(url) ?? ['', '', url];
    return [this.#strings.number(beginning), end];
  }

  #string(text: string): number {
    return this.#strings.number(plainLine(text));
  }

  #optional(text: string | undefined): number {
    return text === undefined || text === '' ? -1 : this.#string(text);
  }

  #each(texts: readonly string[] | undefined): readonly number[] {
    return (texts ?? []).map((text) => this.#string(text));
  }
}

function indexesIn(places: ReadonlyMap<string, number>, names: readonly CountedName[]): readonly number[] {
  return names.flatMap(({ key }) => places.get(key) ?? []);
}

function pairOf(key: string, and: string | undefined): string {
  return and === undefined ? key : `${key}\0${and}`;
}
