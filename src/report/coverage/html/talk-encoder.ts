/** Talks → what the page carries of them: numbers for all that repeats. */
import { type CountedName, countableOf } from '../../../coverage/countable.ts';
import { groupsOf } from '../../../coverage/keys.ts';
import { productKey } from '../../../coverage/product-names.ts';
import type { CountedTag, CountedTalk, Coverage } from '../../../coverage/types.ts';
import { plainLine } from '../../text.ts';
import {
  EVIDENCE_FIELDS,
  type PageConcept,
  type PageEvidence,
  type PageTag,
  type PageTalk,
  type PageUrl,
  partOfTag,
  STATUSES,
} from './data.ts';
import { isSafeLink } from './node.ts';

/** Each text once, by number. */
export class Strings {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** What all talks of a page have in common. */
export interface Shared {
  readonly concepts: readonly PageConcept[];
  /** By element of the taxonomy the part that it counts for. */
  readonly partOf: ReadonlyMap<string, string>;
  readonly strings: Strings;
  /** How many are shown for a tag. */
  readonly wordings: number;
}

export class TalkEncoder {
  readonly #coverage: Coverage;
  readonly #shared: Shared;
  readonly #concepts: ReadonlyMap<string, number>;
  readonly #groups: ReadonlyMap<string, number>;
  readonly #tools: ReadonlyMap<string, number>;
  readonly #organisations: ReadonlyMap<string, number>;

  constructor(coverage: Coverage, shared: Shared) {
    const { groups, all } = coverage;
    this.#coverage = coverage;
    this.#shared = shared;
    this.#concepts = new Map(shared.concepts.map(({ id }, index) => [id, index]));
    this.#groups = new Map(groups.map((group, index) => [pairOf(group.key, group.and), index]));
    this.#tools = new Map(all.tools.map(({ name }, index) => [productKey(name), index]));
    this.#organisations = new Map(all.organisations.map(({ name }, index) => [name, index]));
  }

  encode(talk: CountedTalk): PageTalk {
    const { tools, organisations } = countableOf(talk, this.#coverage.includeReview);
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
      tagsOf(talk).flatMap((tag) => this.#tag(tag)),
      indexesIn(this.#tools, tools),
    ];
  }

  #groupsOf(talk: CountedTalk): readonly number[] {
    const { by, and } = this.#coverage;
    if (by === null) return [];
    const seconds = and === null ? [undefined] : groupsOf(talk, and);
    return groupsOf(talk, by)
      .flatMap((key) => seconds.map((second) => this.#groups.get(pairOf(key, second)) ?? -1))
      .filter((index) => index >= 0);
  }

  #tag(tag: CountedTag): readonly PageTag[] {
    const concept = this.#concepts.get(tag.id);
    if (concept === undefined) return [];
    const wordings = new Map<string, CountedTag['evidence'][number]>();
    for (const one of tag.evidence) {
      const key = `${one.field} ${plainLine(one.text)}`;
      if (!wordings.has(key)) wordings.set(key, one);
    }
    const shown = [...wordings.values()].slice(0, this.#shared.wordings).map((one) => this.#wording(one));
    const encoded = [concept, Math.round(tag.confidence * 100), shown, wordings.size - shown.length] as const;
    const part = this.#partOf(tag);
    return [part === partOfTag(encoded, this.#shared.concepts) ? encoded : [...encoded, part]];
  }

  #partOf({ id, part }: CountedTag): number {
    return this.#concepts.get(this.#shared.partOf.get(id) ?? part) ?? -1;
  }

  #wording({ text, term, field }: CountedTag['evidence'][number]): PageEvidence {
    const found = [this.#string(text), EVIDENCE_FIELDS.indexOf(field)] as const;
    return term === '' || term.toLowerCase() === text.toLowerCase() ? found : [...found, this.#string(term)];
  }

  /** Links of a site differ behind their last `/` or `=`. */
  #url(url: string | undefined): PageUrl | '' {
    if (url === undefined || !isSafeLink(url) || url.startsWith('#')) return '';
    const [, beginning = '', end = ''] = /^(https?:\/\/.*[/=])(.+)$/is.exec(url) ?? ['', '', url];
    return [this.#shared.strings.number(beginning), end];
  }

  #string(text: string): number {
    return this.#shared.strings.number(plainLine(text));
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

/** As they count: one that a record repeats as it stands first, none of a talk that has none. */
function tagsOf({ status, tags }: CountedTalk): readonly CountedTag[] {
  if (status === 'untagged') return [];
  return tags.filter(({ id }, index) => tags.findIndex((other) => other.id === id) === index);
}
