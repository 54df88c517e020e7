/** The library's way in: what JavaScript lets through and TypeScript would not is refused by name. */
import type { Finding } from './findings.ts';
import { didYouMean } from './nearest.ts';
import { SPLITS } from './sources/document.ts';
import { type ReadTalksOptions, readTalks as read } from './sources/index.ts';
import type { Talk } from './talk.ts';

/**
 * The talks of files, folders, globs and `-`, in the order of their paths, between them findings for what could not be
 * read. Memory does not grow with the number of files. Never throws for what stands in a file.
 *
 * @throws TypeError where `paths` is no array of strings, or `split` none of its values
 */
export function readTalks(paths: readonly string[], options: ReadTalksOptions = {}): AsyncGenerator<Talk | Finding> {
  checkPaths(paths);
  checkSplit(options.split);
  return read(paths, options);
}

function checkPaths(paths: unknown): void {
  if (typeof paths === 'string')
    throw new TypeError(`readTalks takes an array of paths: readTalks([${JSON.stringify(paths)}])`);
  if (!Array.isArray(paths)) throw new TypeError(`readTalks takes an array of paths, not ${typeof paths}`);
  const at = paths.findIndex((path) => typeof path !== 'string');
  if (at >= 0) throw new TypeError(`readTalks takes paths as text; number ${at + 1} of them is ${typeof paths[at]}`);
}

function checkSplit(split: unknown): void {
  if (split === undefined || SPLITS.some((known) => known === split)) return;
  throw new TypeError(
    `readTalks: split is one of ${SPLITS.join(', ')}, not ${JSON.stringify(split)}${didYouMean(String(split), SPLITS)}`,
  );
}
