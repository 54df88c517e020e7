/** What rules ask of concepts: what came after one, what stands above it, whether a person excluded it. */
import type { RuleContext, TalkView } from './rules/types.ts';

/** The concept that stands for `id` today: itself, or what came after it; undefined for one given up without a successor. */
export function successorOf(id: string, { concept }: RuleContext): string | undefined {
  const seen = new Set<string>();
  let found = concept(id);
  while (found?.deprecated === true && found.replacedBy !== undefined && !seen.has(found.id)) {
    seen.add(found.id);
    found = concept(found.replacedBy);
  }
  return found?.deprecated === true ? undefined : found?.id;
}

/** The concepts above `id`, the nearest first. */
export function above(id: string, { concept }: RuleContext): readonly string[] {
  const found = new Set<string>();
  for (let up = concept(id)?.broader; up !== undefined && !found.has(up); up = concept(up)?.broader) found.add(up);
  return [...found];
}

/** Whether a person said that the talk has not this tag, or nothing of a concept above it. */
export function isExcluded(id: string, { excluded }: TalkView, context: RuleContext): boolean {
  return excluded.has(id) || (excluded.size > 0 && above(id, context).some((up) => excluded.has(up)));
}
