/** `--min` and `--expect`: what is asked of the counts, and what is missed. */
import { resolve } from 'node:path';
import type { Refusal } from '../coverage/expectations.ts';
import { ourFileAt } from '../coverage/records/read.ts';
import { mistakeIn, totalNamed } from '../coverage/target-subject.ts';
import { conceptBehind, held, parseTarget, readTarget, type Target, unusableTargets } from '../coverage/targets.ts';
import type { Coverage, CoverageReport, TargetResult } from '../coverage/types.ts';
import { readAnyText } from '../read-text.ts';
import { labelIn } from '../report/labels.ts';
import { visibleLine } from '../report/text.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CommandContext } from './context.ts';
import type { CoverageFlags } from './coverage.ts';

interface Inputs {
  readonly taxonomy: Taxonomy;
  /** The files that are read, as the user would type them. */
  readonly inputs: readonly string[];
  readonly readsStdin: boolean;
}

/**
 * Undefined where nothing is asked.
 *
 * @throws UsageError with every target that cannot be read, or names what the taxonomy has not, unless there are records, which may have it
 */
export async function targetsOf(
  { min, expect }: CoverageFlags,
  inputs: Inputs,
  { cwd }: CommandContext,
): Promise<readonly Target[] | undefined> {
  if (min === undefined && expect === undefined) return undefined;
  const refusal = refusalBy(inputs, cwd);
  const asked = typedTargets(min ?? [], refusal);
  if (expect === undefined) return asked;
  const { readExpectations } = await import('../coverage/expectations.ts');
  return [...asked, ...readExpectations(await readAnyText(expect, cwd, '--expect'), expect, refusal)];
}

function typedTargets(texts: readonly string[], refusal: Refusal): readonly Target[] {
  const read = texts.map((text) => {
    const target = readTarget(text);
    return 'mistake' in target ? target : (mistaken(refusal(target.subject)) ?? { ...target, origin: '--min' });
  });
  const mistakes = read.flatMap((one) => ('mistake' in one ? [`--min: ${one.mistake}`] : []));
  if (mistakes.length > 0) throw unusableTargets(mistakes);
  return read.flatMap((one) => ('mistake' in one ? [] : [one]));
}

function mistaken(mistake: string | undefined): { readonly mistake: string } | undefined {
  return mistake === undefined ? undefined : { mistake };
}

/** Before anything is counted, where no input may hold records. */
function refusalBy({ taxonomy, inputs, readsStdin }: Inputs, cwd: string): Refusal {
  const isOurs = (path: string): boolean => ourFileAt({ path, file: resolve(cwd, path), named: true }) !== undefined;
  let mayHoldRecords: boolean | undefined;
  return (subject) => {
    const mistake = mistakeIn(subject, taxonomy);
    if (mistake === undefined) return undefined;
    mayHoldRecords ??= readsStdin || inputs.some(isOurs);
    return mayHoldRecords ? undefined : mistake;
  };
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
  { targets = [], coverage }: Pick<CoverageReport, 'targets' | 'coverage'>,
  taxonomy: Taxonomy,
  { failOn }: CoverageFlags,
  { stderr, setExitCode }: CommandContext,
): Promise<void> {
  const missed = targets.filter(({ met }) => !met);
  for (const result of missed) await stderr.write(`${visibleLine(missedLine(result, coverage, taxonomy))}\n`);
  if (missed.length > 0 && failOn !== 'never') setExitCode(1);
}

function missedLine(result: TargetResult, { by, and }: Coverage, taxonomy: Taxonomy): string {
  const { target, origin, group, talks, of, lacks } = result;
  const { subject, comparator } = parseTarget(target, origin);
  const behind = conceptBehind(result, taxonomy);
  const name = behind === undefined ? subject : `${subject} (${labelOf(behind, taxonomy)})`;
  const from = `(${origin} ${target})`;
  if (lacks === 'groups') return `${name}: asked of each ${groupsBy(by, and)}, and there is none ${from}`;
  if (lacks === 'talks') return `${name}: asked of the talks, and there is none ${from}`;
  const where = group === null ? '' : `${group}: `;
  const missed = `${comparator.startsWith('<') ? 'more' : 'fewer'} than asked ${from}`;
  if (totalNamed(subject) === 'talks') return `${where}${counted(talks)}, ${missed}`;
  return `${where}${name}: ${talks} of ${counted(of)}, ${missed}`;
}

function counted(talks: number): string {
  return `${talks} ${talks === 1 ? 'talk' : 'talks'}`;
}

function groupsBy(by: string | null, and: string | null): string {
  return and === null ? (by ?? 'group') : `${by} / ${and}`;
}

function labelOf(id: string, { concepts }: Taxonomy): string {
  return labelIn(concepts.find((concept) => concept.id === id)?.prefLabel ?? {}, 'en') || id;
}
