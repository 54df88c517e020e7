/** Runs `baseline`: all that `check` finds now goes to the baseline, or what it finds no more goes out of it. */
import { resolve } from 'node:path';
import { type Baseline, parseBaseline, prunedBaseline, updatedBaseline } from '../check/baseline.ts';
import { gather } from '../check/gather.ts';
import { baselineScope, judgeRun } from '../check/judge.ts';
import { shownFrom } from '../config/find.ts';
import type { Config } from '../config/types.ts';
import { UsageError } from '../findings.ts';
import { visibleLine } from '../report/text.ts';
import { openAtomicFile } from '../write/atomic-file.ts';
import type { BaselineFlags } from './baseline.ts';
import { openCheckRun, readBaseline } from './check-open.ts';
import type { CommandContext } from './context.ts';
import { showsConfig } from './reading.ts';

/** Where the config names no baseline: in the config's folder, hidden, so that it is never taken for talks. */
const BASELINE_FILE = '.mlops-tag-baseline.json';

export async function runBaseline(
  verb: 'update' | 'prune',
  paths: readonly string[],
  flags: BaselineFlags,
  context: CommandContext,
): Promise<void> {
  if (await showsConfig(flags, context)) return;
  const { pipeline, settings, judging, config } = await openCheckRun(paths, flags, context, 'all');
  const path = baselinePath(config);
  const earlier = await readBaseline(path, context);
  if (verb === 'prune' && earlier === undefined) throw new UsageError(`there is no baseline at ${path} to prune`);
  const { files } = await gather(pipeline, { settings, maxFileSize: flags.maxFileSize, done: () => undefined });
  const { findings } = judgeRun({ files, others: [], missing: pipeline.found.findings }, judging);
  const scope = baselineScope(files, judging);
  const text =
    verb === 'prune' && earlier !== undefined
      ? prunedBaseline(earlier, findings, scope)
      : updatedBaseline(findings, earlier, scope, judging.fromRoot);
  const atomic = await openAtomicFile(resolve(context.cwd, path), path, context.signal);
  await atomic.write(text);
  await atomic.commit();
  await context.stdout.write(`${visibleLine(path)}: ${changed(await parseBaseline(text, path), earlier)}\n`);
}

/** `12 findings known, 3 of them new; 1 taken out`. */
function changed(now: Baseline, earlier: Baseline | undefined): string {
  const before = fingerprintsOf(earlier);
  const after = fingerprintsOf(now);
  const added = [...after].filter((one) => !before.has(one)).length;
  const removed = [...before].filter((one) => !after.has(one)).length;
  const known = after.size === 1 ? '1 finding known' : `${after.size} findings known`;
  return `${known}, ${added} of them new; ${removed} taken out`;
}

function fingerprintsOf(baseline: Baseline | undefined): ReadonlySet<string> {
  return new Set(baseline?.entries.map(({ fingerprint }) => fingerprint));
}

/** As the user would type it. */
function baselinePath({ baseline, root, cwd }: Config): string {
  return baseline ?? shownFrom(cwd, resolve(root, BASELINE_FILE));
}
