/** What a config names and the disk does not have; told before anything is read, with the place in the config. */
import { isGlob } from '../sources/paths.ts';
import type { TaxonomyFinding } from '../taxonomy/findings.ts';
import { valueAt } from '../taxonomy/shape.ts';
import type { NodePath, Source } from '../taxonomy/source.ts';
import { NO_PATHS } from './find.ts';

/** Keys whose files must be there. The baseline is none of them: `baseline update` makes it. */
export type FileKey = 'taxonomy' | 'model';

const FILE_KEYS: readonly FileKey[] = ['taxonomy', 'model'];

export interface OnDisk {
  /** Whether there is a file or a folder at a path from the config's folder. */
  isThere(path: string): boolean;
  /** Whether such a path leads nowhere out of the repository. */
  isInside(path: string): boolean;
  /** Keys that the command line overrules, so that what the config says of them is not used. */
  readonly overruled: ReadonlySet<FileKey>;
}

export function missingFiles(source: Source, { isThere, isInside, overruled }: OnDisk): readonly TaxonomyFinding[] {
  const missing = (at: NodePath): readonly TaxonomyFinding[] => {
    const value = valueAt(source.value, at);
    const path = typeof value === 'string' ? value.trim() : '';
    if (path === '' || isThere(path)) return [];
    return [{ code: 'shape', reason: reasonOf(path, at), severity: 'error', place: source.placeOf(at) }];
  };
  const isFile = (at: NodePath): boolean => !NO_PATHS.has(String(valueAt(source.value, at)).trim());
  const files = FILE_KEYS.filter((key) => !overruled.has(key)).map((key) => [key]);
  const outside = placesOfInclude(source).flatMap((at): readonly TaxonomyFinding[] => {
    const path = valueAt(source.value, at);
    if (typeof path !== 'string' || isInside(path.trim())) return [];
    const reason = `"${path}" leads out of the repository; its config speaks of its own files`;
    return [{ code: 'shape', reason, severity: 'error', place: source.placeOf(at) }];
  });
  const inside = includedPaths(source).filter((at) => isInside(String(valueAt(source.value, at)).trim()));
  return [...outside, ...[...files.filter(isFile), ...inside].flatMap(missing)];
}

/** Where paths stand under `include`; a glob may well match nothing yet. */
function includedPaths({ value }: Pick<Source, 'value'>): readonly NodePath[] {
  return placesOfInclude({ value }).filter((at) => {
    const path = valueAt(value, at);
    return typeof path === 'string' && !isGlob(path) && path.trim() !== '-';
  });
}

function placesOfInclude({ value }: Pick<Source, 'value'>): readonly NodePath[] {
  const include = valueAt(value, ['include']);
  return Array.isArray(include) ? include.map((_, i) => ['include', i]) : [['include']];
}

function reasonOf(path: string, at: NodePath): string {
  const what = at[0] === 'include' ? 'file or folder' : 'file';
  return `there is no ${what} "${path}"; paths start from the folder of the config`;
}
