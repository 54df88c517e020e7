/** Which files that are gone a walk through the paths of the command line would have come to. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { DiscoverOptions, FileRef } from '../sources/discover.ts';
import { excludes, ignoresAbove, isIgnored } from '../sources/ignores.ts';
import { isGlob, isTalkFile, tidied } from '../sources/paths.ts';

interface Place {
  readonly cwd: string;
  readonly exclude?: DiscoverOptions['exclude'];
}

/** `files`: as git names them, from the working folder; what comes back has the paths that a run shows, sorted. */
export async function goneFiles(
  files: readonly string[],
  paths: readonly string[],
  place: Place,
): Promise<ReadonlyMap<string, FileRef>> {
  const globs = await matchers(paths.filter(isGlob));
  const found = files.flatMap((file): readonly (readonly [string, FileRef])[] => {
    const absolute = resolve(place.cwd, file);
    if (!isTalkFile(file) || isLeftOut(absolute, place)) return [];
    const shown =
      paths.map((path) => shownUnder(path, absolute, place.cwd)).find((one) => one !== undefined) ??
      (globs.some((matches) => matches(file)) ? file : undefined);
    return shown === undefined ? [] : [[file, { path: shown, file: absolute, named: false }]];
  });
  return new Map(found);
}

async function matchers(globs: readonly string[]): Promise<readonly ((file: string) => boolean)[]> {
  if (globs.length === 0) return [];
  const { default: picomatch } = await import('picomatch');
  return globs.map((glob) => picomatch(tidied(glob), { ignore: '**/node_modules/**' }));
}

function isLeftOut(file: string, { cwd, exclude }: Place): boolean {
  const config = exclude === undefined ? [] : excludes(exclude.root, exclude.patterns);
  return isIgnored([...config, ...ignoresAbove(file, cwd)], file, false);
}

/** The path of a file as it is shown that stood at `path` or below it; undefined where it did not. */
function shownUnder(path: string, file: string, cwd: string): string | undefined {
  const folder = resolve(cwd, path);
  const tidy = tidied(path).replace(/(?<=.)\/+$/, '');
  if (folder === file) return tidy;
  const way = relative(folder, file).split(sep);
  if (way[0] === '..' || isAbsolute(way.join(sep)) || way.some(isNeverEntered)) return undefined;
  return tidy === '.' ? way.join('/') : `${tidy}${tidy.endsWith('/') ? '' : '/'}${way.join('/')}`;
}

function isNeverEntered(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
