import type { RunRule } from './types.ts';

export const duplicateTalk: RunRule = {
  id: 'duplicate-talk',
  scope: 'run',
  severity: 'error',
  summary: 'the same talk twice',
  help: 'Take one of the two out, or tell them apart by title or event.',
  check: () => [],
};
