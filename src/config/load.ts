/** The config of a run: found, read, and folded with the command line. */
import { resolve } from 'node:path';
import { UsageError } from '../findings.ts';
import { findConfig, repositoryRoot, shownFrom } from './find.ts';
import { type Folded, fold, type Given, type Sources, whole } from './fold.ts';
import type { ConfigFile } from './read.ts';
import { severitiesGiven } from './rule-flags.ts';
import type { Config, Origins, ReadingConfig } from './types.ts';

/** The flags that say which config counts, and those that count more than it. */
export interface ConfigFlags {
  /** `--config FILE`; false for `--no-config`. */
  readonly config?: string | boolean;
  readonly taxonomy?: string;
  readonly model?: string;
  readonly minConfidence?: number;
  readonly limit?: number;
  /** `id=severity` */
  readonly rule?: readonly string[];
  /** false for `--no-baseline`. */
  readonly baseline?: string | boolean;
}

interface Where {
  /** Absolute. */
  readonly cwd: string;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly origins: Origins;
}

/**
 * Defaults, config file and flags folded into one.
 *
 * @throws UsageError for a config that cannot be used, with every mistake in it, and for flags that cannot be right
 */
export async function loadConfig(flags: ConfigFlags, { cwd }: Where): Promise<LoadedConfig> {
  const { RULES } = await import('../check/rules/index.ts');
  const severities = Object.fromEntries(Object.values(RULES).map(({ id, severity }) => [id, severity]));
  const folded = fold(await sourcesOf(flags, cwd, severities));
  return { config: whole(folded), origins: folded.origins };
}

/** The same for who runs no rules, and so need not load them. */
export async function loadReadingConfig(flags: ConfigFlags, { cwd }: Where): Promise<ReadingConfig> {
  const { config }: Folded = fold(await sourcesOf(flags, cwd, {}));
  return config;
}

async function sourcesOf(flags: ConfigFlags, cwd: string, severities: Sources['severities']): Promise<Sources> {
  return {
    cwd: resolve(cwd),
    root: repositoryRoot(cwd) ?? resolve(cwd),
    file: await fileOf(flags, cwd),
    given: givenBy(flags),
    severities,
  };
}

async function fileOf(flags: ConfigFlags, cwd: string): Promise<ConfigFile | undefined> {
  const { config: flag } = flags;
  if (flag === false) return undefined;
  if (flag === '') throw new UsageError('--config names no file.');
  const found = typeof flag === 'string' ? undefined : findConfig(cwd);
  const path = typeof flag === 'string' ? flag : found === undefined ? undefined : shownFrom(cwd, found);
  if (path === undefined) return undefined;
  const { readConfigFile } = await import('./read.ts');
  const overruled = (['taxonomy', 'model'] as const).filter((key) => flags[key] !== undefined);
  return readConfigFile(path, cwd, new Set(overruled));
}

function givenBy({ taxonomy, model, minConfidence, limit, rule, baseline }: ConfigFlags): Given {
  return {
    ...(taxonomy === undefined ? {} : { taxonomy }),
    ...(model === undefined ? {} : { model }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(limit === undefined ? {} : { limit }),
    ...(typeof baseline === 'string' || baseline === false ? { baseline } : {}),
    ...(rule === undefined ? {} : { rules: severitiesGiven(rule) }),
  };
}
