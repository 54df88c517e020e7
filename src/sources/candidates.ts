/** Which files of a given list a walk through a folder would have come to, told without the walk. */
import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { type IgnoreChain, ignoreFilesIn, ignoresOf, isIgnored } from './ignores.ts';
import { isTalkFile, slashes } from './paths.ts';

export interface Candidate {
  /** As it was listed, with `/`. */
  readonly path: string;
  /** Absolute, links in its folders followed. */
  readonly real: string;
}

/** The files of a list that are there. Folders, links and names without a file behind them are left out. */
export function candidatesOf(paths: readonly string[], cwd: string): readonly Candidate[] {
  const folders = new Map<string, string>();
  return paths.flatMap((path) => {
    const file = isAbsolute(path) ? path : join(cwd, path);
    if (!isFile(file)) return [];
    const folder = dirname(file);
    const real = folders.get(folder) ?? realpathSync(folder);
    folders.set(folder, real);
    return [{ path: slashes(path), real: join(real, basename(file)) }];
  });
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

/** The folders below a root as a walk meets them: an ignored or hidden one is never entered. */
export class WalkedFolders {
  readonly #root: string;
  readonly #ignoreFiles: boolean;
  /** By absolute path; undefined for what a walk does not enter. */
  readonly #chains = new Map<string, IgnoreChain | undefined>();

  /** `above`: what holds for the root, an absolute path without links. */
  constructor(root: string, above: IgnoreChain, ignoreFiles: boolean) {
    this.#root = root;
    this.#ignoreFiles = ignoreFiles;
    this.#chains.set(root, this.#withOwn(root, above));
  }

  /** The way from the root to `real`, with `/`; undefined where a walk would not come to it. */
  wayTo(real: string): string | undefined {
    const prefix = this.#root.endsWith(sep) ? this.#root : this.#root + sep;
    if (!real.startsWith(prefix) || !isTalkFile(basename(real))) return undefined;
    const chain = this.#chainOf(dirname(real));
    if (chain === undefined || isIgnored(chain, real, false)) return undefined;
    return real.slice(prefix.length).replaceAll(sep, '/');
  }

  /** `folder` is the root or lies below it. */
  #chainOf(folder: string): IgnoreChain | undefined {
    if (this.#chains.has(folder)) return this.#chains.get(folder);
    const above = this.#chainOf(dirname(folder));
    const name = basename(folder);
    const entered =
      above !== undefined && !name.startsWith('.') && name !== 'node_modules' && !isIgnored(above, folder, true);
    const chain = entered ? this.#withOwn(folder, above) : undefined;
    this.#chains.set(folder, chain);
    return chain;
  }

  #withOwn(folder: string, above: IgnoreChain): IgnoreChain {
    return this.#ignoreFiles ? ignoresOf(folder, ignoreFilesIn(folder), above) : above;
  }
}
