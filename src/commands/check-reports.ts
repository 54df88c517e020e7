/** Where the reports of `check` go: stdout, files, and what GitHub Actions reads. */
import { appendFile } from 'node:fs/promises';
import type { CheckReport } from '../check/types.ts';
import { UsageError } from '../findings.ts';
import { CHECK_FORMATS, type CheckFormat } from '../report/check/formats.ts';
import { checkReporter } from '../report/check/index.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CheckFlags } from './check.ts';
import type { CommandContext, TextSink } from './context.ts';
import { type OutputRequest, outputRequests, writeReports } from './outputs.ts';
import { reportContext } from './terminal.ts';

/** The reports that the flags name; `pretty` where they name none. */
export function checkRequests({ format, output }: CheckFlags): readonly OutputRequest<CheckFormat>[] {
  return outputRequests(format, output, CHECK_FORMATS);
}

/** Writes every report; in GitHub Actions annotations too where no format was asked for, and the job's summary. */
export async function writeCheckReports(
  report: CheckReport,
  requests: readonly OutputRequest<CheckFormat>[],
  {
    taxonomy,
    flags,
    context,
  }: { readonly taxonomy: Taxonomy; readonly flags: CheckFlags; readonly context: CommandContext },
): Promise<void> {
  const render = (format: CheckFormat, sink: TextSink | undefined): string =>
    checkReporter(format).whole(report, reportContext(sink, taxonomy, flags.color, context.env));
  await writeReports(requests, context, render);
  const { env } = context;
  if (env['GITHUB_ACTIONS'] === 'true' && flags.format === undefined)
    await context.stdout.write(render('github', undefined));
  const summary = env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '') await appendSummary(summary, render('markdown', undefined));
}

async function appendSummary(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} (GITHUB_STEP_SUMMARY) cannot be written: ${code}.`);
  }
}
