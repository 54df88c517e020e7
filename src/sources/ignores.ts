/** .gitignore and .mlops-tagignore, those of a folder before those above it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface IgnoreFile {
  /** The folder whose ignore file it is, with a separator behind. */
  readonly prefix: string;
  readonly rules: Ignore;
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

/** Whether the rules leave out `file`, an absolute path. */
export function isIgnored(chain: IgnoreChain, file: string, folder: boolean): boolean {
  for (const { prefix, rules } of chain.toReversed()) {
    if (!file.startsWith(prefix)) continue;
    const path = file.slice(prefix.length).replaceAll(sep, '/');
    if (path === '') continue;
    const { ignored, unignored } = rules.test(folder ? `${path}/` : path);
    if (ignored) return true;
    if (unignored) return false;
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
  return { prefix: folder.endsWith(sep) ? folder : folder + sep, rules };
}
