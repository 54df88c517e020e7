/** How the flags that all reading commands share, and the config, become a pipeline's options. */
import { resolve } from 'node:path';
import type { ConfigFlags } from '../config/load.ts';
import type { ReadingConfig } from '../config/types.ts';
import { UsageError } from '../findings.ts';
import type { Pipeline, PipelineOptions } from '../pipeline.ts';
import { visibleLine, visibleText } from '../report/text.ts';
import type { Split } from '../sources/document.ts';
import { NO_MODEL, SHIPPED } from '../taxonomy/load.ts';
import type { CommandContext } from './context.ts';

/** What `readingOptions()` folds to. */
export interface ReadingFlags extends ConfigFlags {
  readonly split: Split;
  readonly maxFileSize: number;
  readonly stdinFilename?: string;
  readonly printConfig?: boolean;
}

/** How a pipeline reads and tags by the config, in which the flags are folded already. */
export function pipelineOptions(
  { split, maxFileSize, stdinFilename }: Pick<ReadingFlags, 'split' | 'maxFileSize' | 'stdinFilename'>,
  config: ReadingConfig,
  { cwd, stdin }: CommandContext,
): PipelineOptions {
  const { root, taxonomy, model, fields, thresholds, exclude, paths: patterns } = config;
  return {
    cwd,
    stdin,
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
    ...(taxonomy === undefined ? {} : { taxonomy }),
    ...(model === undefined ? {} : { model }),
    discover: { exclude: { root, patterns: exclude }, omit: inputsOf(config).map((path) => resolve(cwd, path)) },
    read: {
      split,
      maxFileSize,
      declaredKey: config.declared.key,
      ...(Object.keys(fields).length === 0 ? {} : { aliases: fields }),
      paths: { root, cwd: config.cwd, patterns },
    },
    classify: {
      limit: thresholds.tags,
      ...(thresholds.tag === undefined ? {} : { threshold: thresholds.tag }),
    },
  };
}

/** What the command line names, or the config includes. @throws UsageError where neither says anything */
export function pathsOr(paths: readonly string[], { file, include }: ReadingConfig): readonly string[] {
  if (paths.length > 0) return paths;
  if (file !== undefined) return include;
  throw new UsageError("missing required argument 'paths': name files or folders, or write a config with `include`.");
}

/** The files that are read for a run beside its talks, as the user would type them. */
export function inputsOf({ file, taxonomy, model, baseline }: ReadingConfig): readonly string[] {
  const named = [taxonomy === SHIPPED ? undefined : taxonomy, model === NO_MODEL ? undefined : model];
  return [file, ...named, baseline].filter((path) => path !== undefined);
}

/** Where the config is asked for, it is shown, and nothing else is done. @throws UsageError for a config that cannot be used */
export async function showsConfig(flags: ReadingFlags, context: CommandContext): Promise<boolean> {
  if (flags.printConfig !== true) return false;
  const [{ loadConfig }, { printedConfig }] = await Promise.all([
    import('../config/load.ts'),
    import('../config/print.ts'),
  ]);
  await context.stdout.write(visibleText(printedConfig(await loadConfig(flags, context))));
  return true;
}

export async function tellNote({ note }: Pick<Pipeline, 'note'>, { stderr }: CommandContext): Promise<void> {
  if (note !== undefined) await stderr.write(`note: ${visibleLine(note)}\n`);
}
