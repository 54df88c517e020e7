import type { RunRule } from './types.ts';

export const inconsistentSpelling: RunRule = {
  id: 'inconsistent-spelling',
  scope: 'run',
  severity: 'warning',
  summary: 'one keyword in several spellings',
  help: 'Keep one spelling, so that lists and searches find all of its talks.',
  check: () => [],
};
