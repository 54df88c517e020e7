import type { OtherRule } from './types.ts';

export const unusedDisable: OtherRule = {
  id: 'unused-disable',
  scope: 'other',
  severity: 'warning',
  summary: 'a comment that switches off what is not found',
  help: 'Take the comment out: it would hide the next mistake.',
};
