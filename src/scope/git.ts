/** What git says has changed. The only module that runs git. */
import { posix, resolve } from 'node:path';
import { UsageError } from '../findings.ts';
import { contentsOf, RAW, rawChanges } from './git-blobs.ts';
import { type Git, runGit } from './git-process.ts';

export type { Git } from './git-process.ts';

/** Files that git names. */
export interface GitFiles {
  /** From the working folder, with `/`; sorted, each once. */
  readonly files: readonly string[];
  /** In a sentence each, what who reads the report should know. */
  readonly notes: readonly string[];
}

const NO_DELETED = '--diff-filter=d';

/** Deleted files are left out; a renamed one is a new one. Nothing of the repository's settings changes what is listed. */
const NAMES = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules', NO_DELETED];

const UNTRACKED = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/'];

/**
 * The files that differ between the point where HEAD left `ref` and the working tree, and those that are new and not
 * ignored. @throws UsageError where git cannot say
 */
export async function changedSince(ref: string, git: Git): Promise<GitFiles> {
  const flag = flagOf('--since', ref);
  const [fork, untracked] = await inOrder([forkPoint(ref, flag, git), runGit(UNTRACKED, flag, git)]);
  const changed = await runGit(['diff', ...NAMES, fork.commit, '--'], flag, git);
  return filesOf([...namesIn(changed), ...namesIn(untracked)], fork.prefix);
}

export interface GitChanges extends GitFiles {
  /** The folder of the repository, absolute. */
  readonly root: string;
  /** The content of some of the files at the fork point; of those that were not there yet, or are links, nothing. */
  before(files: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

/** As `changedSince`, with the deleted files, and with what stood in each before. @throws UsageError where git cannot say */
export async function changesSince(ref: string, git: Git): Promise<GitChanges> {
  const flag = flagOf('--patch', ref);
  const [fork, untracked] = await inOrder([forkPoint(ref, flag, git), runGit(UNTRACKED, flag, git)]);
  const changed = rawChanges(namesIn(await runGit(['diff', ...RAW, fork.commit, '--'], flag, git)));
  const names = changed.map(({ name }) => name);
  const { files, notes } = filesOf([...names, ...namesIn(untracked)], fork.prefix);
  const blobs = new Map(
    changed.flatMap(({ name, blob }) =>
      blob === undefined ? [] : filesOf([name], fork.prefix).files.map((file) => [file, blob] as const),
    ),
  );
  const root = resolve(git.cwd, posix.relative(`/${fork.prefix}`, '/'));
  return { files, notes, root, before: (wanted) => contentsOf(wanted, blobs, flag, git) };
}

/** How git is told what was asked for, in messages. @throws UsageError for what names no commit */
function flagOf(option: string, ref: string): string {
  if (ref.trim() === '' || ref.startsWith('-'))
    throw new UsageError(`${option} takes a branch, tag or commit, such as origin/main; "${ref}" is none.`);
  return `${option} ${ref}`;
}

/** The files of the index that differ from HEAD. @throws UsageError where git cannot say */
export async function staged(git: Git): Promise<GitFiles> {
  const flag = '--staged';
  const [prefix, inIndex, onTop] = await inOrder([
    runGit(['rev-parse', '--show-prefix'], flag, git),
    runGit(['diff', '--cached', ...NAMES], flag, git),
    runGit(['diff', ...NAMES.filter((option) => option !== NO_DELETED)], flag, git),
  ]);
  const place = prefix.toString().replace(/\n$/, '');
  const { files, notes } = filesOf(namesIn(inIndex), place);
  const changed = new Set(filesOf(namesIn(onTop), place).files);
  return { files, notes: [...notes, ...unstagedNotes(files.filter((file) => changed.has(file)))] };
}

interface Fork {
  readonly commit: string;
  /** From the root of the repository to the working folder, with `/` at the end; empty at the root. */
  readonly prefix: string;
}

const SHALLOW_AND_COMMITS = /(?:^|\n)(true|false)\n[0-9a-f]{40,64}\n[0-9a-f]{40,64}\n(?:\^([0-9a-f]{40,64})\n)?/;

/** All that is to be known of the repository, by one process. */
async function forkPoint(ref: string, flag: string, git: Git): Promise<Fork> {
  const arguments_ = ['rev-parse', '--show-prefix', '--is-shallow-repository', `${ref}...HEAD`, '--'];
  const said = (await runGit(arguments_, flag, git)).toString();
  const found = SHALLOW_AND_COMMITS.exec(said);
  const commit = found?.[2];
  if (found !== null && commit !== undefined) return { commit, prefix: said.slice(0, found.index) };
  throw new UsageError(
    found?.[1] === 'true'
      ? `${flag}: this clone is shallow and does not reach back to where HEAD left "${ref}"; fetch the whole history (git fetch --unshallow; in GitHub Actions, fetch-depth: 0).`
      : `${flag}: "${ref}" and HEAD have no commit in common, so there is nothing to compare with.`,
  );
}

/** All of them at once; where several fail, the first of the list is heard and not the first in time. */
async function inOrder<Results extends readonly unknown[]>(
  work: {
    readonly [At in keyof Results]: Promise<Results[At]>;
  },
): Promise<{ -readonly [At in keyof Results]: Awaited<Results[At]> }> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return await Promise.all(work);
}

interface Names {
  readonly names: readonly string[];
  /** How many are no UTF-8. */
  readonly unreadable: number;
}

function namesIn(output: Buffer): readonly Buffer[] {
  const names: Buffer[] = [];
  for (let from = 0; from < output.length; ) {
    const end = output.indexOf(0, from);
    names.push(output.subarray(from, end < 0 ? output.length : end));
    from = end < 0 ? output.length : end + 1;
  }
  return names;
}

function filesOf(names: readonly Buffer[], prefix: string): GitFiles {
  const { names: texts, unreadable } = decoded(names);
  const from = `/${prefix}`;
  const files = [...new Set(texts.map((name) => posix.relative(from, `/${name}`)))].sort();
  const notes = unreadable === 0 ? [] : [`${counted(unreadable, 'changed file')} left out: the name is no UTF-8`];
  return { files, notes };
}

function decoded(names: readonly Buffer[]): Names {
  const texts = names.map((name) => name.toString());
  const readable = texts.filter((text, i) => names[i]?.equals(Buffer.from(text)));
  return { names: readable, unreadable: texts.length - readable.length };
}

const SHOWN = 3;

function unstagedNotes(files: readonly string[]): readonly string[] {
  if (files.length === 0) return [];
  const more = files.length > SHOWN ? `, and ${files.length - SHOWN} more` : '';
  return [
    `${counted(files.length, 'staged file')} read with changes that are not staged: ${files.slice(0, SHOWN).join(', ')}${more}`,
  ];
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} was` : `${count} ${noun}s were`;
}
