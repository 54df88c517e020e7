/** `--rule id=severity`, and the severities there are. */
import { isRuleId, RULE_IDS, type RuleId } from '../check/rules/ids.ts';
import { UsageError } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import type { RuleSeverities, RuleSeverity } from './types.ts';

export const SEVERITIES: readonly RuleSeverity[] = ['error', 'warning', 'off'];

/** What `--rule`, given any number of times, says; the last one on a rule counts. @throws UsageError for a rule or severity that there is not */
export function severitiesGiven(values: readonly string[]): RuleSeverities {
  const given: Partial<Record<RuleId, RuleSeverity>> = {};
  for (const value of values) {
    const { id, severity } = severityGiven(value);
    given[id] = severity;
  }
  return given;
}

function severityGiven(value: string): { readonly id: RuleId; readonly severity: RuleSeverity } {
  const [id = '', name, ...more] = value.split('=').map((word) => word.trim());
  if (name === undefined || more.length > 0)
    throw new UsageError(`--rule ${value}: it takes RULE=SEVERITY, such as missing-event=off.`);
  if (!isRuleId(id)) throw new UsageError(`--rule ${value}: there is no rule "${id}"${didYouMean(id, RULE_IDS)}.`);
  const severity = SEVERITIES.find((one) => one === name);
  if (severity === undefined)
    throw new UsageError(
      `--rule ${value}: "${name}" is none of ${SEVERITIES.join(', ')}${didYouMean(name, SEVERITIES)}.`,
    );
  return { id, severity };
}
