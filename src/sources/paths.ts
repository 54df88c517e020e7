/** Paths as reports show them, and the names that files of talks have. */
import { formatOf } from './formats/index.ts';

/** Files of a folder that are about the project, by lower-case name. */
const NO_TALKS =
  /^(?:readme|contributing|changelog|licen[cs]e|code_of_conduct)(?:[.\-_].*)?$|^(?:package|tsconfig)[^/]*\.json$|^mlops-tag\.(?:config\.)?[a-z]+$/;

/** Whether a folder's file at this path may hold talks. */
export function isTalkFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return formatOf(name) !== undefined && !name.startsWith('.') && !NO_TALKS.test(name.toLowerCase());
}

/** A path with `/` whatever the system writes. */
export function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** `./talks//a.md` as `talks/a.md`. */
export function tidied(path: string): string {
  const tidy = slashes(path)
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.\/)+(?=.)/, '')
    .replace(/\/\.(?=\/|$)/g, '');
  return tidy === './' ? '.' : tidy;
}
