/** Reads a config file: its values, and where each stands; loaded only where there is one. */
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../findings.ts';
import { readText } from '../read-text.ts';
import { messageOf, type TaxonomyFinding } from '../taxonomy/findings.ts';
import { checkShape, valueAt } from '../taxonomy/shape.ts';
import { type NodePath, parseSource, type Source } from '../taxonomy/source.ts';
import { isInside, isThere, PACKAGE, PACKAGE_KEY } from './find.ts';
import { type FileKey, missingFiles, type OnDisk } from './missing-files.ts';
import { configSchema, knownKeys, type RawConfig } from './schema.ts';

/** Bytes of a config file at most. */
const MAX_SIZE = 1_000_000;

export interface ConfigFile {
  /** As the user would type it. */
  readonly path: string;
  readonly values: RawConfig;
  /** `mlops-tag.config.yaml:3` */
  placeOf(path: NodePath): string;
}

/**
 * Reads the config at `path`, given from `cwd`; of the keys that are `overruled` the files need not be there.
 *
 * @throws UsageError where it cannot be read, or with every mistake in it as `file:line:column: message`
 */
export async function readConfigFile(path: string, cwd: string, overruled: ReadonlySet<FileKey>): Promise<ConfigFile> {
  if (!/\.(?:ya?ml|json)$/i.test(path))
    throw new UsageError(`--config ${path}: a config ends in .yaml, .yml or .json.`);
  const folder = dirname(resolve(cwd, path));
  const disk = {
    isThere: (named: string) => isThere(folder, named),
    isInside: (named: string) => isInside(folder, named),
    overruled,
  };
  return configOf(path, await readText(path, cwd, 'the config', MAX_SIZE), disk);
}

/** The config that stands in `text`; what it names is not looked for where no `disk` is given. @throws UsageError with every mistake in it */
export function configOf(path: string, text: string, disk?: OnDisk): ConfigFile {
  const whole = parseSource(path, text, 'a config');
  const source = basename(path) === PACKAGE ? withinPackage(whole) : orEmpty(whole);
  const { raw, findings } = checkShape(source, configSchema, knownKeys);
  const mistakes = disk === undefined ? findings : [...findings, ...missingFiles(source, disk)];
  if (raw === undefined || mistakes.length > 0) throw new UsageError(`the config cannot be used\n\n${told(mistakes)}`);
  return {
    path,
    values: raw,
    placeOf: (at) => `${path}:${source.placeOf(at).line}`,
  };
}

/** A line a mistake, in the order of the file. */
function told(findings: readonly TaxonomyFinding[]): string {
  const line = ({ place }: TaxonomyFinding): number => place?.line ?? 0;
  const column = ({ place }: TaxonomyFinding): number => place?.column ?? 0;
  return [...findings]
    .sort((a, b) => line(a) - line(b) || column(a) - column(b))
    .map((finding) => `${finding.place?.path ?? ''}:${line(finding)}:${column(finding)}: ${messageOf(finding)}`)
    .join('\n');
}

/** A file with nothing but comments says nothing, and that is no mistake. */
function orEmpty(source: Source): Source {
  return viewOf(source, [], source.value ?? {});
}

/** @throws UsageError where package.json has no such key */
function withinPackage(source: Source): Source {
  const value = valueAt(source.value, [PACKAGE_KEY]);
  if (value === undefined && source.findings.length === 0)
    throw new UsageError(`${source.path} has no key "${PACKAGE_KEY}" with a config under it.`);
  return viewOf(source, [PACKAGE_KEY], value);
}

function viewOf(source: Source, under: NodePath, value: unknown): Source {
  return {
    path: source.path,
    findings: source.findings,
    value,
    placeOf: (path) => source.placeOf([...under, ...path]),
    placeOfKey: (path, key) => source.placeOfKey([...under, ...path], key),
  };
}
