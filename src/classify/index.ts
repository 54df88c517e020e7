/** The way from a talk to its tags: match each field, score the concepts, cut. Synchronous and pure. */
import type { Evidence, Field, Near, Status, Tag, TaggedTalk, Talk } from '../talk.ts';
import type { Concept, Taxonomy } from '../taxonomy/types.ts';
import { validHits } from './conditions.ts';
import { CUT, type Cut, decide } from './decide.ts';
import { disagrees } from './declared.ts';
import { evidenceOf, wording } from './evidence.ts';
import { buildIndex, labelsOf } from './lexical-index.ts';
import { Matcher } from './match.ts';
import { whatIsMissing } from './missing.ts';
import { type ConceptScore, type PlaceHits, SCORING, type Scoring, scoreTalk, type TalkScores } from './score.ts';

export interface ClassifierOptions {
  /** Confidence from which a concept is a tag, 0 to 1. */
  readonly threshold?: number;
  /** Tags a talk at most. */
  readonly limit?: number;
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
  classify(talk: Talk): TaggedTalk;
  explain(talk: Talk): Explanation;
}

/** Makes a classifier; the taxonomy is compiled to a matcher once, here. */
export function createClassifier(taxonomy: Taxonomy, options: ClassifierOptions = {}): Classifier {
  return new LexicalClassifier(taxonomy, options);
}

interface Judged {
  readonly places: readonly PlaceHits[];
  readonly scores: TalkScores;
  readonly kept: readonly ConceptScore[];
  readonly near: readonly ConceptScore[];
}

class LexicalClassifier implements Classifier {
  readonly taxonomy: Taxonomy;
  private readonly matcher: Matcher;
  private readonly cut: Cut;
  private readonly scoring: Scoring = SCORING;
  private readonly tree: Tree;

  constructor(taxonomy: Taxonomy, { threshold, limit }: ClassifierOptions) {
    this.taxonomy = taxonomy;
    this.matcher = new Matcher(taxonomy.index ?? buildIndex(taxonomy), taxonomy.labelTable ?? labelsOf(taxonomy));
    this.cut = { ...CUT, threshold: threshold ?? CUT.threshold, limit: limit ?? CUT.limit };
    this.tree = treeOf(taxonomy);
  }

  classify(talk: Talk): TaggedTalk {
    return this.answer(talk, this.judge(talk));
  }

  explain(talk: Talk): Explanation {
    const judged = this.judge(talk);
    const { concepts, domain } = judged.scores;
    return {
      tagged: this.answer(talk, judged),
      domain: round(domain),
      threshold: this.cut.threshold,
      concepts: concepts
        .filter(({ concept }) => this.tree.isTag(concept))
        .map((score) => this.explained(talk, score, judged)),
      marks: this.marks(judged),
    };
  }

  private judge(talk: Talk): Judged {
    const places = fieldTexts(talk).map(({ field, text, base }) => {
      const matches = this.matcher.match(text);
      return { place: { field, base, normal: matches.normal }, hits: validHits(matches) };
    });
    const scores = scoreTalk(places, this.taxonomy, this.scoring);
    const tags = scores.concepts.filter(({ concept }) => this.tree.isTag(concept));
    return { places, scores, ...decide(tags, this.cut) };
  }

  private answer(talk: Talk, { kept, near }: Judged): TaggedTalk {
    const tags = kept.map((score) => this.tag(talk, score)).sort(byConfidenceThenId);
    return {
      ...talk,
      status: this.status(talk, tags, near),
      primary: tags[0]?.id ?? null,
      tags,
      near: near.map((score) => this.nearOf(score, kept[0])),
    };
  }

  private tag(talk: Talk, score: ConceptScore): Tag {
    const concept = this.concept(score.concept);
    return {
      id: concept.id,
      part: this.tree.rootOf(concept.id),
      label: concept.prefLabel,
      confidence: round(score.confidence),
      evidence: score.contributions.map((contribution) => evidenceOf(talk, contribution)),
    };
  }

  private nearOf(score: ConceptScore, best: ConceptScore | undefined): Near {
    return {
      id: this.concept(score.concept).id,
      confidence: round(score.confidence),
      missing: whatIsMissing(score, best, this.scoring, this.cut),
    };
  }

  private status(talk: Talk, tags: readonly Tag[], near: readonly ConceptScore[]): Status {
    const { threshold, reviewMargin } = this.cut;
    const best = tags[0]?.confidence ?? near[0]?.confidence ?? 0;
    if (Math.abs(best - threshold) < reviewMargin || disagrees(talk, tags, this.taxonomy)) return 'review';
    return tags.length > 0 ? 'tagged' : 'untagged';
  }

  private explained(talk: Talk, score: ConceptScore, { kept }: Judged): ExplainedConcept {
    const verdict = this.verdict(score, kept);
    return {
      id: this.concept(score.concept).id,
      score: round(score.score),
      confidence: round(score.confidence),
      verdict,
      missing: verdict === 'tag' ? '' : whatIsMissing(score, kept[0], this.scoring, this.cut),
      evidence: score.contributions.map((contribution) => ({
        ...evidenceOf(talk, contribution),
        count: contribution.count,
        full: round(contribution.full),
      })),
    };
  }

  private verdict(score: ConceptScore, kept: readonly ConceptScore[]): Verdict {
    if (kept.includes(score)) return 'tag';
    if (score.confidence < this.cut.threshold) return 'below-threshold';
    return score.score < (kept[0]?.score ?? 0) * this.cut.share ? 'overshadowed' : 'over-limit';
  }

  private marks({ places }: Judged): readonly Mark[] {
    return places.flatMap(({ place: { field, base, normal }, hits }) =>
      hits
        .filter(({ indexed }) => this.tree.isTag(indexed.concept))
        .map((hit) => {
          const { start, end } = wording(normal, hit);
          return { concept: this.concept(hit.indexed.concept).id, field, start: base + start, end: base + end };
        }),
    );
  }

  private concept(index: number): Concept {
    const concept = this.taxonomy.concepts[index];
    if (concept === undefined) throw new RangeError(`no concept at ${index}`);
    return concept;
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
