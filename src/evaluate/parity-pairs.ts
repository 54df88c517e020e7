/** Which talks are one talk in English and in Japanese. */
import type { Explanation } from '../classify/index.ts';
import type { Evidence, TaggedTalk } from '../talk.ts';

/** The languages that are held against each other. */
export const LANGUAGES = ['en', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A concept that a text has words for, but not enough to be tagged with. */
export interface NearMiss {
  readonly confidence: number;
  /** What would have made it a tag. */
  readonly missing: string;
  /** A wording a label, strongest first. */
  readonly evidence: readonly Evidence[];
}

/** A talk in one of the two languages, and what is compared of it. */
export interface Half {
  readonly lang: Language;
  readonly talk: Pick<TaggedTalk, 'id' | 'title' | 'source' | 'tags' | 'primary'>;
  /** By the concept's id. */
  readonly misses: ReadonlyMap<string, NearMiss>;
  /** What the site itself names the talk in all its languages (Hugo's `translationKey`). */
  readonly translationKey?: string;
}

/** The half that a talk is; undefined in any other language. */
export function halfOf({ tagged, concepts }: Explanation): Half | undefined {
  const { id, title, source, tags, primary, extra } = tagged;
  const subtag = tagged.lang?.split('-', 1)[0]?.toLowerCase();
  const lang = LANGUAGES.find((one) => one === subtag);
  if (lang === undefined) return undefined;
  const key = Object.entries(extra ?? {}).find(([name]) => /^translation[-_ ]?key$/i.test(name))?.[1];
  return {
    lang,
    talk: { id, title, source, tags, primary },
    misses: new Map(
      concepts
        .filter(({ verdict }) => verdict !== 'tag')
        .map(({ id, confidence, missing, evidence }) => [id, { confidence, missing, evidence }]),
    ),
    ...(key === undefined ? {} : { translationKey: String(key) }),
  };
}

interface Naming {
  /** Undefined where the talk has no such name. */
  nameOf(half: Half): string | undefined;
  /** Whether halves of one file may have the name in common without being one talk. */
  readonly ofFiles?: boolean;
}

/** What makes two talks one, surest first. */
const NAMINGS: readonly Naming[] = [
  { nameOf: ({ translationKey }) => translationKey },
  { nameOf: ({ talk }) => pathOfBoth(talk.source.path), ofFiles: true },
  { nameOf: ({ talk }) => talk.id },
];

const SUFFIX = /(?:^|[/._-])(?:en|ja)(?:[-_][a-z]{2})?(?=(?:\.[^./]+)?$)/i;
/** The innermost one, should several be named so. */
const FOLDER = /^(.*\/|)(?:en|ja)(?:[-_][a-z]{2})?\//i;

/** A path without what says its language: `x.en.md`, `x_ja.md`, `en/x.md` and `x.md` all become `x.md`, `x/en.md` too. */
export function pathOfBoth(path: string): string {
  return path.replace(SUFFIX, '').replace(FOLDER, '$1');
}

export type Halves = Readonly<Record<Language, Half>>;

/** The halves that are one talk, in the order of the first of them. A name that more than one talk of a language has tells nothing. */
export function pairsOf(halves: readonly Half[]): readonly Halves[] {
  const pairOf = new Map<Half, Halves>();
  for (const { nameOf, ofFiles } of NAMINGS) {
    const free = halves.filter((half) => !pairOf.has(half));
    for (const group of byName(free, nameOf)) {
      const pair = pairIn(group);
      if (pair === undefined || (ofFiles === true && pair.en.talk.source.path === pair.ja.talk.source.path)) continue;
      pairOf.set(pair.en, pair).set(pair.ja, pair);
    }
  }
  return [...new Set(halves.flatMap((half) => pairOf.get(half) ?? []))];
}

function pairIn(group: readonly Half[]): Halves | undefined {
  const en = group.find(({ lang }) => lang === 'en');
  const ja = group.find(({ lang }) => lang === 'ja');
  return group.length === 2 && en !== undefined && ja !== undefined ? { en, ja } : undefined;
}

function byName(halves: readonly Half[], nameOf: Naming['nameOf']): Iterable<readonly Half[]> {
  const groups = new Map<string, Half[]>();
  for (const half of halves) {
    const name = nameOf(half);
    if (name === undefined) continue;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(half);
  }
  return groups.values();
}
