/** Where the reports of `check` go: stdout, files, and what GitHub Actions reads. */
import { appendFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CheckReport } from '../check/types.ts';
import { plainFile, refusalOf } from '../plain-file.ts';
import { CHECK_FORMATS, type CheckFormat } from '../report/check/formats.ts';
import { checkReporter } from '../report/check/index.ts';
import { visibleLine } from '../report/text.ts';
import type { Taxonomy } from '../taxonomy/types.ts';
import type { CheckFlags } from './check.ts';
import type { CommandContext, TextSink } from './context.ts';
import { type OutputRequest, outputRequests, writeReports } from './outputs.ts';
import { reportContext } from './terminal.ts';

/** The reports that the flags name; `pretty` where they name none. */
export function checkRequests({ format, output }: CheckFlags): readonly OutputRequest<CheckFormat>[] {
  return outputRequests(format, output, CHECK_FORMATS);
}

export interface ReportTarget {
  readonly taxonomy: Taxonomy;
  /** The files that the run read; nothing is appended to one of them. */
  readonly inputs: readonly (string | undefined)[];
  readonly flags: CheckFlags;
  readonly context: CommandContext;
}

/** Writes every report; in GitHub Actions annotations too where no format was asked for, and the job's summary. */
export async function writeCheckReports(
  report: CheckReport,
  requests: readonly OutputRequest<CheckFormat>[],
  { taxonomy, inputs, flags, context }: ReportTarget,
): Promise<void> {
  const render = (format: CheckFormat, sink: TextSink | undefined): string =>
    checkReporter(format).whole(report, reportContext(sink, taxonomy, flags.color, context.env));
  await writeReports(requests, context, render);
  const { env } = context;
  if (env['GITHUB_ACTIONS'] === 'true' && flags.format === undefined)
    await context.stdout.write(render('github', undefined));
  const summary = env['GITHUB_STEP_SUMMARY'];
  if (summary === undefined || summary === '') return;
  const refusal = (await clash(summary, inputs, context)) ?? (await appended(summary, render('markdown', undefined)));
  if (refusal !== undefined)
    await context.stderr.write(`note: ${visibleLine(summary)} (GITHUB_STEP_SUMMARY) is not written: ${refusal}\n`);
}

/** Why nothing may be appended: by its name or that of the file behind it, it is an input. */
async function clash(
  file: string,
  inputs: ReportTarget['inputs'],
  { cwd }: CommandContext,
): Promise<string | undefined> {
  const [target, folder] = await Promise.all([resolve(cwd, file), cwd].map((path) => realpath(path).catch(() => path)));
  const isSame = (input: string | undefined): boolean =>
    input !== undefined && (resolve(cwd, input) === resolve(cwd, file) || resolve(folder ?? cwd, input) === target);
  return inputs.some(isSame) ? 'it is an input' : undefined;
}

/** Why the summary could not be written; undefined where it was. */
async function appended(file: string, text: string): Promise<string | undefined> {
  const { refused } = await plainFile(file);
  if (refused !== undefined) return refused;
  return appendFile(file, text).then(() => undefined, refusalOf);
}
