/** Paths as reports show them, and the names that files of talks have. */
import { formatOf } from './formats/index.ts';

/** Files of a folder that are about the project; in small letters only with nothing but a language behind the name. */
const ABOUT_PROJECT = /^(?:README|CONTRIBUTING|CHANGELOG|LICEN[CS]E|CODE_OF_CONDUCT)/;
const ABOUT_PROJECT_SMALL =
  /^(?:readme|contributing|changelog|licen[cs]e|code_of_conduct)(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?\.[a-z]+$/i;
const SETTINGS = /^(?:package|tsconfig)[^/]*\.json$|^mlops-tag\.(?:config\.)?[a-z]+$/;

/** Settings of Jekyll, Hugo and MkDocs, and pyvideo's word on a conference, which stands beside its talks. */
const SITE = /^(?:_config\.yml|config\.(?:toml|yaml|yml)|hugo\.(?:toml|yaml)|mkdocs\.yml|category\.json)$/;

const NO_TALKS = [ABOUT_PROJECT, ABOUT_PROJECT_SMALL, SETTINGS, SITE];

/** Whether a folder's file at this path may hold talks. */
export function isTalkFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return formatOf(name) !== undefined && !name.startsWith('.') && !NO_TALKS.some((pattern) => pattern.test(name));
}

const GLOB = /[*?{[]|[!+@]\(/;

/** Whether a path that names nothing may be a pattern. */
export function isGlob(path: string): boolean {
  return GLOB.test(path);
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
