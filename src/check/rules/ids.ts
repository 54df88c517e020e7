/** The names of the rules, in the order in which they are listed. They are part of people's files: none is ever renamed or used for something else. */
export const RULE_IDS = [
  'invalid-file',
  'missing-title',
  'missing-description',
  'missing-event',
  'missing-tags',
  'unknown-tag',
  'non-canonical-tag',
  'deprecated-tag',
  'redundant-tag',
  'unsupported-tag',
  'suggested-tag',
  'too-many-tags',
  'tag-is-not-a-topic',
  'duplicate-talk',
  'inconsistent-spelling',
  'unused-disable',
  'stale-baseline',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

export function isRuleId(name: string): name is RuleId {
  return RULE_IDS.some((id) => id === name);
}
