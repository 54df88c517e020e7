/** Files to talks, for the library and the commands. */
import type { Finding } from '../findings.ts';
import type { Talk } from '../talk.ts';
import { type DiscoverOptions, discover } from './discover.ts';
import { type FileDone, fileTalks, type ReadOptions, readStreamTalks } from './read.ts';

export { isFinding } from './document.ts';

export interface ReadTalksOptions extends ReadOptions, DiscoverOptions {
  /** What `-` among the paths reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** The name, and so the format, of what `-` reads; told from the text when absent. */
  readonly stdinFilename?: string;
}

/**
 * The talks of files, folders, globs and `-`, in the order of their paths, between them findings for what could not be
 * read. Memory does not grow with the number of files. Never throws for what stands in a file.
 */
export async function* readTalks(
  paths: readonly string[],
  options: ReadTalksOptions = {},
): AsyncGenerator<Talk | Finding> {
  const { files, stdin, findings } = await discover(paths, options);
  yield* findings;
  if (stdin && options.stdin !== undefined) {
    yield* withoutEnds(readStreamTalks(options.stdin, options.stdinFilename, options));
  }
  for (const file of files) yield* withoutEnds(fileTalks(file, options));
}

async function* withoutEnds(events: AsyncIterable<Talk | Finding | FileDone>): AsyncGenerator<Talk | Finding> {
  for await (const event of events) if (!isEnd(event)) yield event;
}

function isEnd(event: Talk | Finding | FileDone): event is FileDone {
  return 'kind' in event && event.kind === 'file';
}
