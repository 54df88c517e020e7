import type { OtherRule } from './types.ts';

export const staleBaseline: OtherRule = {
  id: 'stale-baseline',
  scope: 'other',
  severity: 'warning',
  summary: 'an entry of the baseline that is found no more',
  help: 'Take it out with `mlops-tag baseline prune`, so that it cannot come back unseen.',
};
