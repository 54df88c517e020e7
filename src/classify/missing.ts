/** What a concept below the cut would have needed, in words. */
import type { Cut } from './decide.ts';
import type { Opinion } from './model.ts';
import type { ConceptScore, Scoring } from './score.ts';
import type { MoreEvidence } from './signals.ts';

export function whatIsMissing(score: ConceptScore, best: ConceptScore | undefined, scoring: Scoring, cut: Cut): string {
  const overshadowed = best !== undefined && score.score < best.score * cut.share;
  if (score.confidence >= cut.threshold) {
    return overshadowed ? 'more of its own terms beside the much stronger tags' : 'a higher --limit';
  }
  const needed = scoreAt(cut.threshold, scoring);
  const gap = needed - score.score;
  if (fullScore(score) >= needed) return 'words that say the talk is about the field of the taxonomy at all';
  const strongest = score.contributions[0];
  const inTitle =
    strongest === undefined || strongest.found.place.field === 'title'
      ? 0
      : strongest.label.weight * (scoring.fields.title - 1);
  if (gap <= 0.6) return 'one more mention';
  if (gap <= 1.2) return inTitle >= gap ? 'one more term, or one in the title' : 'one more term';
  return inTitle >= gap ? 'two more terms, or one in the title' : 'two more terms';
}

/** The score were the talk wholly about the taxonomy's domain. */
function fullScore({ contributions }: ConceptScore): number {
  return contributions.reduce((sum, { full }) => sum + full, 0);
}

/** The score at which confidence reaches `confidence`: the logistic curve of score.ts, turned round. */
function scoreAt(confidence: number, { half, slope }: Scoring): number {
  return half * (confidence / (1 - confidence)) ** (1 / slope);
}

/** What would bring a model's confidence to the threshold, found by supposing it. */
export function whatModelMisses(
  { concept, confidence }: ConceptScore,
  opinion: Opinion,
  domain: number,
  { fields: { title: titleWeight } }: Scoring,
  { threshold }: Cut,
): string {
  if (confidence >= threshold) return 'a higher --limit';
  const element = opinion.elementOf(concept);
  const suffices = (more: Omit<MoreEvidence, 'titleWeight'>): boolean =>
    opinion.supposing(element, { ...more, titleWeight }) >= threshold;
  if (domain < 1 && suffices({ domain: 1 })) return 'words that say the talk is about the field of the taxonomy at all';
  if (suffices({ terms: 1 })) return 'one more term';
  const inTitle = suffices({ terms: 1, inTitle: true });
  if (suffices({ terms: 2 })) return inTitle ? 'two more terms, or one in the title' : 'two more terms';
  return inTitle ? 'a term in the title' : 'far more of its own terms beside the rest of the talk';
}
