/** Which severities hold for a file: those of the config, changed by the overrides that name it, the last one counting. */
import picomatch from 'picomatch';
import { RULE_IDS } from '../check/rules/ids.ts';
import { pathFromRoot } from '../sources/path-patterns.ts';
import type { Config, RuleSeverities } from './types.ts';

interface Globs {
  readonly rules: RuleSeverities;
  readonly globs: readonly { readonly glob: string; readonly matches: (path: string) => boolean }[];
}

/** By the config of a run, which is one object. */
const COMPILED = new WeakMap<Config, readonly Globs[]>();

/** The severity of every rule in the file at `path`, given as the user would type it. */
export function rulesFor(path: string, config: Config): Config['rules'] {
  const inside = pathFromRoot(path, config);
  if (inside === undefined || config.overrides.length === 0) return config.rules;
  const rules = { ...config.rules };
  for (const override of compiled(config)) {
    if (!override.globs.some(({ matches }) => matches(inside))) continue;
    for (const id of RULE_IDS) rules[id] = override.rules[id] ?? rules[id];
  }
  return rules;
}

export interface UnmatchedOverride {
  /** Which of the overrides, from 0; its place is the origin of `overrides.N`. */
  readonly override: number;
  readonly glob: string;
}

/** Globs of overrides that name none of the files of a run: misspelt, or left behind. `paths` as the user would type them. */
export function unmatchedOverrides(paths: Iterable<string>, config: Config): readonly UnmatchedOverride[] {
  const left = compiled(config).flatMap(({ globs }, override) => globs.map((one) => ({ ...one, override })));
  for (const path of paths) {
    if (left.length === 0) break;
    const inside = pathFromRoot(path, config);
    if (inside === undefined) continue;
    const rest = left.filter(({ matches }) => !matches(inside));
    left.splice(0, left.length, ...rest);
  }
  return left.map(({ override, glob }) => ({ override, glob }));
}

function compiled(config: Config): readonly Globs[] {
  const known = COMPILED.get(config);
  if (known !== undefined) return known;
  const made = config.overrides.map(({ files, rules }) => ({
    rules,
    globs: files.map((glob) => ({
      glob,
      matches: picomatch(glob.replace(/^(?:\.\/)+/, '').normalize('NFC'), { dot: true, noextglob: true }),
    })),
  }));
  COMPILED.set(config, made);
  return made;
}
