/** `--compare`: two groups of what is counted, or two files as wholes. */
import { resolve } from 'node:path';
import { comparisonOf } from '../coverage/compare.ts';
import { groupName, groupNamed } from '../coverage/group-named.ts';
import { ourFileAt } from '../coverage/records/read.ts';
import type { Comparison, Coverage } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import { plainFile } from '../plain-file.ts';
import { readText } from '../read-text.ts';
import type { CommandContext } from './context.ts';
import { type CountRun, countFile } from './coverage-count.ts';
import type { CoveragePlan } from './coverage-plan.ts';

/** A file that is compared as a whole. */
export interface ComparedFile {
  readonly name: string;
  readonly coverage: Coverage;
  readonly lang?: string;
}

export interface ComparedFiles {
  readonly before: ComparedFile;
  readonly after: ComparedFile;
}

type Names = NonNullable<CoveragePlan['compared']>;

/** Of such files reports and records are; other names are groups, whatever stands in the folder. */
const MAY_BE_COMPARED = /\.(?:json|ndjson|jsonl)$/i;

/**
 * Whether `names` are two files; groups of `--by source` are files too, but never compared as wholes.
 * @throws UsageError where only one of them is
 */
export async function namesFiles(names: Names, by: string | undefined, context: CommandContext): Promise<boolean> {
  if (by === 'source') return false;
  const [before, after] = names;
  const [isBefore, isAfter] = await Promise.all([isFile(before, context), isFile(after, context)]);
  if (isBefore === isAfter) return isBefore;
  const [there, missing] = isBefore ? names : [after, before];
  throw new UsageError(
    `--compare: ${there} is a file and "${missing}" is none that can be compared (.json, .ndjson, .jsonl); name two files, or two groups.`,
  );
}

async function isFile(name: string, { cwd }: CommandContext): Promise<boolean> {
  return MAY_BE_COMPARED.test(name) && (await plainFile(resolve(cwd, name))).size !== undefined;
}

/** @throws UsageError where one of the files can be no side of a comparison */
export async function comparedFiles([before, after]: Names, run: CountRun): Promise<ComparedFiles> {
  return { before: await comparedFile(before, run), after: await comparedFile(after, run) };
}

async function comparedFile(name: string, run: CountRun): Promise<ComparedFile> {
  const { cwd } = run.context;
  if (ourFileAt({ path: name, file: resolve(cwd, name), named: true })?.form === 'other') {
    const { readCoverageFile } = await import('../coverage/report-file.ts');
    return { name, coverage: readCoverageFile(await readText(name, cwd, '--compare'), name) };
  }
  const counter = await countFile(name, run);
  const lang = counter.lang();
  return { name, coverage: counter.coverage(), ...(lang === undefined ? {} : { lang }) };
}

/** Two files as wholes, by the later one's weight. @throws UsageError where what they count is not the same */
export function filesCompared({ before, after }: ComparedFiles): Comparison {
  const [older, newer] = [before.coverage, after.coverage];
  if (older.includeReview !== newer.includeReview) {
    const [counts, counted] = older.includeReview ? [before, after] : [after, before];
    throw new UsageError(
      `${counts.name} counts the tags of talks in doubt and ${counted.name} does not; make both with --include-review, or none.`,
    );
  }
  return comparisonOf({ name: before.name, group: older.all }, { name: after.name, group: newer.all }, newer.weight);
}

/** @throws UsageError for a group that there is not */
export function groupsCompared([before, after]: Names, coverage: Coverage): Comparison {
  const [older, newer] = [groupNamed(coverage, before), groupNamed(coverage, after)];
  if (older === newer) throw new UsageError(`--compare: "${before}" and "${after}" are the same group.`);
  return comparisonOf(
    { name: groupName(older), group: older },
    { name: groupName(newer), group: newer },
    coverage.weight,
  );
}
