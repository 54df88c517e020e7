/** What stood in files before they changed, as git keeps it. */
import { type Git, runGit } from './git-process.ts';

/** How `diff` is asked for the names of the blobs that changed files had. */
export const RAW = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules'];

export interface RawChange {
  readonly name: Buffer;
  /** What names its content; absent where there was no regular file. */
  readonly blob?: string;
}

const ENTRY = /^:(\d+) \d+ ([0-9a-f]+) /;
const REGULAR = '100';

/** The pieces of a `--raw -z` listing: the entry of a change, then the file's name. */
export function rawChanges(pieces: readonly Buffer[]): readonly RawChange[] {
  return pieces.flatMap((entry, at) => {
    const [, mode = '', blob = ''] = (at % 2 === 0 && ENTRY.exec(entry.toString('latin1'))) || [];
    const name = pieces[at + 1];
    if (blob === '' || name === undefined) return [];
    return [{ name, ...(mode.startsWith(REGULAR) ? { blob } : {}) }];
  });
}

/** The content of those of `files` that have a blob, by one process whatever their number. @throws UsageError where git fails */
export async function contentsOf(
  files: readonly string[],
  blobs: ReadonlyMap<string, string>,
  flag: string,
  git: Git,
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = files.filter((file) => blobs.has(file));
  if (wanted.length === 0) return new Map();
  const asked = wanted.map((file) => `${blobs.get(file)}\n`).join('');
  const output = await runGit(['cat-file', '--batch'], flag, git, asked);
  const contents = new Map<string, Buffer>();
  let at = 0;
  for (const file of wanted) {
    const lineEnd = output.indexOf('\n', at);
    const size = / blob (\d+)$/.exec(output.toString('latin1', at, lineEnd))?.[1];
    at = lineEnd + 1;
    if (size === undefined) continue;
    contents.set(file, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
