/** The way from a talk to its tags: match each field, score the concepts, cut. Synchronous and pure. */
import type { Evidence, Field, Near, Status, Tag, TaggedTalk, Talk } from '../talk.ts';
import type { Concept, Taxonomy } from '../taxonomy/types.ts';
import { CUT, type Cut, cutOf, decide } from './decide.ts';
import { disagrees } from './declared.ts';
import { evidenceOf, evidenceOfWord, wording } from './evidence.ts';
import { type Examined, Examiner } from './examine.ts';
import type { Hit } from './match.ts';
import { whatIsMissing, whatModelMisses } from './missing.ts';
import { Judge, judgedElements, type LogOdds, type Model, type Opinion, type WordContribution } from './model.ts';
import { type ConceptScore, type Place, SCORING } from './score.ts';

export interface ClassifierOptions {
  /** Confidence from which a concept is a tag, 0 to 1. */
  readonly threshold?: number;
  /** Tags a talk at most. */
  readonly limit?: number;
  /** Judges by what it learned; the taxonomy's own when absent, null for none: the score alone decides. */
  readonly model?: Model | null;
}

/** A wording that counted for a concept, and where the field's text holds it (UTF-16 code units). */
export interface Mark {
  readonly concept: string;
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

export type Verdict = 'tag' | 'below-threshold' | 'overshadowed' | 'over-limit';

export interface ExplainedEvidence extends Evidence {
  /** How often the label stands in the talk. */
  readonly count: number;
  /** What it would weigh were the talk wholly about the domain: more than `weight` for a word of IT at large. */
  readonly full: number;
}

export interface ExplainedConcept {
  readonly id: string;
  readonly score: number;
  readonly confidence: number;
  readonly verdict: Verdict;
  /** What would have made it a tag; empty for a tag. */
  readonly missing: string;
  readonly evidence: readonly ExplainedEvidence[];
  /** Where a model's confidence comes from; absent without one. */
  readonly logOdds?: LogOdds;
}

/** All the arithmetic behind a talk's tags. */
export interface Explanation {
  readonly tagged: TaggedTalk;
  /** 0 to 1: how far the talk is about the taxonomy's domain; words of IT at large count by it. */
  readonly domain: number;
  readonly threshold: number;
  /** Strongest first. */
  readonly concepts: readonly ExplainedConcept[];
  readonly marks: readonly Mark[];
}

export interface Classifier {
  readonly taxonomy: Taxonomy;
  readonly model?: Model;
  /** Confidence from which a concept is a tag. */
  readonly threshold: number;
  classify(talk: Talk): TaggedTalk;
  explain(talk: Talk): Explanation;
}

/** Makes a classifier; the taxonomy is compiled to a matcher once, here. */
export function createClassifier(taxonomy: Taxonomy, options: ClassifierOptions = {}): Classifier {
  return new LexicalClassifier(taxonomy, options);
}

interface Judged {
  readonly examined: Examined;
  /** Every concept that may be a tag and has evidence, best first. */
  readonly ranked: readonly ConceptScore[];
  readonly kept: readonly ConceptScore[];
  readonly near: readonly ConceptScore[];
  /** The model's, where there is one. */
  readonly opinion?: Opinion;
}

class LexicalClassifier implements Classifier {
  readonly taxonomy: Taxonomy;
  readonly model?: Model;
  readonly threshold: number;
  private readonly examiner: Examiner;
  private readonly judge: Judge | undefined;
  private readonly cut: Cut;
  private readonly tree: Tree;

  constructor(taxonomy: Taxonomy, { threshold, limit, model = taxonomy.model ?? null }: ClassifierOptions) {
    this.taxonomy = taxonomy;
    this.tree = treeOf(taxonomy);
    const cut = model === null ? { ...CUT, threshold: threshold ?? CUT.threshold } : cutOf(model, threshold);
    this.cut = { ...cut, limit: limit ?? cut.limit };
    this.threshold = this.cut.threshold;
    this.examiner = new Examiner(taxonomy, model === null ? undefined : (model.table ?? model.words.keys));
    if (model !== null) {
      this.model = model;
      this.judge = new Judge(model, taxonomy, judgedElements(taxonomy, this.tree.isTag));
    }
  }

  classify(talk: Talk): TaggedTalk {
    return this.answer(talk, this.judged(talk));
  }

  explain(talk: Talk): Explanation {
    const judged = this.judged(talk);
    return {
      tagged: this.answer(talk, judged),
      domain: round(judged.examined.scores.domain),
      threshold: this.cut.threshold,
      concepts: judged.ranked.map((score) => this.explained(talk, score, judged)),
      marks: this.marks(judged),
    };
  }

  private judged(talk: Talk): Judged {
    const examined = this.examiner.examine(talk);
    if (this.judge !== undefined) {
      const opinion = this.judge.judge(examined);
      const ranked = this.rankedBy(opinion, examined);
      return { examined, ranked, opinion, ...decide(ranked, this.cut) };
    }
    const ranked = examined.scores.concepts.filter(({ concept }) => this.tree.isTag(concept));
    return { examined, ranked, ...decide(ranked, this.cut) };
  }

  /** Concepts with hits, and those that learned words alone make more likely than not; most confident first. */
  private rankedBy(opinion: Opinion, { scores }: Examined): readonly ConceptScore[] {
    const known = new Map(scores.concepts.map((score) => [score.concept, score]));
    const ranked: ConceptScore[] = [];
    opinion.concepts.forEach((concept, element) => {
      const confidence = opinion.confidence(element);
      const score = known.get(concept);
      if (score !== undefined && score.score > 0) ranked.push({ ...score, confidence });
      else if (confidence >= WORDS_ALONE && opinion.words(element).length > 0)
        ranked.push({ concept, score: 0, confidence, contributions: [] });
    });
    return ranked.sort((a, b) => b.confidence - a.confidence || a.concept - b.concept);
  }

  private answer(talk: Talk, judged: Judged): TaggedTalk {
    const { kept, near } = judged;
    const tags = kept.map((score) => this.tag(talk, score, judged)).sort(byConfidenceThenId);
    return {
      ...talk,
      status: this.status(talk, tags, near),
      primary: tags[0]?.id ?? null,
      tags,
      near: near.map((score) => this.nearOf(score, judged)),
    };
  }

  private tag(talk: Talk, score: ConceptScore, judged: Judged): Tag {
    const concept = this.concept(score.concept);
    return {
      id: concept.id,
      part: this.tree.rootOf(concept.id),
      label: concept.prefLabel,
      confidence: round(score.confidence),
      evidence: [
        ...score.contributions.map((contribution) => evidenceOf(talk, contribution)),
        ...wordsOf(score, judged.opinion).map((word) => evidenceOfWord(talk, word)),
      ],
    };
  }

  private nearOf(score: ConceptScore, judged: Judged): Near {
    return {
      id: this.concept(score.concept).id,
      confidence: round(score.confidence),
      missing: this.missing(score, judged),
    };
  }

  private missing(score: ConceptScore, { kept, opinion, examined }: Judged): string {
    if (opinion === undefined) return whatIsMissing(score, kept[0], SCORING, this.cut);
    return whatModelMisses(score, opinion, examined.scores.domain, SCORING, this.cut);
  }

  private status(talk: Talk, tags: readonly Tag[], near: readonly ConceptScore[]): Status {
    const { threshold, reviewMargin } = this.cut;
    const best = tags[0]?.confidence ?? near[0]?.confidence ?? 0;
    if (Math.abs(best - threshold) < reviewMargin || disagrees(talk, tags, this.taxonomy)) return 'review';
    return tags.length > 0 ? 'tagged' : 'untagged';
  }

  private explained(talk: Talk, score: ConceptScore, judged: Judged): ExplainedConcept {
    const verdict = this.verdict(score, judged.kept);
    const { opinion } = judged;
    return {
      id: this.concept(score.concept).id,
      score: round(score.score),
      confidence: round(score.confidence),
      verdict,
      missing: verdict === 'tag' ? '' : this.missing(score, judged),
      evidence: [
        ...score.contributions.map((contribution) => ({
          ...evidenceOf(talk, contribution),
          count: contribution.count,
          full: round(contribution.full),
        })),
        ...wordsOf(score, judged.opinion).map((word) => {
          const evidence = evidenceOfWord(talk, word);
          return { ...evidence, count: word.found.count, full: evidence.weight };
        }),
      ],
      ...(opinion === undefined ? {} : { logOdds: roundedLogOdds(opinion.logOdds(opinion.elementOf(score.concept))) }),
    };
  }

  private verdict(score: ConceptScore, kept: readonly ConceptScore[]): Verdict {
    if (kept.includes(score)) return 'tag';
    if (score.confidence < this.cut.threshold) return 'below-threshold';
    return score.score < (kept[0]?.score ?? 0) * this.cut.share ? 'overshadowed' : 'over-limit';
  }

  /** Every hit of an element, and the learned words that speak for one. */
  private marks({ examined, ranked, opinion }: Judged): readonly Mark[] {
    const hits = examined.places.flatMap(({ place, hits: found }) =>
      found
        .filter(({ indexed }) => this.tree.isTag(indexed.concept))
        .map((hit) => this.mark(hit.indexed.concept, place, hit)),
    );
    if (opinion === undefined) return hits;
    const words = ranked.flatMap((score) =>
      wordsOf(score, opinion).map(({ found }) => this.mark(score.concept, found.place, found)),
    );
    return [...hits, ...words];
  }

  private mark(concept: number, { field, base, normal }: Place, span: Pick<Hit, 'start' | 'end'>): Mark {
    const { start, end } = wording(normal, span);
    return { concept: this.concept(concept).id, field, start: base + start, end: base + end };
  }

  private concept(index: number): Concept {
    const concept = this.taxonomy.concepts[index];
    if (concept === undefined) throw new RangeError(`no concept at ${index}`);
    return concept;
  }
}

/** Confidence from which learned words carry a concept that the vocabulary did not hit: a guess by words is to be better than a coin's. */
const WORDS_ALONE = 0.5;

/** The learned words that speak for a concept beside its hits; none without a model. */
function wordsOf({ concept, contributions }: ConceptScore, opinion: Opinion | undefined): readonly WordContribution[] {
  const words = opinion?.words(opinion.elementOf(concept)) ?? [];
  return words.filter(
    ({ found }) =>
      !contributions.some(
        ({ found: { place, hit } }) => place === found.place && hit.start < found.end && found.start < hit.end,
      ),
  );
}

function roundedLogOdds({ hits, beside, words, calibrated }: LogOdds): LogOdds {
  return { hits: round(hits), beside: round(beside), words: round(words), calibrated: round(calibrated) };
}

interface Tree {
  /** Tags are the concepts that have a broader one and none below. */
  isTag(index: number): boolean;
  rootOf(id: string): string;
}

function treeOf({ concepts }: Taxonomy): Tree {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const broader = new Set(concepts.map((concept) => concept.broader));
  const tags = concepts.map(({ id, deprecated }) => !broader.has(id) && deprecated !== true);
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let root = id;
    for (let above = byId.get(id)?.broader; above !== undefined && !seen.has(above); above = byId.get(above)?.broader) {
      seen.add(above);
      root = above;
    }
    return root;
  };
  const roots = new Map(concepts.map(({ id }) => [id, rootOf(id)]));
  return { isTag: (index) => tags[index] === true, rootOf: (id) => roots.get(id) ?? id };
}

function byConfidenceThenId(a: Tag, b: Tag): number {
  return b.confidence - a.confidence || (a.id < b.id ? -1 : 1);
}

/** Three decimals: what a reader can use, and the same bytes everywhere. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
