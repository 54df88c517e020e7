/** Folds defaults, config file and command line into one config, and keeps where each value came from. */
import { dirname, resolve } from 'node:path';
import { RULE_IDS } from '../check/rules/ids.ts';
import type { ExtraAliases } from '../sources/aliases.ts';
import { NO_PATHS, namedIn, shownFrom } from './find.ts';
import type { ConfigFile } from './read.ts';
import type { Config, DeclaredConfig, Origins, Override, ReadingConfig, RuleSeverities, Thresholds } from './types.ts';

/** What the command line says. */
export interface Given {
  readonly taxonomy?: string;
  readonly model?: string;
  readonly minConfidence?: number;
  readonly limit?: number;
  /** false for none, whatever the file says. */
  readonly baseline?: string | false;
  readonly rules?: RuleSeverities;
}

export interface Sources {
  /** The working folder. Absolute. */
  readonly cwd: string;
  /** Where there is no config: the repository's root, or the working folder. Absolute. */
  readonly root: string;
  readonly file?: ConfigFile | undefined;
  readonly given: Given;
  /** Every rule's own severity; empty where no rule will run. */
  readonly severities: RuleSeverities;
}

export interface Folded {
  readonly config: ReadingConfig & { readonly rules: RuleSeverities; readonly overrides: readonly Override[] };
  readonly origins: Origins;
}

export function fold(sources: Sources): Folded {
  const { cwd, file, given } = sources;
  const values = file?.values ?? {};
  const root = file === undefined ? sources.root : dirname(resolve(cwd, file.path));
  const origins = new OriginLog(file);
  const beside = (path: string): string => namedIn(root, path, cwd);
  const nameOrBeside = (path: string): string => (NO_PATHS.has(path) ? path : beside(path));
  const taxonomy = origins.path('taxonomy', given.taxonomy, values.taxonomy, nameOrBeside);
  const model = origins.path('model', given.model, values.model, nameOrBeside);
  const baseline = baselineOf(file, given, origins, beside);
  const config = {
    cwd,
    root,
    ...(file === undefined ? {} : { file: file.path }),
    ...(taxonomy === undefined ? {} : { taxonomy }),
    ...(model === undefined ? {} : { model }),
    ...(baseline === undefined ? {} : { baseline }),
    include: origins.pick(['include'], values.include)?.map(beside) ?? [
      file === undefined ? '.' : shownFrom(cwd, root),
    ],
    exclude: origins.pick(['exclude'], values.exclude) ?? [],
    fields: fieldsOf(file, origins),
    declared: declaredOf(file, origins),
    paths: origins.pick(['paths'], values.paths) ?? [],
    thresholds: thresholdsOf(file, given, origins),
    rules: rulesOf(sources, origins),
    overrides: overridesOf(file, origins),
  };
  return { config: frozen(config), origins: origins.all };
}

/** Writes down where a value came from when it is picked. */
class OriginLog {
  readonly all: Record<string, string> = {};
  readonly #file: ConfigFile | undefined;

  constructor(file: ConfigFile | undefined) {
    this.#file = file;
  }

  /** The value of the file under these keys, or the flag's; undefined where the default holds. */
  pick<Value>(
    keys: readonly [string, ...(string | number)[]],
    value: Value | undefined,
    flag?: { readonly name: string; readonly value: Value | undefined },
  ): Value | undefined {
    const key = keys.join('.');
    if (flag?.value !== undefined) this.all[key] = flag.name;
    else this.all[key] = value === undefined ? 'default' : (this.#file?.placeOf(keys) ?? 'default');
    return flag?.value ?? value;
  }

  path(
    name: string,
    given: string | undefined,
    value: string | undefined,
    beside: (path: string) => string,
  ): string | undefined {
    const written = value === undefined ? undefined : beside(value);
    return this.pick([name], written, { name: `--${name}`, value: given });
  }
}

function fieldsOf(file: ConfigFile | undefined, origins: OriginLog): ExtraAliases {
  const fields: ExtraAliases = file?.values.fields ?? {};
  for (const field of Object.keys(fields)) origins.pick(['fields', field], true);
  return fields;
}

function declaredOf(file: ConfigFile | undefined, origins: OriginLog): DeclaredConfig {
  const said = file?.values.declared;
  const key = origins.pick(['declared', 'key'], said?.key) ?? 'mlops';
  const as = said !== undefined && 'as' in said ? said.as : undefined;
  return { key, as: origins.pick(['declared', 'as'], as) ?? 'id' };
}

function thresholdsOf(file: ConfigFile | undefined, given: Given, origins: OriginLog): Thresholds {
  const said = file?.values.thresholds ?? {};
  const tag = origins.pick(['thresholds', 'tag'], said.tag, { name: '--min-confidence', value: given.minConfidence });
  return {
    ...(tag === undefined ? {} : { tag }),
    suggest: origins.pick(['thresholds', 'suggest'], said.suggest) ?? 0.8,
    tags: origins.pick(['thresholds', 'tags'], said.tags, { name: '--limit', value: given.limit }) ?? 6,
  };
}

function rulesOf({ file, given, severities }: Sources, origins: OriginLog): RuleSeverities {
  const said: RuleSeverities = file?.values.rules ?? {};
  const all: RuleSeverities = { ...severities, ...said, ...given.rules };
  for (const id of RULE_IDS)
    if (all[id] !== undefined) origins.pick(['rules', id], said[id], { name: '--rule', value: given.rules?.[id] });
  return all;
}

function overridesOf(file: ConfigFile | undefined, origins: OriginLog): readonly Override[] {
  const overrides: readonly Override[] = file?.values.overrides ?? [];
  for (const [i] of overrides.entries()) origins.pick(['overrides', i], true);
  return overrides;
}

function baselineOf(
  file: ConfigFile | undefined,
  { baseline }: Given,
  origins: OriginLog,
  beside: (path: string) => string,
): string | undefined {
  if (baseline !== false) return origins.path('baseline', baseline, file?.values.baseline, beside);
  origins.pick(['baseline'], undefined, { name: '--no-baseline', value: baseline });
  return undefined;
}

/** The same object, frozen with all that is in it. */
function frozen<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(value);
}

/** The config of a run in which every rule has its severity. @throws Error where one has none */
export function whole({ config }: Folded): Config {
  const { rules } = config;
  if (!isWhole(rules)) throw new Error('a rule has no severity');
  return Object.freeze({ ...config, rules });
}

function isWhole(rules: RuleSeverities): rules is Config['rules'] {
  return RULE_IDS.every((id) => rules[id] !== undefined);
}
