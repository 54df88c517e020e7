/** `--min` and `--expect`: what is asked of the counts, and what is missed. */
import { resolve } from 'node:path';
import { ourFileAt } from '../coverage/records/read.ts';
import { held, parseTarget, type Target, unknownIn } from '../coverage/targets.ts';
import type { Coverage, TargetResult } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import { readAnyText } from '../read-text.ts';
import { visibleLine } from '../report/text.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';

/** Undefined where nothing is asked. @throws UsageError for a target that cannot be read */
export async function targetsOf(
  { min, expect }: CoverageFlags,
  { cwd }: CommandContext,
): Promise<readonly Target[] | undefined> {
  if (min === undefined && expect === undefined) return undefined;
  const asked = (min ?? []).map((target) => parseTarget(target, '--min'));
  if (expect === undefined) return asked;
  const { readExpectations } = await import('../coverage/expectations.ts');
  return [...asked, ...readExpectations(await readAnyText(expect, cwd, '--expect'), expect)];
}

interface Inputs {
  readonly taxonomy: Taxonomy;
  /** The files that are read, as the user would type them. */
  readonly inputs: readonly string[];
  readonly readsStdin: boolean;
}

/** Before anything is counted. @throws UsageError for a concept that the taxonomy has not, unless there are records, which may have it */
export function refuseUnknownConcepts(
  targets: readonly Target[] | undefined,
  { taxonomy, inputs, readsStdin }: Inputs,
  { cwd }: CommandContext,
): void {
  const mistake = unknownIn(targets ?? [], taxonomy);
  if (mistake === undefined || readsStdin) return;
  const isOurs = (path: string): boolean => ourFileAt({ path, file: resolve(cwd, path), named: true }) !== undefined;
  if (!inputs.some(isOurs)) throw new UsageError(mistake);
}

/** @throws UsageError for a group or concept that there is not */
export function targetsHeld(
  targets: readonly Target[] | undefined,
  coverage: Coverage,
  taxonomy: Taxonomy,
): readonly TargetResult[] | undefined {
  return targets === undefined ? undefined : held(targets, coverage, taxonomy);
}

/** Says on stderr what is missed; the exit code is 1 then, unless nothing is to make it so. */
export async function tellMissed(
  results: readonly TargetResult[] | undefined,
  { failOn }: CoverageFlags,
  { stderr, setExitCode }: CommandContext,
): Promise<void> {
  const missed = (results ?? []).filter(({ met }) => !met);
  for (const result of missed) await stderr.write(`${visibleLine(missedLine(result))}\n`);
  if (missed.length > 0 && failOn !== 'never') setExitCode(1);
}

function missedLine({ target, origin, group, talks, of }: TargetResult): string {
  const { subject, comparator } = parseTarget(target, origin);
  const where = group === null ? '' : `${group}: `;
  const counted = `${talks} of ${of} ${of === 1 ? 'talk' : 'talks'}`;
  const missed = comparator.startsWith('<') ? 'more' : 'fewer';
  return `${where}${subject}: ${counted}, ${missed} than asked (${origin} ${target})`;
}
