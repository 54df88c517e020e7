/** What the flags of `coverage` ask for, read together; and what of them cannot be asked together. */
import { UsageError } from '../findings.ts';
import { COVERAGE_FORMATS, type CoverageFormat } from '../report/coverage/formats.ts';
import type { CoverageFlags } from './coverage.ts';
import { type OutputRequest, outputRequests } from './outputs.ts';

/** The two names of `--compare`. */
export type ComparedNames = readonly [before: string, after: string];

/** What they are names of. */
export type ComparedKind = 'groups' | 'files';

export interface CoveragePlan {
  readonly paths: readonly string[];
  readonly compared?: ComparedNames;
  /** The paths that were typed behind the two names: one that does not exist was meant as a third name. */
  readonly behind: readonly string[];
  /** None where `--update` alone says where a report goes. */
  readonly requests: readonly OutputRequest<CoverageFormat>[];
}

/** @throws UsageError for flags that cannot be right */
export function planOf(paths: readonly string[], flags: CoverageFlags): CoveragePlan {
  const { by, and, update, title } = flags;
  if (by?.trim() === '' || and?.trim() === '') throw new UsageError('--by and --and take a key, such as event.');
  if (and !== undefined && by === undefined)
    throw new UsageError(`--and is the second key; write --by KEY --and ${and}.`);
  if (and !== undefined && by === and)
    throw new UsageError(`--by and --and are both ${by}; groups by two keys need two.`);
  if (update?.trim() === '') throw new UsageError('--update names no file.');
  if (title?.trim() === '')
    throw new UsageError('--title is empty; leave it out, or say what the collection is called.');
  const requests = requestsOf(flags);
  const twice = requests.find(({ file }) => file !== undefined && file === update);
  if (twice !== undefined) throw new UsageError(`--update and --format ${twice.format} would both write ${update}.`);
  const [before, after, ...more] = flags.compare ?? [];
  if (before === undefined) return { paths, behind: [], requests };
  if (after === undefined)
    throw new UsageError(
      `--compare takes two groups or two files, before and after; there is only "${before}". A name that begins with - takes the form --compare=-a --compare=-b.`,
    );
  return { paths: [...paths, ...more], compared: [before, after], behind: more, requests };
}

/** The key that talks are grouped by: that of `--by`, or events where groups are compared. @throws UsageError where gaps need one */
export function keyOf({ by, gaps }: CoverageFlags, compared: ComparedKind | undefined): string | undefined {
  const key = by ?? (compared === 'groups' ? 'event' : undefined);
  if (gaps === true && key === undefined && compared !== 'files')
    throw new UsageError('--gaps says what a group lacks that others have: add --by event, or another key.');
  return key;
}

/** Whether a page is asked for, which lists the talks and has a script of its own. */
export function hasPage({ requests }: CoveragePlan): boolean {
  return requests.some(({ format }) => format === 'html');
}

function requestsOf({ format, output, update }: CoverageFlags): CoveragePlan['requests'] {
  const isUpdateAlone = update !== undefined && format === undefined && output === undefined;
  return isUpdateAlone ? [] : outputRequests(format, output, COVERAGE_FORMATS);
}
