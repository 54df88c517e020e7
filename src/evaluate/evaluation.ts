/** All that is measured on labelled talks. */
import type { Status, TalkSource } from '../talk.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import { type Intervals, intervalsOf } from './bootstrap.ts';
import { type Bin, binned, byConfidence, eceOf } from './calibration.ts';
import { type Confusion, confusionsOf } from './confusions.ts';
import { type Answer, Counts, compared, f1 } from './counts.ts';
import { type Elements, elementsOf } from './elements.ts';
import type { FoundTag, JudgedTalk } from './judged.ts';
import { type PerFigure, type Rates, ratesOf, type Scores, scoresOf, supportOf } from './scores.ts';

export interface LanguageScores {
  readonly lang: string;
  readonly talks: number;
  readonly scores: Scores;
}

export interface ElementScores extends Rates {
  readonly id: string;
  readonly part: string;
  /** Talks that are labelled with it. */
  readonly gold: number;
  /** Talks in which it was found. */
  readonly found: number;
}

export interface FarTalk {
  readonly id: string;
  readonly title: string;
  readonly source: TalkSource;
  readonly status: Status;
  /** The talk's own F1. */
  readonly f1: number;
  readonly gold: readonly string[];
  readonly found: readonly FoundTag[];
}

export interface StatusScores {
  readonly talks: number;
  /** Micro F1 over these talks alone. */
  readonly micro: number;
  readonly talk: number;
  /** Elements wrong or missed, a talk. */
  readonly mistakes: number;
}

/** A second reader measured against the gold as the tool is, and the tool on the same talks. */
export interface Ceiling {
  readonly talks: number;
  readonly second: Scores;
  readonly tool: Scores;
}

export interface Evaluation {
  readonly talks: number;
  readonly scores: Scores;
  readonly support: PerFigure<number>;
  readonly intervals: Intervals;
  readonly ceiling?: Ceiling;
  readonly languages: readonly LanguageScores[];
  /** Those with most labelled talks first. */
  readonly elements: readonly ElementScores[];
  readonly reliability: readonly Bin[];
  /** Whether the talks up for review are those where a look pays. */
  readonly status: { readonly review: StatusScores; readonly others: StatusScores };
  readonly confusions: readonly Confusion[];
  readonly furthest: readonly FarTalk[];
}

const FURTHEST = 30;
const LANGUAGES = ['en', 'ja', 'other'];

/** All figures and examples of these talks, the same in whatever order they come. */
export function evaluate(judged: readonly JudgedTalk[], taxonomy: Taxonomy): Evaluation {
  const talks = inOneOrder(judged);
  const elements = elementsOf(taxonomy);
  const counts = Counts.over(talks, elements);
  const reliability = reliabilityOf(talks);
  const ceiling = ceilingOf(talks, elements);
  return {
    talks: talks.length,
    scores: scoresOf(counts, eceOf(reliability)),
    support: supportOf(
      counts,
      reliability.reduce((sum, { tags }) => sum + tags, 0),
    ),
    intervals: intervalsOf(talks, elements),
    ...(ceiling === undefined ? {} : { ceiling }),
    languages: LANGUAGES.flatMap((lang) => {
      const those = talks.filter((talk) => talk.lang === lang);
      return those.length === 0 ? [] : [{ lang, talks: those.length, scores: scored(those, elements) }];
    }),
    elements: elementScores(counts),
    reliability,
    status: {
      review: statusScores(
        talks.filter(({ status }) => status === 'review'),
        elements,
      ),
      others: statusScores(
        talks.filter(({ status }) => status !== 'review'),
        elements,
      ),
    },
    confusions: confusionsOf(talks),
    furthest: furthestOf(talks),
  };
}

/** By id, and of those with the same id by all that is known of them: an order that tells nothing of how files and lines were sorted. */
function inOneOrder(talks: readonly JudgedTalk[]): readonly JudgedTalk[] {
  return [...talks].sort(
    (a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(JSON.stringify(contentOf(a)), JSON.stringify(contentOf(b))),
  );
}

function contentOf({ source, ...content }: JudgedTalk): unknown {
  return [content, source];
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function scored(talks: readonly JudgedTalk[], elements: Elements): Scores {
  return scoresOf(Counts.over(talks, elements), eceOf(reliabilityOf(talks)));
}

function reliabilityOf(talks: readonly JudgedTalk[]): readonly Bin[] {
  return binned(byConfidence(talks.flatMap(({ claims }) => claims)));
}

function ceilingOf(talks: readonly JudgedTalk[], elements: Elements): Ceiling | undefined {
  const both = talks.filter(({ second }) => second !== undefined);
  if (both.length === 0) return undefined;
  const answers = both.flatMap(({ gold, second }): Answer[] => (second === undefined ? [] : [{ gold, found: second }]));
  return {
    talks: both.length,
    second: scoresOf(Counts.over(answers, elements), null),
    tool: scored(both, elements),
  };
}

function elementScores(counts: Counts): readonly ElementScores[] {
  return Array.from(counts.elements, ([id, part]) => {
    const hits = counts.element(id);
    return { id, part, gold: hits.right + hits.missed, found: hits.right + hits.wrong, ...ratesOf(hits) };
  }).sort((a, b) => b.gold - a.gold || b.found - a.found);
}

function statusScores(talks: readonly JudgedTalk[], elements: Elements): StatusScores {
  const counts = Counts.over(talks, elements);
  const { micro, talk } = scoresOf(counts, null);
  const { wrong, missed } = counts.pairs;
  return { talks: talks.length, micro: micro.f1, talk, mistakes: (wrong + missed) / (talks.length || 1) };
}

/** The lowest F1 first, then the most elements wrong or missed; talks without a mistake are none of them. */
function furthestOf(talks: readonly JudgedTalk[]): readonly FarTalk[] {
  return talks
    .map((talk) => {
      const hits = compared(new Set(talk.gold.tags), new Set(talk.found.tags));
      return { talk, mistakes: hits.wrong + hits.missed, f1: f1(hits) };
    })
    .filter(({ mistakes }) => mistakes > 0)
    .sort((a, b) => a.f1 - b.f1 || b.mistakes - a.mistakes)
    .slice(0, FURTHEST)
    .map(({ talk: { id, title, source, status, gold, tags }, f1 }) => ({
      id,
      title,
      source,
      status,
      f1,
      gold: gold.tags,
      found: tags,
    }));
}
