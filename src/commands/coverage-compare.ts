/** `--compare` of two files as wholes: whether the names are files, and what is counted in them. */
import { resolve } from 'node:path';
import { comparisonOf } from '../coverage/compare.ts';
import { ourFileAt } from '../coverage/records/read.ts';
import type { ToolTaxonomy } from '../coverage/report-file.ts';
import type { Comparison, Coverage } from '../coverage/types.ts';
import { UsageError } from '../findings.ts';
import { plainFile } from '../plain-file.ts';
import { readAnyText } from '../read-text.ts';
import type { CommandContext } from './context.ts';
import { type CountRun, countFile } from './coverage-count.ts';
import { notesOnFiles } from './coverage-file-notes.ts';
import type { ComparedKind, ComparedNames } from './coverage-plan.ts';
import { tellNote } from './reading.ts';

/** A file that is compared as a whole. */
export interface ComparedFile {
  readonly name: string;
  readonly coverage: Coverage;
  readonly lang?: string;
  /** What it was tagged with; absent where nobody knows. */
  readonly taxonomy?: ToolTaxonomy;
  /** Whether it holds counts alone. */
  readonly isReport: boolean;
}

export interface ComparedFiles {
  readonly before: ComparedFile;
  readonly after: ComparedFile;
}

/** Of such files reports and records are; other names are groups, whatever stands in the folder. */
const MAY_BE_COMPARED = /\.(?:json|ndjson|jsonl)$/i;

/**
 * What `names` are; groups of `--by source` are files too, but never compared as wholes. `talks`: whether paths or a config say
 * which talks there are to group.
 *
 * @throws UsageError where one name is a file and the other is not, or neither can be anything
 */
export async function kindCompared(
  names: ComparedNames,
  by: string | undefined,
  talks: { readonly named: boolean; readonly inConfig: boolean },
  context: CommandContext,
): Promise<ComparedKind> {
  if (by === 'source') return 'groups';
  const [before, after] = names;
  const [old, now] = await Promise.all([whyNoFile(before, context), whyNoFile(after, context)]);
  if (old === undefined && now === undefined) return 'files';
  if (old !== undefined && now !== undefined) {
    const meansFiles = !talks.inConfig || (MAY_BE_COMPARED.test(before) && MAY_BE_COMPARED.test(after));
    if (talks.named || !meansFiles) return 'groups';
    throw new UsageError(
      `--compare: "${before}" ${old}, "${after}" ${now}; ${TAKES}, or groups and the paths of talks.`,
    );
  }
  const [there, missing] = old === undefined ? names : [after, before];
  throw new UsageError(
    `--compare: ${there} is a file and "${missing}" is none that can be compared: it ${old ?? now}; ${TAKES}, or two groups.`,
  );
}

const TAKES = 'name two files (.json, .ndjson, .jsonl: reports of coverage -f json, or records of tag)';

/** What keeps a name from being that of a file that can be compared. */
async function whyNoFile(name: string, { cwd }: CommandContext): Promise<string | undefined> {
  const { size, refused } = await plainFile(resolve(cwd, name));
  if (size !== undefined) return MAY_BE_COMPARED.test(name) ? undefined : 'has another ending';
  if (refused === undefined) return 'is not there';
  return refused.startsWith('it ') ? refused.slice('it '.length) : `cannot be read (${refused})`;
}

/** @throws UsageError where one of the files can be no side of a comparison */
export async function comparedFiles([before, after]: ComparedNames, run: CountRun): Promise<ComparedFiles> {
  const files = { before: await comparedFile(before, run), after: await comparedFile(after, run) };
  for (const note of notesOnFiles(files)) await tellNote({ note }, run.context);
  return files;
}

async function comparedFile(name: string, run: CountRun): Promise<ComparedFile> {
  const { cwd } = run.context;
  const ours = ourFileAt({ path: name, file: resolve(cwd, name), named: true });
  if (ours?.form === 'other') {
    const { readCoverageFile } = await import('../coverage/report-file.ts');
    return { name, ...readCoverageFile(await readAnyText(name, cwd, '--compare'), name), isReport: true };
  }
  const { counter, taxonomy } = await countFile(name, run);
  const lang = counter.lang();
  return {
    name,
    coverage: counter.coverage(),
    ...(lang === undefined ? {} : { lang }),
    ...(ours === undefined ? { taxonomy } : {}),
    isReport: false,
  };
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
