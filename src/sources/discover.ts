/** From the paths of the command line to the files that are read, in an order that no machine changes. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import type { Finding } from '../findings.ts';
import { type Candidate, candidatesOf, WalkedFolders } from './candidates.ts';
import { entriesOf, type FileName, type FolderEntry, keyOf, opened } from './file-names.ts';
import { excludes, type IgnoreChain, ignoresAbove, ignoresOf, isIgnored } from './ignores.ts';
import { isGlob, isTalkFile, slashes, tidied } from './paths.ts';
import { unreadable } from './unreadable.ts';

export interface FileRef {
  /** As the user would type it, with `/`; what reports show. */
  readonly path: string;
  /** What the file system is asked for. */
  readonly file: FileName;
  /** Whether the user named this very file. */
  readonly named: boolean;
}

export interface Discovered {
  /** Sorted by path, each file once. Empty, without `stdin`: nothing matched at all. */
  readonly files: readonly FileRef[];
  /** Whether `-` stands among the paths. */
  readonly stdin: boolean;
  readonly findings: readonly Finding[];
}

export interface DiscoverOptions {
  /** The folder that relative paths start from; the process's own when absent. */
  readonly cwd?: string;
  /** Whether .gitignore and .mlops-tagignore count; true when absent. */
  readonly ignoreFiles?: boolean;
  /** Where given, nothing is walked: of these files those are read that lie under a path and would have been found there. */
  readonly candidates?: readonly string[];
  /** What the config leaves out, in the syntax of .gitignore, as seen from `root` (absolute). */
  readonly exclude?: { readonly root: string; readonly patterns: readonly string[] };
  /** Absolute paths of files that are never talks: the config, its taxonomy, model and baseline. */
  readonly omit?: readonly string[];
}

/** Lists what the paths name: files, folders (all the way down), globs, `-`. */
export async function discover(paths: readonly string[], options: DiscoverOptions = {}): Promise<Discovered> {
  const search = new Search(options);
  for (const path of paths) {
    if (path === '-' || path === '/dev/stdin') search.stdin = true;
    else if (path === '' || (!search.add(path) && !(await search.addGlob(path))))
      // An unset variable of a shell, never meant as the current folder; without quotes it could not be seen.
      search.findings.push({ code: 'missing-path', path: path === '' ? "''" : slashes(path) });
  }
  return { files: search.sorted(), stdin: search.stdin, findings: search.findings };
}

class Search {
  stdin = false;
  readonly findings: Finding[] = [];
  readonly #byFile = new Map<string, FileRef>();
  readonly #options: DiscoverOptions;
  readonly #candidates: readonly Candidate[] | undefined;
  #candidateFiles: ReadonlySet<string> | undefined;
  readonly #excludes: IgnoreChain;
  readonly #omitted: ReadonlySet<string>;

  constructor(options: DiscoverOptions) {
    this.#options = options;
    this.#excludes = options.exclude === undefined ? [] : excludes(options.exclude.root, options.exclude.patterns);
    this.#omitted = new Set(options.omit);
    if (options.candidates !== undefined) this.#candidates = candidatesOf(options.candidates, this.#top());
  }

  sorted(): readonly FileRef[] {
    return [...this.#byFile.values()].sort(
      (a, b) => compared(a.path, b.path) || compared(keyOf(a.file), keyOf(b.file)),
    );
  }

  /** Whether `path` exists, as a file or a folder. */
  add(path: string): boolean {
    for (const shown of new Set([path, slashes(path)])) {
      const file = this.#resolve(shown);
      const kind = kindOf(file);
      if (kind === undefined) continue;
      const tidy = tidied(shown);
      if (kind === 'folder') this.#walkRoot(tidy, file);
      else if (this.#isCandidate(file)) this.#take({ path: tidy, file, named: true });
      return true;
    }
    return false;
  }

  /** Whether the glob `path` matches a file. */
  async addGlob(path: string): Promise<boolean> {
    if (!isGlob(path)) return false;
    if (this.#candidates !== undefined) {
      await this.#globAmong(slashes(path), this.#candidates);
      return true;
    }
    // Of a CommonJS package the bundle keeps the default export alone.
    const { glob } = (await import('fast-glob')).default;
    const cwd = this.#options.cwd;
    const found = await glob(slashes(path), {
      ...(cwd === undefined ? {} : { cwd }),
      ignore: ['**/node_modules/**'],
      followSymbolicLinks: false,
      suppressErrors: true,
    });
    const chains = new Map<string, IgnoreChain>();
    let matched = false;
    for (const match of found) {
      if (!isTalkFile(match)) continue;
      const file = this.#resolve(match);
      if (this.#isIgnored(file, chains)) continue;
      matched = true;
      this.#take({ path: tidied(match), file, named: false });
    }
    return matched;
  }

  /** Takes the candidates that the glob matches, whether there are any or not. */
  async #globAmong(glob: string, candidates: readonly Candidate[]): Promise<void> {
    const { default: picomatch } = await import('picomatch');
    const matches = picomatch(tidied(glob), { ignore: '**/node_modules/**' });
    const chains = new Map<string, IgnoreChain>();
    for (const { path } of candidates) {
      const tidy = tidied(path);
      const file = this.#resolve(tidy);
      if (matches(tidy) && isTalkFile(tidy) && !this.#isIgnored(file, chains))
        this.#take({ path: tidy, file, named: false });
    }
  }

  #isCandidate(file: string): boolean {
    if (this.#candidates === undefined) return true;
    this.#candidateFiles ??= new Set(this.#candidates.map(({ real }) => real));
    return this.#candidateFiles.has(realpathSync(file));
  }

  #isIgnored(file: string, chains: Map<string, IgnoreChain>): boolean {
    const absolute = resolve(file);
    const folder = dirname(absolute);
    const chain = chains.get(folder) ?? this.#chainAbove(absolute, this.#top());
    chains.set(folder, chain);
    return isIgnored(chain, absolute, false);
  }

  #chainAbove(file: string, top: string): IgnoreChain {
    return [...this.#excludes, ...(this.#options.ignoreFiles === false ? [] : ignoresAbove(file, top))];
  }

  #top(): string {
    return resolve(this.#options.cwd ?? '.');
  }

  #resolve(path: string): string {
    const { cwd } = this.#options;
    return cwd === undefined || isAbsolute(path) ? path : join(cwd, path);
  }

  #take(ref: FileRef): void {
    if (this.#omitted.size > 0 && typeof ref.file === 'string' && this.#omitted.has(resolve(ref.file))) return;
    const key = keyOf(ref.file);
    const known = this.#byFile.get(key);
    if (known === undefined || (ref.named && !known.named)) this.#byFile.set(key, ref);
  }

  #walkRoot(path: string, file: string): void {
    const real = realpathSync(file);
    const chain = this.#chainAbove(real, realpathSync(this.#top()));
    // Who names an ignored folder wants it.
    const above = isIgnored(chain, real, true) ? [] : chain;
    const shown = path === '.' ? '' : path.replace(/\/+$/, '');
    if (this.#candidates === undefined) this.#walk(shown, file, real, above, real);
    else this.#pick(this.#candidates, shown, file, new WalkedFolders(real, above, this.#options.ignoreFiles !== false));
  }

  #pick(candidates: readonly Candidate[], path: string, file: string, folders: WalkedFolders): void {
    for (const { real } of candidates) {
      const way = folders.wayTo(real);
      if (way !== undefined)
        this.#take({ path: path === '' ? way : `${path}/${way}`, file: join(file, way), named: false });
    }
  }

  /** `path` is shown, `file` is opened, `real` is where ignore files and links are judged from. */
  #walk(path: string, file: FileName, real: string, above: IgnoreChain, root: string): void {
    let entries: readonly FolderEntry[];
    try {
      entries = entriesOf(file);
    } catch (error) {
      this.findings.push(unreadable(path === '' ? '.' : path, error));
      return;
    }
    const chain = this.#options.ignoreFiles === false ? above : ignoresOf(real, entries, above);
    for (const entry of entries) {
      if (!isWorthALook(entry)) continue;
      const { name, kind } = entry;
      const realEntry = `${real}${real.endsWith(sep) ? '' : sep}${name}`;
      if (chain.length > 0 && isIgnored(chain, realEntry, kind === 'folder')) continue;
      const shown = path === '' || path.endsWith('/') ? path + name : `${path}/${name}`;
      if (kind === 'folder') this.#walk(shown, entry.file, realEntry, chain, root);
      else if (kind === 'link') this.#link(shown, entry.file, root);
      else if (kind === 'file') this.#take({ path: shown, file: entry.file, named: false });
    }
  }

  /** A link inside the folder leads to what is listed anyhow; one out of it is not followed. */
  #link(path: string, file: FileName, root: string): void {
    let target: string;
    let folder: boolean;
    try {
      target = realpathSync(opened(file));
      folder = lstatSync(target).isDirectory();
    } catch (error) {
      if (isTalkFile(path)) this.findings.push(unreadable(path, error));
      return;
    }
    const inside = target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
    if (!inside && (folder || isTalkFile(path))) this.findings.push({ code: 'outside-folder', path });
  }
}

function isWorthALook({ name, kind }: FolderEntry): boolean {
  if (name.startsWith('.') || name === 'node_modules') return false;
  return kind === 'folder' || kind === 'link' || isTalkFile(name);
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function kindOf(file: string): 'file' | 'folder' | undefined {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    // What exists and cannot be looked at is a file that cannot be read, not a missing one.
    return error instanceof Error &&
      'code' in error &&
      (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ERR_INVALID_ARG_VALUE')
      ? undefined
      : 'file';
  }
}
