/** What `coverage` counts: talks that it tags, or records that `tag` wrote. */

import type { CountedTalk } from '../coverage/types.ts';
import type { Finding } from '../findings.ts';
import type { Pipeline, PipelineOptions } from '../pipeline.ts';
import type { FileDone } from '../sources/read.ts';

export type CountedEvent = CountedTalk | Finding | FileDone;

/** `options`: those that the pipeline was opened with; `notes`: where what to tell when all is read is added, a sentence each. */
export async function* countedTalks(
  pipeline: Pipeline,
  _options: Pick<PipelineOptions, 'stdin' | 'stdinFilename' | 'read'>,
  _notes: string[],
): AsyncGenerator<CountedEvent> {
  yield* pipeline.tagged();
}
