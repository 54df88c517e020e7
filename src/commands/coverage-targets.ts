/** `--min` and `--expect`: what is asked of the counts, and what is missed. */
import { held, parseTarget, type Target } from '../coverage/targets.ts';
import type { Coverage, TargetResult } from '../coverage/types.ts';
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

const EACH = /^each\s*[:：]\s*/i;
const COMPARATOR = /[<>≤≥≦≧＜＞]/;

function missedLine({ target, origin, group, talks, of }: TargetResult): string {
  const asked = target.replace(EACH, '');
  const [subject = '', sign = ''] = [asked.split(COMPARATOR)[0]?.trim(), COMPARATOR.exec(asked)?.[0]];
  const where = group === null ? '' : `${group}: `;
  const counted = `${talks} of ${of} ${of === 1 ? 'talk' : 'talks'}`;
  const missed = /[<≤≦＜]/.test(sign) ? 'more' : 'fewer';
  return `${where}${subject}: ${counted}, ${missed} than asked (${origin} ${target})`;
}
