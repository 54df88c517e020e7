/** What `check` and `baseline` begin with: the config, the files in scope, the pipeline, and how findings are judged. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Baseline, parseBaseline } from '../check/baseline.ts';
import type { CheckSettings } from '../check/context.ts';
import type { Judging } from '../check/judge.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { UsageError } from '../findings.ts';
import { openPipeline, type Pipeline } from '../pipeline.ts';
import { plainFile } from '../plain-file.ts';
import { readText } from '../read-text.ts';
import { pathFromRoot } from '../sources/path-patterns.ts';
import type { ReadOptions } from '../sources/read.ts';
import { type CheckScope, type ScopeFlags, scopeOf } from './check-scope.ts';
import type { CommandContext } from './context.ts';
import { pipelineOptions, type ReadingFlags, tellNote } from './reading.ts';

/** The flags that say what is looked at. */
export interface CheckingFlags extends ReadingFlags, ScopeFlags {
  /** Whether files are to be known again by their bytes. */
  readonly hashes?: boolean;
  readonly threads?: number;
}

/** All that a run of the rules needs. */
export interface CheckRun extends LoadedConfig {
  readonly pipeline: Pipeline;
  readonly scope: CheckScope;
  readonly settings: CheckSettings;
  readonly read: ReadOptions;
  readonly judging: Judging;
}

/**
 * Judged by the config's baseline, or (`'all'`) as if there were none.
 * @throws UsageError for a config, flags or paths that cannot be right
 */
export async function openCheckRun(
  paths: readonly string[],
  flags: CheckingFlags,
  context: CommandContext,
  judged: 'by baseline' | 'all' = 'by baseline',
): Promise<CheckRun> {
  if (flags.baseline === '') throw new UsageError('--baseline names no file.');
  const loaded = await loadConfig(flags, context);
  const { config } = loaded;
  const asked = scopeOf(flags, context);
  const options = {
    ...pipelineOptions(flags, config, context),
    ...(flags.threads === undefined ? {} : { threads: flags.threads }),
    candidates: asked.then(({ candidates }) => candidates),
  };
  const pipeline = await openPipeline(paths.length === 0 ? config.include : paths, options);
  const scope = await asked;
  await tellNote(pipeline, context);
  const { declared, thresholds } = config;
  const baseline =
    judged === 'all' || config.baseline === undefined
      ? undefined
      : await openBaseline(config.baseline, loaded, context);
  return {
    ...loaded,
    pipeline,
    scope,
    settings: {
      declared,
      suggest: thresholds.suggest,
      maxTags: thresholds.tags,
      ...(flags.hashes === true ? { folders: { root: config.root, cwd: config.cwd } } : {}),
      hashes: flags.hashes === true,
    },
    read: options.read,
    judging: {
      severities: await severitiesOf(config),
      fromRoot: (path) => pathFromRoot(path, config) ?? path,
      whole: scope.candidates === undefined && paths.length === 0,
      isGone: (path) => !existsSync(join(config.root, path)),
      ...(baseline === undefined ? {} : { baseline }),
    },
  };
}

/** Globs are loaded only where there are some. */
async function severitiesOf(config: Config): Promise<Judging['severities']> {
  if (config.overrides.length === 0) return () => config.rules;
  const { rulesFor } = await import('../config/overrides.ts');
  return (path) => rulesFor(path, config);
}

/** @throws UsageError where there is none, or it cannot be used */
async function openBaseline(path: string, { origins }: LoadedConfig, context: CommandContext): Promise<Baseline> {
  const baseline = await readBaseline(path, context);
  if (baseline !== undefined) return baseline;
  const named = origins['baseline'] ?? '';
  throw new UsageError(
    named.startsWith('--')
      ? `there is no baseline at ${path}; make one with mlops-tag baseline update --baseline ${path}`
      : `there is no baseline at ${path}, which ${named} names; make one with mlops-tag baseline update`,
  );
}

/** The baseline at `path`; undefined where there is no file. @throws UsageError where it cannot be used */
export async function readBaseline(path: string, { cwd }: Pick<CommandContext, 'cwd'>): Promise<Baseline | undefined> {
  const { size, refused } = await plainFile(resolve(cwd, path));
  if (refused !== undefined) throw new UsageError(`the baseline ${path} cannot be read: ${refused}`);
  return size === undefined ? undefined : parseBaseline(await readText(path, cwd, 'the baseline'), path);
}
