/** Finds the config, from the working folder upward, no further than the root of the repository; a few questions to the file system where there is none. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { UsageError } from '../findings.ts';
import { slashes } from '../sources/paths.ts';
import { isRecord } from '../sources/texts.ts';

/** The name that `init` writes. */
export const CONFIG_NAME = 'mlops-tag.config.yaml';
export const CONFIG_NAMES = [CONFIG_NAME, 'mlops-tag.config.yml', 'mlops-tag.config.json'];
export const PACKAGE = 'package.json';
/** The key of package.json that holds a config. */
export const PACKAGE_KEY = 'mlops-tag';

/** The config files of one folder, by name; of more than one nobody could tell which counts. */
export function configsIn(folder: string): readonly string[] {
  const files = CONFIG_NAMES.filter((name) => existsSync(join(folder, name)));
  return holdsConfig(join(folder, PACKAGE)) ? [...files, PACKAGE] : files;
}

/**
 * The path of the nearest config file; undefined where there is none up to the repository's root.
 *
 * @throws UsageError where a folder has two
 */
export function findConfig(cwd: string): string | undefined {
  for (const folder of foldersUpward(cwd)) {
    const [first, second] = configsIn(folder);
    if (first === undefined) continue;
    if (second === undefined) return join(folder, first);
    const [one, other] = [first, second].map((name) => shownFrom(cwd, join(folder, name)));
    throw new UsageError(`${one} and ${other} both hold a config; keep one of them, or name it with --config.`);
  }
  return undefined;
}

/** The folder with `.git` around `cwd`; undefined outside of any repository. */
export function repositoryRoot(cwd: string): string | undefined {
  return foldersUpward(cwd).find(isRepository);
}

/** Values of `taxonomy` and `model` that are no paths. */
export const NO_PATHS: ReadonlySet<string> = new Set(['none', 'which-part']);

/** Whether there is anything at a path that a file in `folder` names, written with either slash. */
export function isThere(folder: string, path: string): boolean {
  return [path, slashes(path)].some((named) => existsSync(resolve(folder, named)));
}

/** Whether a path that a file in `folder` names stays within its repository; outside of any it may lead anywhere. */
export function isInside(folder: string, path: string): boolean {
  const root = repositoryRoot(folder);
  if (root === undefined) return true;
  const way = slashes(relative(root, resolve(folder, slashes(path))));
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

/** A path as somebody in `cwd` would type it. */
export function shownFrom(cwd: string, path: string): string {
  return slashes(relative(cwd, resolve(cwd, path))) || '.';
}

/** A path that a file in `folder` names, as somebody in `cwd` would type it; an absolute one stays as it is. */
export function namedIn(folder: string, path: string, cwd: string): string {
  return isAbsolute(path) ? path : shownFrom(cwd, join(folder, path));
}

/** `cwd` and the folders above it, up to the repository's root or the file system's. */
function foldersUpward(cwd: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(cwd); folders.at(-1) !== folder; folder = dirname(folder)) {
    folders.push(folder);
    if (isRepository(folder)) break;
  }
  return folders;
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

function holdsConfig(path: string): boolean {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return false;
  }
  if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const content: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isRecord(content) && Object.hasOwn(content, PACKAGE_KEY);
  } catch {
    // Broken, and most likely with a config in it: reading it tells where.
    return /"mlops-tag"\s*:\s*\{/.test(text);
  }
}
