/** Two files compared and no talks named: the later file's counts are what is reported. */
import { UsageError } from '../findings.ts';
import { loadOptions } from '../pipeline.ts';
import { loadTaxonomy } from '../taxonomy/load.ts';
import type { ComparedFile, ComparedFiles } from './coverage-compare.ts';
import type { CountRun } from './coverage-count.ts';
import type { Collection } from './coverage-talks.ts';

/** @throws UsageError for what needs the talks themselves, or other groups than the file has */
export async function openFiles({ before, after }: ComparedFiles, run: CountRun): Promise<Collection> {
  refuseUnknowable(after, run);
  for (const file of [before, after]) if (file.isReport) refuseRecounting(file, run);
  const { coverage, lang, name } = after;
  return {
    taxonomy: await loadTaxonomy(run.options.taxonomy, loadOptions(run.options)),
    inputs: [],
    count: async () => ({ coverage, countedFile: name, ...(lang === undefined ? {} : { lang }) }),
  };
}

function refuseUnknowable({ name, coverage }: ComparedFile, { flags }: CountRun): void {
  const { trend, patch } = flags;
  if (trend !== undefined || patch !== undefined)
    throw new UsageError(
      `${trend === undefined ? '--patch' : '--trend'} needs the talks themselves; name them beside the files of --compare.`,
    );
  const how = coverage.by === null ? 'all talks as one group' : `by ${coverage.by}`;
  if (flags.by !== undefined && flags.by !== coverage.by)
    throw new UsageError(`${name} counts ${how}, not by ${flags.by}; make it with --by ${flags.by}.`);
  if (flags.gaps === true && coverage.by === null)
    throw new UsageError(`--gaps compares groups, and ${name} counts ${how}; make it with --by event, or another key.`);
}

/** A report holds counts alone, which cannot be made anew. */
function refuseRecounting({ name, coverage }: ComparedFile, { flags }: CountRun): void {
  const { lang, weight, includeReview } = flags;
  if (lang !== undefined)
    throw new UsageError(
      `${name} holds counts alone, so --lang cannot select among its talks; make it with --lang ${lang.join(',')}.`,
    );
  if (weight === 'primary' && coverage.weight !== weight)
    throw new UsageError(
      `${name} holds counts alone, made with --weight ${coverage.weight}; make it with --weight ${weight}.`,
    );
  if (includeReview === true && !coverage.includeReview)
    throw new UsageError(`${name} holds counts alone, made without --include-review; make it with --include-review.`);
}
