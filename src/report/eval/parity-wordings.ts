/** What evidence says, once a wording. */
import type { Evidence } from '../../talk.ts';

/** The wordings as the text has them, strongest first, each once. */
export function wordings(evidence: readonly Pick<Evidence, 'text'>[]): readonly string[] {
  return [...new Set(evidence.map(({ text }) => text))];
}
