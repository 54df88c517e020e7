/** The rules as SARIF describes them, in the order of the table. */
import { RULE_IDS } from '../../check/rules/ids.ts';
import { RULES } from '../../check/rules/index.ts';
import type { Rule } from '../../check/rules/types.ts';

/** GitHub's words for how much a rule matters, beside SARIF's levels. */
const PROBLEM = { error: 'error', warning: 'warning', off: 'recommendation' } as const;

export const RULE_DESCRIPTORS = RULE_IDS.map((id) => descriptor(RULES[id]));

function descriptor(rule: Rule) {
  const { id, severity, fixable, summary, help } = rule;
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  const markdown = fixable === undefined ? help : `${help}\n\n\`mlops-tag check --write\`: ${fixable}.`;
  return {
    id,
    shortDescription: { text: sentence },
    fullDescription: { text: `${sentence} ${withoutTicks(help)}` },
    help: { text: withoutTicks(markdown), markdown },
    defaultConfiguration:
      severity === 'off' ? { enabled: false, level: 'none' as const } : { enabled: true, level: severity },
    properties: { tags: tagsOf(rule), 'problem.severity': PROBLEM[severity] },
  };
}

/** At most ten are kept by GitHub. */
function tagsOf(rule: Rule): readonly string[] {
  return ['mlops-tag', `scope-${rule.scope}`, ...(rule.fixable === undefined ? [] : ['fixable'])];
}

function withoutTicks(text: string): string {
  return text.replaceAll('`', '');
}
