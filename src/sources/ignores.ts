/** .gitignore and .mlops-tagignore, those of a folder before those above it. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface IgnoreFile {
  /** The folder whose ignore file it is, with a separator behind. */
  readonly prefix: string;
  readonly rules: Ignore;
  /** Whether nothing that lies nearer can take back what it leaves out. */
  readonly final?: true;
}

/** Ignore files that hold for a folder, the nearest last. */
export type IgnoreChain = readonly IgnoreFile[];

/** Later ones win: what .gitignore leaves out, .mlops-tagignore can take back with `!`. */
const NAMES = ['.gitignore', '.mlops-tagignore'];

/** The chain of a folder whose entries are known. */
export function ignoresOf(
  folder: string,
  entries: readonly { readonly name: string }[],
  above: IgnoreChain,
): IgnoreChain {
  const names = NAMES.filter((name) => entries.some((entry) => entry.name === name));
  return names.length === 0 ? above : [...above, readRules(folder, names)];
}

/** The ignore files of a folder, for `ignoresOf`, where its other entries are not asked for. */
export function ignoreFilesIn(folder: string): readonly { readonly name: string }[] {
  return NAMES.filter((name) => existsSync(join(folder, name))).map((name) => ({ name }));
}

/**
 * The chain of the folders above `folder`, up to the root of its repository, or up to `top` where that comes first;
 * none where neither lies above.
 */
export function ignoresAbove(folder: string, top: string): IgnoreChain {
  const chain: IgnoreFile[] = [];
  let below = resolve(folder);
  for (;;) {
    if (below === top || existsSync(join(below, '.git'))) return chain;
    const current = dirname(below);
    if (current === below) return [];
    const names = NAMES.filter((name) => existsSync(join(current, name)));
    if (names.length > 0) chain.unshift(readRules(current, names));
    below = current;
  }
}

/** What the config leaves out below `root`, in the syntax of .gitignore; links on the way to `root` may be followed or not. */
export function excludes(root: string, patterns: readonly string[]): IgnoreChain {
  if (patterns.length === 0) return [];
  const rules = ignore({ allowRelativePaths: true }).add(patterns);
  return [...new Set([root, realpathSync(root)])].map((folder) => ({ prefix: prefixOf(folder), rules, final: true }));
}

/** Whether the rules leave out `file`, an absolute path. */
export function isIgnored(chain: IgnoreChain, file: string, folder: boolean): boolean {
  let takenBack = false;
  for (const { prefix, rules, final } of chain.toReversed()) {
    if (!file.startsWith(prefix) || (takenBack && final === undefined)) continue;
    const path = file.slice(prefix.length).replaceAll(sep, '/');
    if (path === '') continue;
    const { ignored, unignored } = rules.test(folder ? `${path}/` : path);
    if (ignored) return true;
    takenBack ||= unignored && final === undefined;
  }
  return false;
}

function readRules(folder: string, names: readonly string[]): IgnoreFile {
  const rules = ignore({ allowRelativePaths: true });
  for (const name of names) {
    try {
      rules.add(readFileSync(join(folder, name), 'utf8'));
    } catch {
      // An ignore file that cannot be read ignores nothing.
    }
  }
  return { prefix: prefixOf(folder), rules };
}

function prefixOf(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
