/** What `check` found, as its reporters get it. */
import { relative, resolve } from 'node:path';
import { isWanted } from '../check/changes.ts';
import type { Judgement } from '../check/judge.ts';
import type { CheckedFile, CheckFinding, CheckReport, CheckSummary } from '../check/types.ts';
import { repositoryRoot } from '../config/find.ts';
import { slashes } from '../sources/paths.ts';
import type { CheckFlags } from './check.ts';
import type { CheckRun } from './check-open.ts';

/** What came of a run, beside its findings. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  readonly cached: number;
  readonly fixed: number;
  /** What happened on the way that findings do not say, in a sentence each. */
  readonly notes: readonly string[];
}

export async function reportOf(run: CheckRun, judgement: Judgement, outcome: Outcome): Promise<CheckReport> {
  const { config, scope } = run;
  return {
    summary: summaryOf(judgement, outcome),
    findings: judgement.findings,
    decisions: outcome.files.flatMap(({ decisions }) => decisions),
    notes: [...scope.notes, ...(await overrideNotes(run, outcome)), ...outcome.notes],
    prefix: prefixOf(config.cwd),
  };
}

function summaryOf({ findings, disabled, baselined }: Judgement, { files, cached, fixed }: Outcome): CheckSummary {
  const count = (counts: (finding: CheckFinding) => boolean): number => findings.filter(counts).length;
  const safe = count(({ fix }) => isWanted(fix, 'safe'));
  return {
    files: files.length,
    talks: files.reduce((sum, { talks }) => sum + talks.length, 0),
    errors: count(({ severity }) => severity === 'error'),
    warnings: count(({ severity }) => severity === 'warning'),
    fixable: safe,
    fixableWithAll: count(({ fix }) => isWanted(fix, 'all')) - safe,
    disabled,
    baselined,
    fixed,
    cached,
  };
}

/** Whether the exit code is 1; the same for every format. */
export function fails({ errors, warnings }: CheckSummary, { failOn, maxWarnings }: CheckFlags): boolean {
  if (failOn === 'never') return false;
  if (errors > 0 || (failOn === 'warning' && warnings > 0)) return true;
  return maxWarnings !== undefined && warnings > maxWarnings;
}

/** A glob that names nothing was misspelt, or left behind: said only where all files were looked at. */
async function overrideNotes({ config, origins, judging }: CheckRun, { files }: Outcome): Promise<readonly string[]> {
  if (!judging.whole || config.overrides.length === 0) return [];
  const { unmatchedOverrides } = await import('../config/overrides.ts');
  return unmatchedOverrides(
    files.map(({ path }) => path),
    config,
  ).map(({ override, glob }) => {
    const place = origins[`overrides.${override}`];
    return `${place === undefined ? '' : `${place}: `}no file is named by "${glob}" of overrides`;
  });
}

/** From the repository's root to the working folder, with `/` at the end; empty where they are the same. */
export function prefixOf(cwd: string): string {
  const root = repositoryRoot(cwd);
  const way = root === undefined ? '' : slashes(relative(root, resolve(cwd)));
  return way === '' ? '' : `${way}/`;
}
