/** Checked files to findings that count: rules across talks, severities, comments, fingerprints, the baseline. Pure. */
import type { RuleSeverity } from '../config/types.ts';
import type { Finding } from '../findings.ts';
import { applyBaseline, type Baseline, type BaselineScope } from './baseline.ts';
import { byPlace, byText } from './by-place.ts';
import { applyDisables } from './disables.ts';
import { fingerprint } from './fingerprint.ts';
import { RUN_RULES } from './marks.ts';
import { fileFinding } from './rule-findings.ts';
import { RULE_IDS, type RuleId } from './rules/ids.ts';
import { RULES } from './rules/index.ts';
import type { CheckedFile, CheckFinding, RuleFinding } from './types.ts';

export interface RunFiles {
  readonly files: readonly CheckedFile[];
  /** What the cache knows of files that this run did not look at. */
  readonly others: readonly CheckedFile[];
  /** What is wrong with paths behind which there is no file. */
  readonly missing: readonly Finding[];
}

/** How findings are judged: what the config and the command line say. */
export interface Judging {
  /** The severities that hold for a file. */
  severities(path: string): Readonly<Record<RuleId, RuleSeverity>>;
  /** The path from the root, as fingerprints have it. */
  fromRoot(path: string): string;
  /** Whether the run looks at all that the paths name, so that rules across talks have seen them all. */
  readonly whole: boolean;
  /** Whether there is no file any more at a path from the root. */
  isGone(path: string): boolean;
  readonly baseline?: Baseline;
}

export interface Judgement {
  /** By path, line, column, rule, tag. */
  readonly findings: readonly CheckFinding[];
  /** How many findings comments switch off. */
  readonly disabled: number;
  /** How many the baseline knows. */
  readonly baselined: number;
}

/** What is found in all files of a run. */
export function judgeRun({ files, others, missing }: RunFiles, judging: Judging): Judgement {
  const across = byPath(acrossTalks(files, others));
  const judged = [
    ...files.map((file) => withoutDisabled(file, across.get(file.path) ?? [], judging)),
    ...others.map((file) => acrossAlone(file, across.get(file.path) ?? [], judging)),
  ];
  const found = [...missing.map(fileFinding), ...judged.flatMap(({ kept }) => kept)];
  const findings = found.flatMap((finding) => withSeverity(finding, judging));
  const disabled = judged.reduce((sum, one) => sum + one.disabled, 0);
  const { kept, baselined } = withoutBaselined(findings, files, judging);
  return { findings: inOrder(kept), disabled, baselined };
}

/** What is found in one file alone, without what rules across talks say of it: enough to know what can be mended. */
export function judgeFile(file: CheckedFile, judging: Judging): readonly CheckFinding[] {
  const { kept } = withoutDisabled(file, [], { ...judging, whole: false });
  return withoutBaselined(
    kept.flatMap((finding) => withSeverity(finding, judging)),
    [file],
    judging,
  ).kept;
}

/**
 * What rules across talks say of those in `files`; they see `others` too. Of two talks that are one the later is told of, whichever
 * of them was looked at, so that a finding is the same in every run.
 */
function acrossTalks(files: readonly CheckedFile[], others: readonly CheckedFile[]): readonly RuleFinding[] {
  const checked = new Set(files.map(({ path }) => path));
  const talks = [...files, ...others]
    .flatMap((file) => file.talks)
    .sort((a, b) => byPlace({ ...a.span, path: a.path }, { ...b.span, path: b.path }));
  return RUN_RULES.flatMap((rule) =>
    Array.from(rule.check(talks)).filter(
      ({ path, related = [] }) => checked.has(path) || (rule.mutual && related.some((one) => checked.has(one.path))),
    ),
  );
}

/** Of a file that was not looked at only what rules across talks say, less what its own comments switch off. */
function acrossAlone(
  file: CheckedFile,
  across: readonly RuleFinding[],
  judging: Judging,
): ReturnType<typeof withoutDisabled> {
  if (across.length === 0) return { kept: [], disabled: 0 };
  const { kept, disabled } = withoutDisabled({ ...file, findings: [] }, across, judging);
  return { kept: kept.filter(({ rule }) => RULES[rule].scope === 'run'), disabled };
}

function withoutDisabled(
  { path, findings, disables }: CheckedFile,
  further: readonly RuleFinding[],
  { severities, whole }: Judging,
): { readonly kept: readonly RuleFinding[]; readonly disabled: number } {
  const severity = severities(path);
  const on = [...findings, ...further].filter(({ rule }) => severity[rule] !== 'off');
  const judged = RULE_IDS.filter((rule) => severity[rule] !== 'off' && (whole || RULES[rule].scope !== 'run'));
  const { kept, disabled, unused } = applyDisables(on, disables, new Set(judged));
  return { kept: [...kept, ...unused], disabled };
}

/** Another pair is another finding, also where one of the two is the same. */
function isMutual(id: RuleId): boolean {
  const rule = RULES[id];
  return rule.scope === 'run' && rule.mutual;
}

/** A finding as reports show it; none where its rule is off. */
function withSeverity(finding: RuleFinding, { severities, fromRoot }: Judging): readonly CheckFinding[] {
  const { rule, tag, identity, fix } = finding;
  const severity = severities(finding.path)[rule];
  if (severity === 'off') return [];
  const [other] = isMutual(rule) ? (finding.related ?? []) : [];
  const identities = other === undefined ? identity : `${identity}\n${fromRoot(other.path)}`;
  let known = finding.fingerprint;
  const made = (): string =>
    fingerprint({ path: fromRoot(finding.path), rule, identity: identities, ...(tag === undefined ? {} : { tag }) });
  // Worked out when somebody asks: most formats show none.
  return [
    {
      ...finding,
      severity,
      fixable: fix !== undefined,
      get fingerprint() {
        known ??= made();
        return known;
      },
    },
  ];
}

function withoutBaselined(
  findings: readonly CheckFinding[],
  files: readonly CheckedFile[],
  judging: Judging,
): { readonly kept: readonly CheckFinding[]; readonly baselined: number } {
  if (judging.baseline === undefined) return { kept: findings, baselined: 0 };
  const { kept, baselined, stale } = applyBaseline(findings, judging.baseline, baselineScope(files, judging));
  return { kept: [...kept, ...stale.flatMap((finding) => withSeverity(finding, judging))], baselined };
}

/** What of a baseline this run can judge. */
export function baselineScope(files: readonly CheckedFile[], judging: Judging): BaselineScope {
  const shown = new Map(files.map(({ path }) => [judging.fromRoot(path), path]));
  return {
    paths: new Set(shown.keys()),
    whole: judging.whole,
    isGone: (path) => judging.isGone(path),
    isOn: (rule, path) => judging.severities(shown.get(path) ?? path)[rule] !== 'off',
  };
}

function inOrder(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  return [...findings].sort((a, b) => byPlace(a, b) || byText(a.rule, b.rule) || byText(a.tag ?? '', b.tag ?? ''));
}

function byPath(findings: readonly RuleFinding[]): ReadonlyMap<string, readonly RuleFinding[]> {
  const groups = new Map<string, RuleFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group === undefined) groups.set(finding.path, [finding]);
    else group.push(finding);
  }
  return groups;
}
