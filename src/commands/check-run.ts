/** Runs `check`: files are gathered, judged, mended where that is asked for, and reported. */

import type { CheckCache } from '../check/cache.ts';
import type { Wanted } from '../check/changes.ts';
import { FileChecker } from '../check/file.ts';
import { gather } from '../check/gather.ts';
import { judgeRun } from '../check/judge.ts';
import type { CheckedFile } from '../check/types.ts';
import { visibleLine } from '../report/text.ts';
import type { CheckFlags } from './check.ts';
import { isCached, type OpenCache, openCache } from './check-cache.ts';
import { type CheckRun, openCheckRun } from './check-open.ts';
import { fails, reportOf } from './check-report.ts';
import { checkRequests, writeCheckReports } from './check-reports.ts';
import { checkedStdin } from './check-stdin.ts';
import type { Mends } from './check-write.ts';
import type { CommandContext } from './context.ts';
import { refuseOverwriting } from './outputs.ts';
import { startProgress } from './progress.ts';
import { inputsOf, showsConfig } from './reading.ts';

/** The formats that have a place for notes; beside others they go to stderr. */
const SHOWS_NOTES: ReadonlySet<string> = new Set(['pretty', 'json', 'markdown']);

export async function runCheck(paths: readonly string[], flags: CheckFlags, context: CommandContext): Promise<void> {
  const requests = checkRequests(flags);
  if (await showsConfig(flags, context)) return;
  const hashes = isCached(flags) || wantedBy(flags) !== undefined;
  const run = await openCheckRun(paths, { ...flags, hashes }, context);
  const inputs = [...run.pipeline.paths(), ...inputsOf(run.config)];
  const cacheFile = flags.cacheLocation === undefined ? [] : [{ format: 'cache', file: flags.cacheLocation }];
  refuseOverwriting(inputs, [...requests, ...cacheFile], context.cwd);
  const cache = await openCache(run, flags);
  const { files: found, cached } = await filesOf(run, cache, flags, context);
  const { files, fixed, notes } = await mendedOf(found, run, flags, context);
  for (const [i, file] of files.entries()) if (file !== found[i]) cache?.cache.keep(file);
  const missing = [...run.scope.missing, ...run.pipeline.found.findings];
  const others = cache?.others() ?? [];
  const judgement = judgeRun({ files, others, missing }, run.judging);
  const kept = await cache?.close();
  const report = await reportOf(run, judgement, {
    files,
    cached,
    fixed,
    notes: [...partialNotes(run, cache?.cache), ...notes, ...(kept === undefined ? [] : [kept])],
  });
  const shown = flags.dryRun === true ? requests.filter(({ file }) => file !== undefined) : requests;
  if (!shown.some(({ format, file }) => file === undefined && SHOWS_NOTES.has(format)))
    for (const note of report.notes) await context.stderr.write(`note: ${visibleLine(note)}\n`);
  await writeCheckReports(report, shown, { taxonomy: run.pipeline.taxonomy, inputs, flags, context });
  if (fails(report.summary, flags)) context.setExitCode(1);
}

/** The files after what the flags ask for is mended; what writes is loaded only then. */
async function mendedOf(
  files: readonly CheckedFile[],
  run: CheckRun,
  flags: CheckFlags,
  context: CommandContext,
): Promise<Mends> {
  const wanted = wantedBy(flags);
  if (wanted === undefined) return { files, fixed: 0, notes: [] };
  const { mendFiles } = await import('./check-write.ts');
  return mendFiles(files, run, wanted, flags, context);
}

/** Which fixes the flags ask for; undefined where they ask for none. */
function wantedBy(flags: CheckFlags): Wanted | undefined {
  if (flags['write=all'] === true) return 'all';
  return flags.write === true || flags.dryRun === true ? 'safe' : undefined;
}

async function filesOf(
  run: CheckRun,
  cache: OpenCache | undefined,
  flags: CheckFlags,
  context: CommandContext,
): Promise<{ readonly files: readonly CheckedFile[]; readonly cached: number }> {
  const { pipeline, settings, read } = run;
  const progress = await startProgress(pipeline.files, flags.progress, context);
  try {
    const { files, cached } = await gather(pipeline, {
      settings,
      maxFileSize: flags.maxFileSize,
      ...(cache === undefined ? {} : { cache: cache.cache }),
      done: () => progress.step(),
    });
    if (!pipeline.found.stdin) return { files, cached };
    const checker = new FileChecker(pipeline.classifier, settings, read);
    return { files: [...files, await checkedStdin(context.stdin(), flags.stdinFilename, checker)], cached };
  } finally {
    progress.stop();
  }
}

/** Rules across talks see less than all where only some files are looked at: that is said. */
function partialNotes({ scope, pipeline }: CheckRun, cache: CheckCache | undefined): readonly string[] {
  if (scope.candidates === undefined) return [];
  if (pipeline.files === 0) return ['nothing to check: no talk file is among those that changed or were listed'];
  const rules = 'duplicate-talk and inconsistent-spelling saw';
  if (cache === undefined) return [`${rules} these files alone; with --cache they see what it knows of the others too`];
  return [`${rules} these files and what the cache knows of ${cache.left} others`];
}
