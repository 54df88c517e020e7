/** What a baseline does to a run's findings: those it knows are left out, and what it knows in vain is told. Pure. */
import type { BaselineEntry } from './baseline-schema.ts';
import { type Baseline, baselineText } from './baseline-text.ts';
import type { RuleId } from './rules/ids.ts';
import { RULES } from './rules/index.ts';
import type { CheckFinding, RuleFinding } from './types.ts';

export { type Baseline, parseBaseline } from './baseline-text.ts';

/** How much a run looked at: an entry about anything else is neither confirmed nor stale. Paths are from the root. */
export interface BaselineScope {
  /** The files it looked at. */
  readonly paths: ReadonlySet<string>;
  /** Whether that is all that rules across files have to see. */
  readonly whole: boolean;
  /** Whether a file is there no more; nothing is known to be gone when absent. */
  isGone?(path: string): boolean;
  /** Whether a rule is on for a file; all are when absent. */
  isOn?(rule: RuleId, path: string): boolean;
}

export interface Baselined {
  readonly kept: readonly CheckFinding[];
  /** How many findings the baseline knows. */
  readonly baselined: number;
  /** Of the rule `stale-baseline`, in the order of the file. */
  readonly stale: readonly RuleFinding[];
}

/** Takes out the findings that the baseline knows. */
export function applyBaseline(findings: readonly CheckFinding[], baseline: Baseline, scope: BaselineScope): Baselined {
  const known = new Set(baseline.entries.map((entry) => entry.fingerprint));
  const kept = findings.filter((finding) => !known.has(finding.fingerprint));
  const stale = staleEntries(baseline, findings, scope).map((entry) => staleFinding(entry, baseline, scope));
  return { kept, baselined: findings.length - kept.length, stale };
}

/**
 * The text of a baseline that knows all of `findings` (found without one), and what `earlier` knew of files that the run
 * did not look at. `fromRoot`: the path from the root for one as the user would type it.
 */
export function updatedBaseline(
  findings: readonly CheckFinding[],
  earlier: Baseline | undefined,
  scope: BaselineScope,
  fromRoot: (path: string) => string,
): string {
  const stale = new Set(earlier === undefined ? [] : staleEntries(earlier, findings, scope));
  const left = (earlier?.entries ?? []).filter((entry) => !stale.has(entry));
  return baselineText([...left, ...findings.flatMap((finding) => entryOf(finding, fromRoot))]);
}

/** The text of the baseline without what `findings` (found without it) show to be stale. */
export function prunedBaseline(baseline: Baseline, findings: readonly CheckFinding[], scope: BaselineScope): string {
  const stale = new Set(staleEntries(baseline, findings, scope));
  return baselineText(baseline.entries.filter((entry) => !stale.has(entry)));
}

function staleEntries(
  { entries }: Baseline,
  findings: readonly CheckFinding[],
  scope: BaselineScope,
): readonly BaselineEntry[] {
  const found = new Set(findings.map((finding) => finding.fingerprint));
  return entries.filter((entry) => !found.has(entry.fingerprint) && wouldBeFound(entry, scope));
}

/** Whether the run would have come upon what the entry is about. */
function wouldBeFound({ rule, path }: BaselineEntry, scope: BaselineScope): boolean {
  if (scope.isGone?.(path) === true) return true;
  if (!scope.paths.has(path) || scope.isOn?.(rule, path) === false) return false;
  return scope.whole || RULES[rule].scope !== 'run';
}

function staleFinding(entry: BaselineEntry, baseline: Baseline, scope: BaselineScope): RuleFinding {
  const { fingerprint, rule, path, tag } = entry;
  const { line, column } = baseline.placeOf(entry);
  const about = tag === undefined ? rule : `${rule} ("${tag}")`;
  const what = scope.isGone?.(path) === true ? `${path} is there no more` : `${about} is found no more in ${path}`;
  return {
    rule: 'stale-baseline',
    path: baseline.path,
    line,
    column,
    endLine: line,
    endColumn: column + fingerprint.length + 2,
    ...(tag === undefined ? {} : { tag }),
    message: `${what}; take it out of the baseline with mlops-tag baseline prune`,
    identity: fingerprint,
  };
}

/** What the baseline itself gives rise to is never in it. */
function entryOf(
  { fingerprint, rule, path, talk, tag }: CheckFinding,
  fromRoot: (path: string) => string,
): readonly BaselineEntry[] {
  return rule === 'stale-baseline'
    ? []
    : [{ fingerprint, rule, path: fromRoot(path), talk: talkFromRoot(talk, path, fromRoot), tag }];
}

/** An id that is made of the path is the same from whatever folder the run began. */
function talkFromRoot(talk: string | undefined, path: string, fromRoot: (path: string) => string): string | undefined {
  return talk?.startsWith(`${path}#`) === true ? `${fromRoot(path)}${talk.slice(path.length)}` : talk;
}
